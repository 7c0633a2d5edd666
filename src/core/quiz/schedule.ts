/** When a card comes back: FSRS-6 with its default weights, as plain numbers in and out. */
import {
  createEmptyCard,
  type FSRS,
  FSRSVersion,
  type Card as FsrsCard,
  fsrs,
  type Grade,
  Rating,
  type State,
} from 'ts-fsrs';

/** How well a card was remembered. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type CardRating = (typeof ratings)[number];

/** What the scheduler knows of a card. Times are milliseconds since the epoch. */
export interface CardState {
  readonly due: number;
  /** Days until recall falls to the desired retention's base. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
  /** FSRS: 0 new, 1 learning, 2 review, 3 relearning. */
  readonly phase: number;
  /** Which of the learning steps comes next. */
  readonly step: number;
  readonly scheduledDays: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReview: number;
}

/** What a person's settings say about the next return of a card; kept beside every review. */
export interface ReturnRules {
  /** How likely a card should be remembered when it comes back, 0 to 1. */
  readonly retention: number;
  /** The latest moment at which it should come back; undefined when there is no such day. */
  readonly dueBy: number | undefined;
}

export const defaultRules: ReturnRules = { retention: 0.9, dueBy: undefined };

/** Kept beside every review, so that state can be rebuilt by the rules it was made with. */
export const schedulerVersion = `fsrs-6 days-2 (${FSRSVersion})`;

/** Forgotten so often, a card is not learned by asking it: it should be read about. */
export const leechLapses = 6;
/** A card that does not stick comes back after this many days at the earliest. */
const leechDays = 4;
const dayMs = 86_400_000;

const schedulers = new Map<number, FSRS>();

/**
 * Fuzz is off: the same answers at the same times always give the same schedule. There are
 * no steps of minutes, because what was wrong comes back within the sitting anyway, and the
 * next sitting is tomorrow; answers on the same day still count by FSRS's short-term rule.
 */
function schedulerFor(retention: number): FSRS {
  const known = schedulers.get(retention);
  if (known) return known;
  const made = fsrs({
    request_retention: retention,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: [],
    relearning_steps: [],
  });
  schedulers.set(retention, made);
  return made;
}

const grades = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<CardRating, Grade>;

/** The state after a rating at `now`; `before` is undefined for a card never seen. */
export function schedule(
  before: CardState | undefined,
  rating: CardRating,
  now: number,
  { retention, dueBy }: ReturnRules = defaultRules,
): CardState {
  // A clock set back must not give a negative elapsed time.
  const at = Math.max(now, before?.lastReview ?? now);
  const { card } = schedulerFor(retention).next(
    before ? toFsrs(before) : createEmptyCard(at),
    at,
    grades[rating],
  );
  return boundDue(fromFsrs(card, at), dueBy);
}

function boundDue(state: CardState, dueBy: number | undefined): CardState {
  const leastDue = isLeech(state) ? state.lastReview + leechDays * dayMs : 0;
  const wanted = Math.max(state.due, leastDue);
  const isTooLate = dueBy !== undefined && dueBy > state.lastReview && wanted > dueBy;
  const due = isTooLate ? dueBy : wanted;
  return due === state.due
    ? state
    : { ...state, due, scheduledDays: (due - state.lastReview) / dayMs };
}

/** Does asking it again and again not help? */
export function isLeech({ lapses }: Pick<CardState, 'lapses'>): boolean {
  return lapses >= leechLapses;
}

/** How likely the card is to be remembered at `now`, 0 to 1. */
export function recallAt(state: CardState, now: number): number {
  const { retention } = defaultRules;
  return schedulerFor(retention).get_retrievability(
    toFsrs(state),
    Math.max(now, state.lastReview),
    false,
  );
}

function toFsrs(state: CardState): FsrsCard {
  return {
    due: new Date(state.due),
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: 0,
    scheduled_days: state.scheduledDays,
    learning_steps: state.step,
    reps: state.reps,
    lapses: state.lapses,
    state: state.phase as State,
    last_review: new Date(state.lastReview),
  };
}

function fromFsrs(card: FsrsCard, at: number): CardState {
  return {
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    phase: card.state,
    step: card.learning_steps,
    scheduledDays: card.scheduled_days,
    reps: card.reps,
    lapses: card.lapses,
    lastReview: at,
  };
}
