/** A quiz: chooses the cards, asks, stores every answer before the next question. */
import type { Context } from '../../context.ts';
import type { Catalog, IndexRecord } from '../../core/catalog.ts';
import { createDeck, type Deck } from '../../core/quiz/cards/deck.ts';
import { type CardHistory, chooseItems, noHistory } from '../../core/quiz/choose.ts';
import { type QuestionKind, questionKinds } from '../../core/quiz/question.ts';
import { scopeOf } from '../../core/quiz/scope.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { renderNothingDue } from '../../view/quiz.ts';
import { previewJson, renderPreview } from '../../view/quiz-preview.ts';
import { printable } from '../../view/width.ts';
import { knownCards, nextDue } from './known.ts';
import { runSession } from './session.ts';

export interface QuizOptions {
  readonly topics: readonly string[];
  readonly count: number;
  readonly kind: string | undefined;
  readonly seed: number | undefined;
  readonly isPreview: boolean;
  readonly isJson: boolean;
}

export async function runQuiz(options: QuizOptions, context: Context): Promise<ExitCode> {
  refuseImpossible(options, context);
  const catalog = await context.knowledge();
  const plan: Plan = {
    deck: createDeck(catalog),
    records: recordsIn(catalog, options.topics),
    kinds: questionKinds.filter((kind) => options.kind === undefined || kind === options.kind),
    count: options.count,
    seed: options.seed ?? context.freshSeed(),
  };
  return options.isPreview ? preview(plan, options, context) : await practice(plan, context);
}

interface Plan {
  readonly deck: Deck;
  readonly records: readonly IndexRecord[];
  readonly kinds: readonly QuestionKind[];
  readonly count: number;
  readonly seed: number;
}

function refuseImpossible({ isPreview, isJson }: QuizOptions, { io }: Context): void {
  if (isPreview) return;
  if (isJson) {
    throw new UsageError(
      'a quiz with --json needs --preview.',
      'Run mlsd quiz --preview --json for questions with their answers.',
    );
  }
  if (!io.isInteractive) {
    throw new UsageError(
      'a quiz needs a terminal to answer in.',
      'Run it in a terminal, or print questions with answers: mlsd quiz --preview [--json].',
    );
  }
}

function recordsIn(catalog: Catalog, topics: readonly string[]): readonly IndexRecord[] {
  const scope = scopeOf(catalog, topics);
  if ('records' in scope) return scope.records;
  throw new UserError(
    `nothing to ask about "${printable(scope.unknown)}".`,
    `Nearest: ${scope.suggestions.map((id) => `mlsd quiz ${id}`).join(', ')}`,
  );
}

function preview(plan: Plan, { isJson }: QuizOptions, { io }: Context): ExitCode {
  const items = chooseItems({ ...plan, history: noHistory });
  const questions = items.map(({ question }) => question);
  if (questions.length === 0) throw nothingOfThatKind();
  io.out(isJson ? previewJson(questions) : renderPreview(questions, io));
  return exitCodes.done;
}

/** What is due in the next hours belongs to this sitting: nobody comes at the same minute every day. */
const sittingAheadMs = 8 * 3_600_000;

async function practice(plan: Plan, context: Context): Promise<ExitCode> {
  const { reviews } = await context.history();
  const now = context.clock.now();
  const history: CardHistory = knownCards(reviews, now + sittingAheadMs);
  const items = chooseItems({ ...plan, history });
  if (items.length > 0) return await runSession(items, { ...plan, command: 'quiz' }, context);
  const ids = new Set(plan.records.map(({ id }) => id));
  const due = nextDue(reviews, ids, now + sittingAheadMs);
  if (due === undefined) throw nothingOfThatKind();
  context.io.out(renderNothingDue(due, { ...context.io, now }));
  return exitCodes.done;
}

function nothingOfThatKind(): UserError {
  return new UserError(
    'there are no such questions about that.',
    'Leave out --kind, or choose a wider topic; mlsd quiz --help shows what topics are.',
  );
}
