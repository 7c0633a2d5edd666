/** Problems of a knowledge base, told the way a compiler tells them. */
import type { Problem, Severity } from '../core/issue.ts';
import type { Paint, Role } from './paint.ts';
import { printable, textWidth, wrapRuns } from './width.ts';

interface ProblemsOptions {
  readonly width: number;
  readonly paint: Paint;
}

const roleOf = { error: 'bad', warning: 'warning' } as const satisfies Record<Severity, Role>;

export function renderProblems(problems: readonly Problem[], options: ProblemsOptions): string {
  const shown = problems.map((problem) => `${renderProblem(problem, options).join('\n')}\n\n`);
  return `${shown.join('')}${summary(problems)}\n`;
}

function summary(problems: readonly Problem[]): string {
  const files = counted(new Set(problems.map(({ file }) => file)).size, 'file');
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const errors = problems.length - warnings;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${found.join(' and ')} in ${files}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function renderProblem(problem: Problem, { width, paint }: ProblemsOptions): string[] {
  const { file, line, column, severity } = problem;
  const told = [
    { text: `${printable(file)}:${line}:${column}:`, paint: paint.strong },
    { text: ' ' },
    { text: `${severity}:`, paint: paint[roleOf[severity]] },
    { text: ` ${printable(problem.message)} ` },
    { text: `[${problem.rule}]`, paint: paint.dim },
  ];
  const fix = [{ text: 'fix:', paint: paint.dim }, { text: ` ${printable(problem.hint)}` }];
  return [
    ...wrapRuns(told, width),
    ...renderExcerpt(problem, width, paint),
    ...wrapRuns(fix, width - 2).map((each, index) => `${index > 0 ? '    ' : '  '}${each}`),
  ];
}

/** The line with a caret under the column: as much of it as fits, with the column inside. */
function renderExcerpt({ excerpt, line, column, severity }: Problem, width: number, paint: Paint) {
  const gutter = String(line);
  const room = width - gutter.length - 5;
  const before = [...excerpt.slice(0, column - 1)];
  const after = [...excerpt.slice(column - 1)];
  const shownBefore = fitting(before.reverse(), Math.floor(room / 2))
    .reverse()
    .join('');
  const shownAfter = fitting(after, room - textWidth(shownBefore)).join('');
  if (`${shownBefore}${shownAfter}`.trim() === '') return [];
  const caret = ' '.repeat(textWidth(shownBefore));
  return [
    `  ${paint.dim(`${gutter} |`)} ${shownBefore}${shownAfter}`,
    `  ${' '.repeat(gutter.length)} ${paint.dim('|')} ${caret}${paint[roleOf[severity]]('^')}`,
  ];
}

/** The first characters, as many as fit; those that could drive the terminal are shown as dots. */
function fitting(characters: readonly string[], width: number): string[] {
  const found: string[] = [];
  let used = 0;
  for (const character of characters) {
    const shown = character.replace(/[\p{Cc}\p{Cf}]/gu, '·');
    used += textWidth(shown);
    if (used > width) break;
    found.push(shown);
  }
  return found;
}
