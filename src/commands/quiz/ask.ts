/** Asks one question of any kind, with hints on the way, and judges what came back. */
import { parseAmount } from '../../core/quiz/amount.ts';
import { afterHints, grade, hintsFor } from '../../core/quiz/kinds/kinds.ts';
import { compareRecall } from '../../core/quiz/kinds/recall.ts';
import type { ModeRules } from '../../core/quiz/mode.ts';
import type { Outcome, Question, QuestionByKind, QuestionKind } from '../../core/quiz/question.ts';
import type { CardRating } from '../../core/quiz/schedule.ts';
import type { Io } from '../../terminal/io.ts';
import type { KeyAction, Prompts } from '../../terminal/prompts/prompts.ts';
import { type Progress, renderComparison, renderHints, renderQuestion } from '../../view/quiz.ts';
import { ratingChoices } from '../../view/quiz-ratings.ts';

/** What may be done instead of answering. */
export type Control = 'hint' | 'skip' | 'undo' | 'quit';

export interface Asking {
  readonly progress: Progress;
  readonly rules: ModeRules;
  /** Is there a step to go back? */
  readonly canUndo: boolean;
  /** When the card would come back; undefined when answers move no card. */
  dueAfter(rating: CardRating): number | undefined;
  readonly now: number;
}

export interface Asked {
  readonly reply: Outcome | Exclude<Control, 'hint'>;
  readonly hints: number;
}

/** Everything that one way of asking needs. */
interface Desk extends Asking {
  readonly message: string;
  readonly prompts: Prompts;
  readonly io: Io;
  readonly controls: readonly KeyAction<Control>[];
  readonly hints: number;
}

type Asker<K extends QuestionKind> = (
  question: QuestionByKind[K],
  desk: Desk,
) => Promise<Outcome | Control>;

export async function ask(
  question: Question,
  asking: Asking,
  prompts: Prompts,
  io: Io,
): Promise<Asked> {
  const all = asking.rules.explains ? hintsFor(question) : [];
  const { asks, isTyped } = askers[question.kind] as { asks: Asker<never>; isTyped: boolean };
  for (let hints = 0; ; hints++) {
    const shown = all.slice(0, hints);
    // What was typed stays on the screen, and so does everything in plain lines.
    const isWhole = hints === 0 || !(isTyped || io.isPlain);
    const message =
      (isWhole ? renderQuestion(question, asking.progress, io) : '') +
      renderHints(isWhole ? shown : shown.slice(-1), { ...io, from: isWhole ? 1 : hints });
    const controls = controlsFor(hints < all.length, asking.canUndo);
    const desk = { ...asking, message, prompts, io, controls, hints };
    const reply = await asks(question as never, desk);
    if (reply === 'hint') continue;
    return { reply: typeof reply === 'string' ? reply : afterHints(reply, hints), hints };
  }
}

function controlsFor(hasHint: boolean, canUndo: boolean): KeyAction<Control>[] {
  return [
    ...(hasHint ? [{ key: 'h', name: 'hint', value: 'hint', erases: true } as const] : []),
    { key: 's', name: 'skip', value: 'skip' },
    ...(canUndo ? [{ key: 'u', name: 'undo', value: 'undo', erases: true } as const] : []),
    { key: 'q', name: 'quit', value: 'quit' },
  ];
}

async function askChoice(
  question: QuestionByKind['choice'],
  { prompts, message, controls }: Desk,
): Promise<Outcome | Control> {
  const reply = await prompts.choose<number | Control>({
    message,
    choices: question.options.map(({ text }, index) => ({ name: text, value: index })),
    actions: controls,
  });
  return typeof reply === 'number' ? grade(question, reply) : reply;
}

async function askMultiple(
  question: QuestionByKind['multiple'],
  { prompts, message, controls }: Desk,
): Promise<Outcome | Control> {
  const items = question.options.map(({ text }) => text);
  const reply = await prompts.mark({ message, items, actions: controls });
  return typeof reply === 'string' ? reply : grade(question, reply);
}

async function askOrder(
  question: QuestionByKind['order'],
  { prompts, message, controls }: Desk,
): Promise<Outcome | Control> {
  const reply = await prompts.arrange({ message, items: question.items, actions: controls });
  return typeof reply === 'string' ? reply : grade(question, reply);
}

async function askFillIn(
  question: QuestionByKind['fill-in'],
  desk: Desk,
): Promise<Outcome | Control> {
  const typed = await askText(desk);
  return 'control' in typed ? typed.control : grade(question, typed.text);
}

/** What was named and missed is shown before the person rates it; an exam goes by the comparison. */
async function askRecall(
  question: QuestionByKind['recall'],
  desk: Desk,
): Promise<Outcome | Control> {
  const typed = await askText(desk, 'A few words will do.');
  if ('control' in typed) return typed.control;
  const { text } = typed;
  const comparison = compareRecall(question, text);
  if (!desk.rules.explains) return grade(question, { text, rating: comparison.suggested });
  const { prompts, io, hints, now, dueAfter } = desk;
  const choices = ratingChoices(hints, dueAfter, now);
  const initial = choices.some(({ value }) => value === comparison.suggested)
    ? comparison.suggested
    : choices.at(-1)?.value;
  const rating = await prompts.choose<CardRating>({
    message: renderComparison(comparison, io),
    choices,
    initial,
  });
  return grade(question, { text, rating });
}

const amountHelp = 'A number: 0.75, 3/4, 75%, 1.2e6, 3M; two digits will do.';

/** What is no number is asked for again: a slip of the finger says nothing about the person. */
async function askAmount(
  question: QuestionByKind['numeric' | 'estimate'],
  desk: Desk,
): Promise<Outcome | Control> {
  const unit = 'unit' in question ? question.unit : undefined;
  const help = unit ? `${amountHelp} Without a unit: ${unit.name}.` : amountHelp;
  for (let { message } = desk; ; message = 'That is no number I can read. Once more:') {
    const typed = await askText({ ...desk, message }, help);
    if ('control' in typed) return typed.control;
    const { text } = typed;
    const isAnswer = text.trim() === '' || parseAmount(text, unit) !== undefined;
    if (isAnswer) return grade(question, text);
  }
}

const askers = {
  choice: { asks: askChoice, isTyped: false },
  multiple: { asks: askMultiple, isTyped: false },
  scenario: { asks: askChoice, isTyped: false },
  recall: { asks: askRecall, isTyped: true },
  'fill-in': { asks: askFillIn, isTyped: true },
  order: { asks: askOrder, isTyped: false },
  numeric: { asks: askAmount, isTyped: true },
  estimate: { asks: askAmount, isTyped: true },
} as const satisfies { [K in QuestionKind]: { asks: Asker<K>; isTyped: boolean } };

type Typed = { readonly text: string } | { readonly control: Control };

/** A line, or a command: behind a slash, or its whole name, which is the answer to nothing. */
async function askText(
  { prompts, message, controls }: Pick<Desk, 'prompts' | 'message' | 'controls'>,
  help = '',
): Promise<Typed> {
  const commands = controls.map(({ name }) => `/${name}`).join(' ');
  const wholeHelp = `${help} Enter alone: I do not know. Or: ${commands}`.trim();
  for (let asked = message; ; asked = `That is none of the commands: ${commands}`) {
    const text = await prompts.text({ message: asked, help: wholeHelp });
    const [, slash, word = ''] = /^(\/?)\s*(\p{L}*)$/u.exec(text.trim().toLowerCase()) ?? [];
    const control = controls.find(({ key, name }) => word === name || (slash && word === key));
    if (control) return { control: control.value };
    if (!slash) return { text };
  }
}
