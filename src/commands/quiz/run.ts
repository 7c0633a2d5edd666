/** A quiz: chooses the cards, asks, stores every answer before the next question. */
import type { Context } from '../../context.ts';
import type { Catalog, IndexRecord } from '../../core/catalog.ts';
import { allow, cardsADay, type Today } from '../../core/quiz/allowance.ts';
import { createDeck, type Deck } from '../../core/quiz/cards/deck.ts';
import { chooseItems, noHistory } from '../../core/quiz/choose.ts';
import { kindRules } from '../../core/quiz/kinds/kinds.ts';
import { modes, type SittingMode } from '../../core/quiz/mode.ts';
import { type QuestionKind, questionKinds } from '../../core/quiz/question.ts';
import { scopeOf } from '../../core/quiz/scope.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import type { ReviewLog } from '../../history/reviews.ts';
import { renderBacklog, renderExamStart, renderNothingDue } from '../../view/quiz-notes.ts';
import { previewJson, renderPreview } from '../../view/quiz-preview.ts';
import { printable } from '../../view/width.ts';
import { knownCards, nextDue, practicedToday, todayOf } from './known.ts';
import { listLeeches } from './leeches.ts';
import { runSession } from './session.ts';

export interface QuizOptions {
  readonly topics: readonly string[];
  readonly count: number | undefined;
  readonly minutes: number | undefined;
  readonly fresh: number | undefined;
  readonly kind: string | undefined;
  readonly seed: number | undefined;
  readonly mode: SittingMode;
  readonly isPreview: boolean;
  readonly isLeeches: boolean;
  readonly isJson: boolean;
}

/** A sitting as it is without any option. */
export const usualQuiz: QuizOptions = {
  topics: [],
  count: undefined,
  minutes: undefined,
  fresh: undefined,
  kind: undefined,
  seed: undefined,
  mode: 'practice',
  isPreview: false,
  isLeeches: false,
  isJson: false,
};

const previewCount = 10;

export async function runQuiz(options: QuizOptions, context: Context): Promise<ExitCode> {
  refuseImpossible(options, context);
  const catalog = await context.knowledge();
  const plan: Plan = {
    deck: createDeck(catalog),
    records: recordsIn(catalog, options.topics),
    kinds: kindsFor(options),
    seed: options.seed ?? context.freshSeed(),
  };
  if (options.isLeeches) return await listLeeches(plan, options, context);
  return options.isPreview
    ? preview(plan, options, context)
    : await practice(plan, options, context);
}

interface Plan {
  readonly deck: Deck;
  readonly records: readonly IndexRecord[];
  readonly kinds: readonly QuestionKind[];
  readonly seed: number;
}

function refuseImpossible({ isPreview, isLeeches, isJson }: QuizOptions, { io }: Context): void {
  if (isPreview || isLeeches) return;
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

/** An exam asks what can be judged without the person's own word, unless it was asked for. */
function kindsFor({ kind, mode }: QuizOptions): readonly QuestionKind[] {
  if (kind !== undefined) return questionKinds.filter((each) => each === kind);
  return questionKinds.filter(
    (each) => modes[mode].explains || kindRules[each].isJudgedByPerson !== true,
  );
}

function preview(plan: Plan, { isJson, count }: QuizOptions, { io }: Context): ExitCode {
  const wanted = count ?? previewCount;
  const items = chooseItems({ ...plan, count: wanted, fresh: wanted, history: noHistory });
  const questions = items.map(({ question }) => question);
  if (questions.length === 0) throw nothingOfThatKind();
  io.out(isJson ? previewJson(questions) : renderPreview(questions, io));
  return exitCodes.done;
}

/** What is due in the next hours belongs to this sitting: nobody comes at the same minute every day. */
const sittingAheadMs = 8 * 3_600_000;

async function practice(plan: Plan, options: QuizOptions, context: Context): Promise<ExitCode> {
  const { mode } = options;
  const { reviews } = await context.history();
  const until = context.clock.now() + sittingAheadMs;
  const practiced = practicedToday(reviews, context.clock.now());
  const today = todayOf(reviews, practiced);
  const allowance = allow(options, context.config(), today);
  const { movesCards, explains } = modes[mode];
  const history = movesCards ? knownCards(reviews, plan.records, until, practiced) : noHistory;
  const items = chooseItems({ ...plan, ...allowance, history });
  if (items.length === 0) return nothingToAsk(plan, reviews, { until, ...allowance }, context);
  const { limitMs } = allowance;
  if (movesCards) tellBacklog(options, reviews, { until, today }, context);
  if (!explains && limitMs !== undefined) {
    context.io.out(renderExamStart({ count: items.length, limitMs }, context.io));
  }
  return await runSession(items, { ...plan, command: 'quiz', mode, limitMs }, context);
}

const mostCounted = 10_000;

/** After a break: what comes today, and when the rest. */
function tellBacklog(
  { topics }: QuizOptions,
  reviews: ReviewLog,
  { until, today }: { readonly until: number; readonly today: Today },
  { io, config }: Context,
): void {
  if (topics.length > 0) return;
  const { minutesPerDay } = config();
  const perDay = cardsADay({ minutesPerDay }, today);
  const due = reviews.countDue(until, mostCounted);
  if (due <= perDay) return;
  io.out(renderBacklog({ due, days: Math.ceil(due / perDay), minutesPerDay }, io));
}

function nothingToAsk(
  { records }: Plan,
  reviews: ReviewLog,
  { until, fresh }: { readonly until: number; readonly fresh: number },
  { io, clock }: Context,
): ExitCode {
  const due = nextDue(reviews, new Set(records.map(({ id }) => id)), until);
  if (due === undefined && fresh > 0) throw nothingOfThatKind();
  io.out(renderNothingDue({ due, hasNewLeft: fresh > 0 }, { ...io, now: clock.now() }));
  return exitCodes.done;
}

function nothingOfThatKind(): UserError {
  return new UserError(
    'there are no such questions about that.',
    'Leave out --kind, or choose a wider topic; mlsd quiz --help shows what topics are.',
  );
}
