/** The screens of a quiz: question, comparison, feedback, summary. */
import { rightOption } from '../core/quiz/kinds/choice.ts';
import { answerOf, kindRules } from '../core/quiz/kinds/kinds.ts';
import { inOrder } from '../core/quiz/kinds/order.ts';
import { type Comparison, wordsInCommon } from '../core/quiz/kinds/recall.ts';
import type {
  Option,
  Outcome,
  Question,
  QuestionByKind,
  QuestionKind,
} from '../core/quiz/question.ts';
import type { SessionSummary, TopicScore } from '../core/quiz/session.ts';
import type { Paint } from './paint.ts';
import { hanging } from './prompts.ts';
import { whenBack } from './when.ts';
import { padEnd, printable, type Run, textWidth, truncate, wrapRuns } from './width.ts';
import { workingLines } from './working.ts';

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

function textColumns({ width }: QuizStyle): number {
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

export interface FeedbackStyle extends QuizStyle {
  readonly now: number;
  /** When the card comes back; undefined when it was not moved. */
  readonly due: number | undefined;
  /** How often it was forgotten, when that was too often. */
  readonly lapses?: number | undefined;
  /** What the person said would change the choice. */
  readonly defense?: string | undefined;
}

export function renderFeedback(question: Question, outcome: Outcome, style: FeedbackStyle): string {
  const { paint, now, due, lapses } = style;
  const verdict = verdictOn(question, outcome, paint);
  const remark = { text: outcome.remark ? ` ${printable(outcome.remark)}` : '' };
  const { kind, id } = question.about;
  const body = (bodies[question.kind] as Body<never>)(question as never, outcome, style);
  return `${[
    '',
    ...wrapRuns([verdict, remark], textColumns(style)),
    ...body,
    ...(isSaidInWorking(question) ? [] : ['', ...paragraph(question.explanation, style)]),
    ...('flip' in question && question.flip ? flipLines(question.flip, style) : []),
    '',
    ...(lapses === undefined
      ? []
      : paragraph(
          `Forgotten ${lapses} times by now: asking does not help, reading may. mlsd ${kind} ${id}`,
          style,
          paint.warning,
        )),
    ...paragraph(
      `Read: mlsd ${kind} ${id}.${due === undefined ? '' : ` Comes back ${whenBack(due, now)}.`}`,
      style,
      paint.dim,
    ),
  ].join('\n')}\n`;
}

/** What was said and what there is to say, one under the other, and the words they share. */
function flipLines(flip: string, style: FeedbackStyle): string[] {
  const { defense = '' } = style;
  const label = 'What would change it: ';
  if (defense.trim() === '') return ['', ...paragraph(`${label}${flip}`, style)];
  const shared = wordsInCommon(flip, defense);
  return [
    '',
    ...paragraph(`You said: ${defense}`, style),
    ...paragraph(`${label}${flip}`, style),
    ...paragraph(
      shared.length > 0
        ? `In both: ${shared.join(', ')}.`
        : 'They share no word: do they mean the same?',
      style,
      style.paint.dim,
    ),
  ];
}

const ratedWords = {
  again: 'Not known.',
  hard: 'Partly known.',
  good: 'Known.',
  easy: 'Known well.',
} as const satisfies Record<Outcome['rating'], string>;

function verdictOn(
  question: Question,
  { isCorrect, isClose = false, rating }: Outcome,
  paint: Paint,
): Run {
  if (kindRules[question.kind].isJudgedByPerson) {
    return { text: ratedWords[rating], paint: isCorrect ? paint.good : paint.bad };
  }
  if (isCorrect) return { text: 'Right.', paint: paint.good };
  return isClose
    ? { text: 'Close.', paint: paint.warning }
    : { text: 'Not right.', paint: paint.bad };
}

type Body<K extends QuestionKind> = (
  question: QuestionByKind[K],
  outcome: Outcome,
  style: QuizStyle,
) => string[];

const bodies = {
  choice: choiceBody,
  multiple: multipleBody,
  scenario: choiceBody,
  recall: () => [],
  'fill-in': (question, { isCorrect }, { paint }) =>
    isCorrect ? [] : [`The answer: ${paint.strong(answerOf(question))}`],
  order: (question, _outcome, style) =>
    inOrder(question).flatMap((item, index) =>
      hanging(`  ${index + 1}. `, item, { width: textColumns(style) }),
    ),
  numeric: workedBody,
  estimate: workedBody,
} as const satisfies { [K in QuestionKind]: Body<K> };

/** The answer and the way to it, also when it was right: the number matters less than the way. */
function workedBody(
  question: QuestionByKind['numeric' | 'estimate'],
  _outcome: Outcome,
  style: QuizStyle,
): string[] {
  const answer = hanging('The answer: ', question.answer, {
    width: textColumns(style),
    paint: style.paint.strong,
  });
  return [...answer, '', ...renderWorking(question.working, style)];
}

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

/** Every option with its reason, the right one marked in words as well. */
function choiceBody(
  question: QuestionByKind['choice'],
  outcome: Outcome,
  style: QuizStyle,
): string[] {
  const { paint } = style;
  const width = textColumns(style);
  const right = rightOption(question);
  const lines = question.options.flatMap((option) => {
    const isChosen = option.text === outcome.answer;
    const tag = option === right ? 'right' : isChosen ? 'yours' : '';
    const color = option === right ? paint.good : isChosen ? paint.bad : undefined;
    const label = `  ${padEnd(tag, 6)}`;
    return [
      ...hanging(label, option.text, { width, paint: color }),
      ...reasonLines(option, ' '.repeat(textWidth(label)), style),
    ];
  });
  return ['', ...lines];
}

/** Every option with its reason; what was marked and what should have been, in words. */
function multipleBody(
  { options }: QuestionByKind['multiple'],
  { marked = [] }: Outcome,
  style: QuizStyle,
): string[] {
  const { paint } = style;
  const width = textColumns(style);
  const lines = options.flatMap(({ text, why, isCorrect }, index) => {
    const isMarked = marked.includes(index);
    const tag = isCorrect ? (isMarked ? 'right' : 'missed') : isMarked ? 'wrong' : '';
    const color = isCorrect ? paint.good : isMarked ? paint.bad : undefined;
    const label = `  ${padEnd(tag, 7)}`;
    return [
      ...hanging(label, text, { width, paint: color }),
      ...reasonLines({ text, why }, ' '.repeat(textWidth(label)), style),
    ];
  });
  return ['', ...lines];
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

export interface SummaryStyle extends QuizStyle {
  readonly now: number;
  /** Did the answers decide when cards come back? */
  readonly movesCards: boolean;
}

export function renderSummary(summary: SessionSummary, style: SummaryStyle): string {
  const { paint, now } = style;
  const { asked, rightAtOnce, rightLater, skipped } = summary;
  if (asked === 0) return '\nNothing was answered, so nothing changed.\n';
  const later = rightLater > 0 ? `, ${rightLater} more after a second try` : '';
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  const lines = [
    '',
    paint.heading('Summary'),
    ...paragraph(`${rightAtOnce} of ${asked} right at once${later}${left}.`, style),
    '',
    ...renderScores(summary.byTopic, style),
    '',
    ...(style.movesCards
      ? returnLines(summary.returns, now)
      : paragraph('Cards come back when they would have anyway.', style)),
    ...readNext(summary.byTopic, style),
  ];
  return `${lines.join('\n')}\n`;
}

export function renderScores(scores: readonly TopicScore[], style: QuizStyle): string[] {
  const { paint } = style;
  const names = scores.map(({ about }) => `${about.kind} ${about.name}`);
  const column = Math.min(Math.max(...names.map(textWidth)), style.width - 14);
  return scores.map(({ right, asked }, index) => {
    const name = padEnd(truncate(printable(names[index] ?? ''), column), column);
    const score = `${right} of ${asked}`;
    return `  ${name}  ${right === asked ? paint.good(score) : paint.warning(score)}`;
  });
}

/** "3 come back tomorrow", one line for each time. */
function returnLines(returns: readonly number[], now: number): string[] {
  const times = new Map<string, number>();
  for (const due of returns) {
    const when = whenBack(due, now);
    times.set(when, (times.get(when) ?? 0) + 1);
  }
  return [...times].map(
    ([when, count]) => `${count} ${count === 1 ? 'comes' : 'come'} back ${when}.`,
  );
}

const mostToRead = 3;

function readNext(scores: readonly TopicScore[], { paint }: QuizStyle): string[] {
  const weak = scores.filter(({ right, asked }) => right < asked).slice(0, mostToRead);
  if (weak.length === 0) return [];
  const commands = weak.map(({ about }) => `  ${paint.code(`mlsd ${about.kind} ${about.id}`)}`);
  return ['', 'Read next:', ...commands];
}
