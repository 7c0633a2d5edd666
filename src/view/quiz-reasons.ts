/** Why an answer is right: the reason of an option, the working of a number. */
import type { Option, Question } from '../core/quiz/question.ts';
import { hanging } from './prompts.ts';
import { type QuizStyle, textColumns } from './quiz.ts';
import { workingLines } from './working.ts';

export function renderWorking(working: readonly string[], style: QuizStyle): string[] {
  const lines = workingLines(working, textColumns(style) - 2);
  return lines.map((line) => `  ${printableLine(line)}`);
}

/** The formula stands in the working of many metrics: once is enough. */
export function isSaidInWorking(question: Question): boolean {
  return (
    'working' in question && question.working.some((line) => line.includes(question.explanation))
  );
}

/** The spaces of a table stay. */
function printableLine(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Nothing when a true statement is its own reason. */
export function reasonLines(
  option: Pick<Option, 'text' | 'why'>,
  indent: string,
  style: QuizStyle,
): string[] {
  if (option.why === option.text) return [];
  return hanging(indent, reasonFor(option), {
    width: textColumns(style),
    paint: style.paint.dim,
  });
}

/** The reason without the name that stands above it. */
function reasonFor({ text, why }: Pick<Option, 'text' | 'why'>): string {
  const prefix = `${text}: `;
  if (!why.startsWith(prefix)) return why;
  const rest = why.slice(prefix.length);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
