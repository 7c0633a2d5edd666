/** The screens of a quiz while a question waits: the question, its hints, the comparison. */
import { kindRules } from '../core/quiz/kinds/kinds.ts';
import type { Comparison } from '../core/quiz/kinds/recall.ts';
import type { Question } from '../core/quiz/question.ts';
import type { Paint } from './paint.ts';
import { hanging } from './prompts.ts';

export interface QuizStyle {
  readonly width: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
}

export interface Progress {
  readonly at: number;
  readonly of: number;
  readonly isAgain: boolean;
  /** "12:30", when the sitting is timed. */
  readonly timeLeft?: string | undefined;
}

/** Lines longer than this tire the eye, however wide the terminal. */
const widestText = 88;

export function textColumns({ width }: QuizStyle): number {
  return Math.min(width, widestText);
}

export function paragraph(
  text: string,
  style: QuizStyle,
  paint?: (text: string) => string,
): string[] {
  return hanging('', text, { width: textColumns(style), paint });
}

/** Progress and prompt; never the entry it is about, which may be the answer. */
export function renderQuestion(question: Question, progress: Progress, style: QuizStyle): string {
  const { paint } = style;
  const kind = kindRules[question.kind].label;
  const again = progress.isAgain ? paint.warning(', again') : '';
  const head = `${paint.strong(`${progress.at} of ${progress.of}`)}${again} ${paint.dim(`(${kind})`)}`;
  const left = progress.timeLeft === undefined ? '' : paint.dim(`, ${progress.timeLeft} left`);
  const prompt = paragraph(question.prompt, style, paint.title);
  return ['', head + left, ...prompt, ''].join('\n');
}

export interface HintStyle extends QuizStyle {
  /** The number of the first one shown. */
  readonly from: number;
}

/** One line or more for each, and a blank one when a question stands above them. */
export function renderHints(hints: readonly string[], style: HintStyle): string {
  if (hints.length === 0) return '';
  const lines = hints.flatMap((hint, index) =>
    hanging(`Hint ${style.from + index}: `, hint, { width: textColumns(style) }),
  );
  return `\n${lines.join('\n')}\n`;
}

/** What was named and what was missing, before the person rates it. */
export function renderComparison({ named, missing }: Comparison, style: QuizStyle): string {
  const { paint } = style;
  const list = (mark: string, parts: Comparison['named']) =>
    parts.flatMap(({ text }) => hanging(`  ${mark} `, text, { width: textColumns(style) }));
  return [
    ...(named.length > 0 ? ['', paint.good('You named:'), ...list('+', named)] : []),
    ...(missing.length > 0
      ? ['', paint.warning('Not found in your answer:'), ...list('-', missing)]
      : []),
    '',
    'How well did you know it?',
  ].join('\n');
}
