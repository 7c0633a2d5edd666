/** Roles → chalk styles. The one place that knows colors; loaded only where color is wanted. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Paint, Role } from '../view/paint.ts';
import type { Background } from './io.ts';

type Style = (chalk: ChalkInstance) => ChalkInstance;

const dark = {
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
} as const satisfies Record<Role, Style>;

/** Cyan and yellow are hard to read on white. */
const light = {
  ...dark,
  heading: (chalk) => chalk.bold.blue,
  term: (chalk) => chalk.blue,
  code: (chalk) => chalk.magenta,
  warning: (chalk) => chalk.bold.red,
} as const satisfies Record<Role, Style>;

const styles = { dark, light } as const satisfies Record<Background, Record<Role, Style>>;

export function createPaint(background: Background): Paint {
  const chalk = new Chalk({ level: 1 });
  return Object.fromEntries(
    Object.entries(styles[background]).map(([role, style]) => [
      role,
      (text: string) => style(chalk)(text),
    ]),
  ) as Paint;
}
