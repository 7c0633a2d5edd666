/** What the choice of cards needs to know, read from the log. */
import type { IndexRecord } from '../../core/catalog.ts';
import { startOfDay } from '../../core/day.ts';
import type { Today } from '../../core/quiz/allowance.ts';
import { entryIdOf } from '../../core/quiz/card.ts';
import type { CardHistory } from '../../core/quiz/choose.ts';
import type { DueCard } from '../../history/cards.ts';
import type { PracticedCard, ReviewLog } from '../../history/reviews.ts';

const pageSize = 200;
/** Of the rest, so many are looked into for kinds that are rarely due. */
const mostLookedAt = 5000;

/** What is due of these entries until a time, and what was practiced today. */
export function knownCards(
  reviews: ReviewLog,
  records: readonly IndexRecord[],
  until: number,
  practiced: readonly PracticedCard[],
): CardHistory {
  const page = (limit: number, offset: number) => {
    const entries = records.map(({ kind, id }) => `${kind}/${id}`);
    return reviews.endangered(entries, { now: until, limit, offset });
  };
  return {
    *due() {
      const first = page(pageSize, 0);
      yield* first;
      // Mostly the first ones will do; else it is cheaper to read the rest than to sort again.
      if (first.length === pageSize) yield* page(mostLookedAt, pageSize);
    },
    isKnown: (card) => reviews.stateOf(card) !== undefined,
    practiced: new Set(practiced.map(({ card }) => entryIdOf(card))),
  };
}

export function practicedToday(reviews: ReviewLog, now: number): PracticedCard[] {
  return reviews.practicedSince(startOfDay(now));
}

/** Answers whose time says how fast the person is. */
const paceAnswers = 100;
const usualAnswerMs = 30_000;
/** To read why, after the answer. */
const readingMs = 15_000;

export function todayOf(reviews: ReviewLog, practiced: readonly PracticedCard[]): Today {
  const latest = reviews.latest(paceAnswers);
  const spent = latest.reduce((sum, { tookMs }) => sum + tookMs, 0);
  const answerMs = latest.length > 0 ? spent / latest.length : usualAnswerMs;
  return {
    tookMs: practiced.reduce((sum, { tookMs }) => sum + tookMs, 0),
    newCards: practiced.filter(({ isNew }) => isNew).length,
    paceMs: answerMs + readingMs,
  };
}

/** When the next card of one of these entries comes back; undefined when none is waiting. */
export function nextDue(
  reviews: ReviewLog,
  entryIds: ReadonlySet<string>,
  now: number,
): number | undefined {
  for (const { card, due } of cardsDue(reviews, { card: '', due: now })) {
    if (entryIds.has(entryIdOf(card))) return due;
  }
  return undefined;
}

function* cardsDue(reviews: ReviewLog, from: DueCard): Generator<DueCard> {
  let after: DueCard | undefined = from;
  while (after) {
    const page = reviews.due(Number.MAX_SAFE_INTEGER, pageSize, after);
    yield* page;
    after = page.at(-1);
  }
}
