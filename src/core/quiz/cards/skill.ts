/** Cards that ask for a number: to be computed with fresh figures, or estimated. */
import type { Entry } from '../../catalog.ts';
import { cardId, cardOf, subjectOf, way } from '../build.ts';
import type { Card } from '../card.ts';
import { estimateQuestion } from '../estimate/ask.ts';
import { estimateDrills } from '../estimate/table.ts';
import { numericQuestion } from '../numeric/ask.ts';
import { numericDrills } from '../numeric/table.ts';

export function skillCards(entry: Entry): Card[] {
  const place = (fact: string) => ({ card: cardId(entry, fact), about: subjectOf(entry) });
  const numeric = drillsAt(numericDrills, entry).map((drill) => {
    const fact = `numeric-${drill.id}`;
    return cardOf(entry, fact, [
      way('numeric', (random) => numericQuestion(drill, place(fact), random)),
    ]);
  });
  const estimates = drillsAt(estimateDrills, entry).map((drill) => {
    const fact = `estimate-${drill.id}`;
    return cardOf(entry, fact, [
      way('estimate', (random) => estimateQuestion(drill, place(fact), random)),
    ]);
  });
  return [...numeric, ...estimates];
}

function drillsAt<D extends { readonly entry: string }>(
  drills: readonly D[],
  { kind, id }: Entry,
): readonly D[] {
  return drills.filter(({ entry }) => entry === `${kind}/${id}`);
}
