/** Asks one question of any kind, and judges what came back. */

import { parseAmount } from '../../core/quiz/amount.ts';
import { grade } from '../../core/quiz/kinds/kinds.ts';
import { compareRecall } from '../../core/quiz/kinds/recall.ts';
import type { Outcome, Question, QuestionByKind, QuestionKind } from '../../core/quiz/question.ts';
import { type CardRating, ratings } from '../../core/quiz/schedule.ts';
import type { Io } from '../../terminal/io.ts';
import type { KeyAction, Prompts } from '../../terminal/prompts/prompts.ts';
import { type Progress, renderComparison, renderQuestion } from '../../view/quiz.ts';

export type Reply = Outcome | 'skip' | 'quit';

type Asker<K extends QuestionKind> = (
  question: QuestionByKind[K],
  message: string,
  prompts: Prompts,
  io: Io,
) => Promise<Reply>;

export async function ask(
  question: Question,
  progress: Progress,
  prompts: Prompts,
  io: Io,
): Promise<Reply> {
  const message = renderQuestion(question, progress, io);
  return await (askers[question.kind] as Asker<never>)(question as never, message, prompts, io);
}

const actions: readonly KeyAction<'skip' | 'quit'>[] = [
  { key: 's', name: 'skip', value: 'skip' },
  { key: 'q', name: 'quit', value: 'quit' },
];

const commandHelp = 'Enter alone: I do not know. /skip leaves it out, /quit ends.';

async function askChoice(
  question: QuestionByKind['choice'],
  message: string,
  prompts: Prompts,
): Promise<Reply> {
  const reply = await prompts.choose<number | 'skip' | 'quit'>({
    message,
    choices: question.options.map(({ text }, index) => ({ name: text, value: index })),
    actions,
  });
  return typeof reply === 'number' ? grade(question, reply) : reply;
}

async function askFillIn(
  question: QuestionByKind['fill-in'],
  message: string,
  prompts: Prompts,
): Promise<Reply> {
  const text = await prompts.text({ message, help: commandHelp });
  return commandIn(text) ?? grade(question, text);
}

async function askRecall(
  question: QuestionByKind['recall'],
  message: string,
  prompts: Prompts,
  io: Io,
): Promise<Reply> {
  const text = await prompts.text({ message, help: `A few words will do. ${commandHelp}` });
  const command = commandIn(text);
  if (command) return command;
  const comparison = compareRecall(question, text);
  const rating = await prompts.choose<CardRating>({
    message: renderComparison(comparison, io),
    choices: ratings.map((value) => ({ value, name: ratingNames[value] })),
    initial: comparison.suggested,
  });
  return grade(question, { text, rating });
}

const ratingNames = {
  again: 'Again: I did not know it',
  hard: 'Hard: I knew some of it',
  good: 'Good: I knew most of it',
  easy: 'Easy: I knew all of it',
} as const satisfies Record<CardRating, string>;

async function askOrder(
  question: QuestionByKind['order'],
  message: string,
  prompts: Prompts,
): Promise<Reply> {
  const reply = await prompts.arrange({ message, items: question.items, actions });
  return typeof reply === 'string' ? reply : grade(question, reply);
}

const amountHelp = 'A number: 0.75, 3/4, 75%, 1.2e6, 3M; two digits will do.';

/** What is no number is asked for again: a slip of the finger says nothing about the person. */
async function askAmount(
  question: QuestionByKind['numeric' | 'estimate'],
  message: string,
  prompts: Prompts,
): Promise<Reply> {
  const unit = 'unit' in question ? question.unit : undefined;
  const help = unit ? `${amountHelp} Without a unit: ${unit.name}.` : amountHelp;
  for (let asked = message; ; asked = 'That is no number I can read. Once more:') {
    const text = await prompts.text({ message: asked, help: `${help} ${commandHelp}` });
    const command = commandIn(text);
    if (command) return command;
    const isAnswer = text.trim() === '' || parseAmount(text, unit) !== undefined;
    if (isAnswer) return grade(question, text);
  }
}

async function askMultiple(
  question: QuestionByKind['multiple'],
  message: string,
  prompts: Prompts,
): Promise<Reply> {
  const items = question.options.map(({ text }) => text);
  const reply = await prompts.mark({ message, items, actions });
  return typeof reply === 'string' ? reply : grade(question, reply);
}

const askers = {
  choice: askChoice,
  multiple: askMultiple,
  scenario: askChoice,
  recall: askRecall,
  'fill-in': askFillIn,
  order: askOrder,
  numeric: askAmount,
  estimate: askAmount,
} as const satisfies { [K in QuestionKind]: Asker<K> };

function commandIn(text: string): 'skip' | 'quit' | undefined {
  const word = text.trim().toLowerCase();
  if (word === '/skip' || word === '/s') return 'skip';
  return word === '/quit' || word === '/q' ? 'quit' : undefined;
}
