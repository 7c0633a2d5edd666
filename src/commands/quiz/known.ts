/** What the choice of cards needs to know, read from the log page by page. */
import { entryIdOf } from '../../core/quiz/card.ts';
import type { CardHistory } from '../../core/quiz/choose.ts';
import type { DueCard } from '../../history/cards.ts';
import type { ReviewLog } from '../../history/reviews.ts';

const pageSize = 200;

export function knownCards(reviews: ReviewLog, now: number): CardHistory {
  return {
    *due() {
      for (const { card } of cardsDue(reviews, now)) yield card;
    },
    isKnown: (card) => reviews.stateOf(card) !== undefined,
  };
}

/** When the next card of one of these entries comes back; undefined when none is waiting. */
export function nextDue(
  reviews: ReviewLog,
  entryIds: ReadonlySet<string>,
  now: number,
): number | undefined {
  for (const { card, due } of cardsDue(reviews, Number.MAX_SAFE_INTEGER, { card: '', due: now })) {
    if (entryIds.has(entryIdOf(card))) return due;
  }
  return undefined;
}

function* cardsDue(reviews: ReviewLog, until: number, from?: DueCard): Generator<DueCard> {
  let after = from;
  for (;;) {
    const page = reviews.due(until, pageSize, after);
    yield* page;
    after = page.at(-1);
    if (!after) return;
  }
}
