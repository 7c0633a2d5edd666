/** Questions with their answers, to read or for a program. */
import { bandsOf } from '../core/quiz/kinds/estimate.ts';
import { answerOf, kindRules } from '../core/quiz/kinds/kinds.ts';
import { inOrder } from '../core/quiz/kinds/order.ts';
import type { Question, QuestionByKind, QuestionKind } from '../core/quiz/question.ts';
import { hanging } from './prompts.ts';
import type { QuizStyle } from './quiz.ts';
import { isSaidInWorking, reasonLines, renderWorking } from './quiz-reasons.ts';

/** What a kind adds to the fields that every question has. */
const extras = {
  choice: optionsOf,
  multiple: optionsOf,
  scenario: optionsOf,
  recall: ({ parts }) => ({ parts: parts.map(({ text }) => text) }),
  'fill-in': () => ({}),
  order: (question) => ({ items: question.items, order: inOrder(question) }),
  numeric: ({ value, tolerance, slips, working }) => ({ value, tolerance, slips, working }),
  estimate: (question) => ({
    value: question.value,
    unit: question.unit,
    bands: bandsOf(question),
    slips: question.slips,
    working: question.working,
    aloud: question.aloud,
  }),
} as const satisfies { [K in QuestionKind]: (question: QuestionByKind[K]) => object };

function optionsOf({ options, flip }: Pick<QuestionByKind['choice'], 'options' | 'flip'>): object {
  const shown = options.map(({ text, isCorrect, why }) => ({ text, correct: isCorrect, why }));
  return { options: shown, ...(flip ? { flip } : {}) };
}

export function previewJson(questions: readonly Question[]): string {
  const shown = questions.map((question) => ({
    id: question.id,
    kind: question.kind,
    about: `${question.about.kind}/${question.about.id}`,
    prompt: question.prompt,
    ...(extras[question.kind] as (question: Question) => object)(question),
    answer: answerOf(question),
    explanation: explanationOf(question),
  }));
  return `${JSON.stringify({ questions: shown }, null, 2)}\n`;
}

/** With the working, where there is one: it is the explanation of a number. */
function explanationOf(question: Question): string {
  if (!('working' in question)) return question.explanation;
  const formula = isSaidInWorking(question) ? [] : [question.explanation];
  return [...question.working, ...formula].join('\n');
}

export function renderPreview(questions: readonly Question[], style: QuizStyle): string {
  return questions.map((question, index) => renderOne(question, index + 1, style)).join('\n');
}

function renderOne(question: Question, number: number, quizStyle: QuizStyle): string {
  const { width, paint } = quizStyle;
  const indent = ' '.repeat(`${number}. `.length);
  const kind = kindRules[question.kind].label;
  const list = (bullet: string, texts: readonly string[], style = paint.strong) =>
    texts.flatMap((text) => hanging(`${indent}${bullet} `, text, { width, paint: style }));
  const worked = ({ working }: QuestionByKind['numeric' | 'estimate']) => [
    ...list('Answer:', [answerOf(question)]),
    ...renderWorking(working, { ...quizStyle, width: width - indent.length }).map(
      (line) => `${indent}${line}`,
    ),
  ];
  const body: Record<QuestionKind, () => string[]> = {
    choice: () => optionLines(question as QuestionByKind['choice'], indent, quizStyle),
    multiple: () => optionLines(question as QuestionByKind['multiple'], indent, quizStyle),
    scenario: () => optionLines(question as QuestionByKind['choice'], indent, quizStyle),
    recall: () =>
      list(
        '-',
        (question as QuestionByKind['recall']).parts.map(({ text }) => text),
      ),
    'fill-in': () => list('Answer:', [answerOf(question)]),
    order: () =>
      inOrder(question as QuestionByKind['order']).flatMap((item, index) =>
        hanging(`${indent}${index + 1}. `, item, { width }),
      ),
    numeric: () => worked(question as QuestionByKind['numeric']),
    estimate: () => worked(question as QuestionByKind['estimate']),
  };
  const lines = [
    ...hanging(`${number}. `, question.prompt, { width, paint: paint.title }),
    `${indent}${paint.dim(`${kind}, ${question.about.kind}/${question.about.id}`)}`,
    ...body[question.kind](),
    ...(isSaidInWorking(question)
      ? []
      : hanging(indent, question.explanation, { width, paint: paint.dim })),
  ];
  return `${lines.join('\n')}\n`;
}

function optionLines(
  { options }: Pick<QuestionByKind['choice'], 'options'>,
  indent: string,
  style: QuizStyle,
): string[] {
  const { width, paint } = style;
  return options.flatMap((option) => [
    ...hanging(`${indent}${option.isCorrect ? '[x]' : '[ ]'} `, option.text, {
      width,
      paint: option.isCorrect ? paint.good : undefined,
    }),
    ...reasonLines(option, `${indent}    `, style),
  ]);
}
