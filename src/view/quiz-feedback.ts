/** What is shown after an answer: the verdict, the reasons, when the card comes back. */
import { rightOption } from '../core/quiz/kinds/choice.ts';
import { answerOf, kindRules } from '../core/quiz/kinds/kinds.ts';
import { inOrder } from '../core/quiz/kinds/order.ts';
import { wordsInCommon } from '../core/quiz/kinds/recall.ts';
import type { Outcome, Question, QuestionByKind, QuestionKind } from '../core/quiz/question.ts';
import type { Paint } from './paint.ts';
import { hanging } from './prompts.ts';
import { paragraph, type QuizStyle, textColumns } from './quiz.ts';
import { isSaidInWorking, reasonLines, renderWorking } from './quiz-reasons.ts';
import { whenBack } from './when.ts';
import { padEnd, printable, type Run, textWidth, wrapRuns } from './width.ts';

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
