/**
 * What to do each day until the interview: the practice played forward with FSRS from the cards
 * as they are. Every known card is seen once more before the day when the minutes allow it.
 */
import { startOfDay } from '../day.ts';
import { type CardState, recallAt, schedule } from '../quiz/schedule.ts';
import { type Random, seededRandom } from '../random.ts';

export interface KnownCard {
  readonly subjects: readonly string[];
  readonly state: CardState;
}

export interface PlanRequest {
  /** The midnight that today began with. */
  readonly today: number;
  readonly now: number;
  /** Whole days before the day of the interview, today among them: 1 or more. */
  readonly days: number;
  readonly minutesPerDay: number;
  readonly newPerDay: number;
  /** The share of answers wanted right, 0 to 1. */
  readonly retention: number;
  /** What a question takes, with its answer read. */
  readonly paceMs: number;
  readonly known: readonly KnownCard[];
  /** Cards not seen yet, by subject. */
  readonly fresh: ReadonlyMap<string, number>;
  readonly seed: number;
}

export interface PlanDay {
  /** Its midnight. */
  readonly day: number;
  /** Known cards to repeat, those begun in the plan among them. */
  readonly repeat: number;
  readonly fresh: number;
  /** At most the minutes of a day; a mock comes on top. */
  readonly minutes: number;
  readonly hasMock: boolean;
  /** The last two days: half the minutes, nothing new, no mock. */
  readonly isTaper: boolean;
}

export interface Projection {
  readonly cardsToday: number;
  readonly cardsThen: number;
  /** The mean chance to remember a known card; undefined without cards. */
  readonly today: number | undefined;
  /** On the day of the interview, of all cards known by then. */
  readonly onTheDay: number | undefined;
  /** On that day, of the cards known today, without any practice. */
  readonly idle: number | undefined;
}

export interface StudyPlan {
  readonly interview: number;
  readonly days: readonly PlanDay[];
  readonly together: Projection;
  readonly bySubject: ReadonlyMap<string, Projection>;
  /** New cards to begin, by subject. */
  readonly freshBySubject: ReadonlyMap<string, number>;
  /** Known cards for which there is no time before the day. */
  readonly missed: number;
  /** Minutes a day that would do for all of them. */
  readonly minutesForAll: number;
}

export const taperDays = 2;
const minuteMs = 60_000;
const halfDayMs = 43_200_000;
/** A new card is read, and asked once more in the sitting. */
const freshSlots = 2;
/** How often the first answer to a new card is right. */
const firstRight = 0.6;
const resolution = 1_000_000;

interface Card {
  readonly subjects: readonly string[];
  readonly first: CardState | undefined;
  state: CardState;
}

export function isMockDay(daysLeft: number): boolean {
  return daysLeft > taperDays && (daysLeft % 7 === 3 || daysLeft % 7 === 0);
}

/** Questions that fit into each day. */
function slotsOf({ days, minutesPerDay, paceMs }: PlanRequest): number[] {
  return Array.from({ length: days }, (_, index) => {
    const minutes = days - index <= taperDays ? minutesPerDay / 2 : minutesPerDay;
    return Math.floor((minutes * minuteMs) / paceMs);
  });
}

export function studyPlan(request: PlanRequest): StudyPlan {
  const { today, days, known, paceMs } = request;
  const interview = startOfDay(today, days);
  const slots = slotsOf(request);
  const play = new Play(request, slots);
  const planned = slots.map((room, index): PlanDay => {
    const { repeat, fresh } = play.day(index, room);
    return {
      day: startOfDay(today, index),
      repeat,
      fresh,
      minutes: ((repeat + fresh * freshSlots) * paceMs) / minuteMs,
      hasMock: isMockDay(days - index),
      isTaper: days - index <= taperDays,
    };
  });
  const project = (cards: readonly Card[]) => projectionOf(cards, request, interview + halfDayMs);
  const subjects = new Set(play.cards.flatMap((card) => card.subjects));
  const dayEquivalents = days - Math.min(days, taperDays) / 2;
  return {
    interview,
    days: planned,
    together: project(play.cards),
    bySubject: new Map(
      [...subjects].map((id) => [
        id,
        project(play.cards.filter((card) => card.subjects.includes(id))),
      ]),
    ),
    freshBySubject: play.begun,
    missed: play.unseen,
    minutesForAll: Math.ceil((known.length * paceMs) / minuteMs / dayEquivalents),
  };
}

class Play {
  readonly cards: Card[];
  readonly begun = new Map<string, number>();
  readonly #request: PlanRequest;
  readonly #slots: readonly number[];
  readonly #random: Random;
  /** Known cards not seen since today, most overdue first: due before the interview, or after it. */
  readonly #coming: Card[];
  readonly #later: Card[];
  /** Seen cards that wait for their day. */
  readonly #again: Card[][];
  readonly #newCards: NewCards;

  constructor(request: PlanRequest, slots: readonly number[]) {
    const { known, today, days } = request;
    this.#request = request;
    this.#slots = slots;
    this.#random = seededRandom(request.seed);
    this.cards = known.map(({ subjects, state }) => ({ subjects, state, first: state }));
    const byDue = [...this.cards].sort((a, b) => b.state.due - a.state.due);
    const end = startOfDay(today, days);
    this.#coming = byDue.filter(({ state }) => state.due < end);
    this.#later = byDue.filter(({ state }) => state.due >= end);
    this.#again = slots.map(() => []);
    this.#newCards = new NewCards(request);
  }

  /** Known cards that were not seen yet. */
  get unseen(): number {
    return this.#coming.length + this.#later.length;
  }

  day(index: number, room: number): { repeat: number; fresh: number } {
    const at = this.#momentOf(index);
    const later = this.#slots.slice(index + 1).reduce((sum, each) => sum + each, 0);
    const must = Math.min(room, Math.max(0, this.unseen - later));
    const share = room + later > 0 ? room / (room + later) : 0;
    const pulled = Math.ceil(this.#later.length * share);
    const end = startOfDay(this.#request.today, index + 1);
    let left = room;
    const take = (card: Card | undefined) => {
      if (!card) return;
      left--;
      this.#answer(card, index, at);
    };
    while (room - left < must) take(this.#coming.pop() ?? this.#later.pop());
    while (left > 0 && (this.#coming.at(-1)?.state.due ?? end) < end) take(this.#coming.pop());
    const again = this.#again[index] ?? [];
    while (left > 0 && again.length > 0) take(again.shift());
    this.#again[index + 1]?.unshift(...again);
    for (let count = 0; count < pulled && left > 0; count++) take(this.#later.pop());
    const repeat = room - left;
    const fresh = this.#begin(index, left, at);
    return { repeat, fresh };
  }

  #momentOf(index: number): number {
    const { now, today } = this.#request;
    return Math.max(now, startOfDay(today, index) + halfDayMs);
  }

  #begin(index: number, left: number, at: number): number {
    const { days, newPerDay } = this.#request;
    if (days - index <= taperDays) return 0;
    const most = Math.min(newPerDay, Math.floor(left / freshSlots));
    let count = 0;
    for (; count < most; count++) {
      const subject = this.#newCards.next();
      if (subject === undefined) break;
      this.begun.set(subject, (this.begun.get(subject) ?? 0) + 1);
      const state = this.#rated(undefined, firstRight, at);
      const card: Card = { subjects: [subject], first: undefined, state };
      this.cards.push(card);
      this.#wait(card, index);
    }
    return count;
  }

  #answer(card: Card, index: number, at: number): void {
    card.state = this.#rated(card.state, recallAt(card.state, at), at);
    this.#wait(card, index);
  }

  #rated(before: CardState | undefined, chance: number, at: number): CardState {
    const isRight = this.#random.below(resolution) < chance * resolution;
    const { retention } = this.#request;
    return schedule(before, isRight ? 'good' : 'again', at, { retention, dueBy: undefined });
  }

  #wait(card: Card, index: number): void {
    const days = Math.max(
      1,
      Math.round((card.state.due - card.state.lastReview) / (2 * halfDayMs)),
    );
    this.#again[index + days]?.push(card);
  }
}

/** Hands out subjects for new cards: the weaker one is, the more often it comes. */
class NewCards {
  readonly #left: Map<string, number>;
  readonly #weights: Map<string, number>;
  readonly #credit = new Map<string, number>();

  constructor({ fresh, known, now }: PlanRequest) {
    this.#left = new Map(fresh);
    const sums = new Map<string, { cards: number; recall: number }>();
    for (const { subjects, state } of known) {
      const recall = recallAt(state, now);
      for (const id of subjects) {
        const sum = sums.get(id) ?? { cards: 0, recall: 0 };
        sums.set(id, { cards: sum.cards + 1, recall: sum.recall + recall });
      }
    }
    this.#weights = new Map(
      [...fresh].map(([id, count]) => {
        const sum = sums.get(id);
        // What is known well of the whole subject: cards never seen are not known.
        const share = sum ? sum.recall / (sum.cards + count) : 0;
        return [id, 1 - share];
      }),
    );
  }

  next(): string | undefined {
    const open = [...this.#left].filter(([, count]) => count > 0).map(([id]) => id);
    const weightOf = (id: string) => this.#weights.get(id) ?? 0;
    for (const id of open) this.#credit.set(id, (this.#credit.get(id) ?? 0) + weightOf(id));
    const creditOf = (id: string) => this.#credit.get(id) ?? 0;
    const [first, ...rest] = open;
    if (first === undefined) return undefined;
    const best = rest.reduce((most, id) => (creditOf(id) > creditOf(most) ? id : most), first);
    const total = open.reduce((sum, id) => sum + weightOf(id), 0);
    this.#credit.set(best, creditOf(best) - total);
    this.#left.set(best, (this.#left.get(best) ?? 0) - 1);
    return best;
  }
}

function projectionOf(cards: readonly Card[], { now }: PlanRequest, then: number): Projection {
  const known = cards.flatMap(({ first }) => first ?? []);
  return {
    cardsToday: known.length,
    cardsThen: cards.length,
    today: meanRecall(known, now),
    onTheDay: meanRecall(
      cards.map(({ state }) => state),
      then,
    ),
    idle: meanRecall(known, then),
  };
}

function meanRecall(states: readonly CardState[], at: number): number | undefined {
  if (states.length === 0) return undefined;
  return states.reduce((sum, state) => sum + recallAt(state, at), 0) / states.length;
}
