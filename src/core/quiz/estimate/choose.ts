/** Which drills a sitting asks: those that are due, then new ones, then the rest; then once more. */
import { type Random, seededRandom } from '../../random.ts';
import type { Card } from '../card.ts';
import type { Deck } from '../cards/deck.ts';
import { askCard, type Item } from '../choose.ts';
import type { EstimateDrill } from './drill.ts';

export interface ChoiceOfDrills {
  readonly deck: Deck;
  readonly drills: readonly EstimateDrill[];
  readonly count: number;
  readonly seed: number;
  readonly now: number;
  /** When a card comes back, in milliseconds since the epoch; undefined when it was never asked. */
  dueAt(card: string): number | undefined;
}

/** As many as asked for: a drill that comes again has fresh figures. */
export function chooseDrills(choice: ChoiceOfDrills): Item[] {
  const cards = ordered(choice, seededRandom(choice.seed));
  const items: Item[] = [];
  for (let round = 0; items.length < choice.count && cards.length > 0; round++) {
    for (const card of cards.slice(0, choice.count - items.length)) {
      const question = askCard(card, ['estimate'], choice.seed + round);
      if (question) items.push({ card, question, round });
    }
  }
  return items;
}

/** A drill whose entry the knowledge at hand does not have is left out. */
function ordered({ deck, drills, now, dueAt }: ChoiceOfDrills, random: Random): Card[] {
  const cards = random
    .shuffle(drills)
    .flatMap(({ entry, id }) => deck.card(`${entry}#estimate-${id}`) ?? []);
  const rankOf = (card: Card) => {
    const due = dueAt(card.id);
    if (due === undefined) return { group: 1, due: 0 };
    return { group: due <= now ? 0 : 2, due };
  };
  return cards
    .map((card) => ({ card, rank: rankOf(card) }))
    .sort((a, b) => a.rank.group - b.rank.group || a.rank.due - b.rank.due)
    .map(({ card }) => card);
}
