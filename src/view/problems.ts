/** Problems of a knowledge base, told the way a compiler tells them. */
import type { Problem } from '../core/issue.ts';
import type { Paint } from './paint.ts';

export function renderProblems(problems: readonly Problem[], paint: Paint): string {
  const shown = problems.map((problem) => renderProblem(problem, paint)).join('\n');
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const files = new Set(problems.map(({ file }) => file)).size;
  return `${shown}\n${count} in ${files === 1 ? '1 file' : `${files} files`}.\n`;
}

function renderProblem(problem: Problem, paint: Paint): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const gutter = String(problem.line);
  const { text, caret } = excerptAround(problem.excerpt, problem.column);
  return [
    `${paint.strong(place)}: ${paint.bad('error')}: ${problem.message} ${paint.dim(`[${problem.rule}]`)}`,
    ...(text ? [`  ${paint.dim(`${gutter} |`)} ${text}`] : []),
    ...(text
      ? [`  ${' '.repeat(gutter.length)} ${paint.dim('|')} ${' '.repeat(caret)}${paint.bad('^')}`]
      : []),
    `  ${paint.dim('fix:')} ${problem.hint}`,
    '',
  ].join('\n');
}

const excerptWidth = 100;

/** At most a hundred characters of the line, with the column inside; control characters shown as dots. */
function excerptAround(line: string, column: number): { text: string; caret: number } {
  const start = Math.max(0, Math.min(column - 1 - excerptWidth / 2, line.length - excerptWidth));
  const text = line.slice(start, start + excerptWidth).replace(/[\p{Cc}\p{Cf}]/gu, '·');
  return { text, caret: column - 1 - start };
}
