/** Roles → chalk styles. The one place that knows colors; loaded only where color is wanted. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Paint, Role } from '../view/paint.ts';

const styles = {
  title: (chalk) => chalk.bold,
  heading: (chalk) => chalk.bold.cyan,
  term: (chalk) => chalk.cyan,
  code: (chalk) => chalk.yellow,
  strong: (chalk) => chalk.bold,
  emphasis: (chalk) => chalk.italic,
  dim: (chalk) => chalk.dim,
  good: (chalk) => chalk.green,
  bad: (chalk) => chalk.red,
  warning: (chalk) => chalk.yellow,
  accent: (chalk) => chalk.magenta,
  key: (chalk) => chalk.bold.inverse,
} as const satisfies Record<Role, (chalk: ChalkInstance) => ChalkInstance>;

export function createPaint(): Paint {
  const chalk = new Chalk({ level: 1 });
  return Object.fromEntries(
    Object.entries(styles).map(([role, style]) => [role, (text: string) => style(chalk)(text)]),
  ) as Paint;
}
