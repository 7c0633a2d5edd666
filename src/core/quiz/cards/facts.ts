/** Cards that look alike for every kind of entry. */
import type { Catalog, Entry } from '../../catalog.ts';
import {
  cardId,
  cardOf,
  fillInQuestion,
  orderQuestion,
  recallQuestion,
  subjectOf,
  way,
} from '../build.ts';
import type { Card } from '../card.ts';
import { mask, revealsAny } from '../mask.ts';
import type { Part } from '../question.ts';
import { namesOf, rivalsOf } from './names.ts';

export interface Fact {
  /** Names the fact in the card's id; never changes. */
  readonly fact: string;
  readonly prompt: string;
  readonly explanation: string;
}

/** The name, to be given for a clue in which it is left blank. */
export function nameCard(
  entry: Entry,
  catalog: Catalog,
  {
    prompt,
    explanation,
  }: { readonly prompt: (clue: string) => string; readonly explanation: string },
): Card {
  const fact = 'name';
  const names = namesOf(entry);
  const ask = way('fill-in', () => {
    const shown = prompt(mask(entry.summary, names));
    if (revealsAny(shown, names)) return undefined;
    const base = { card: cardId(entry, fact), about: subjectOf(entry), prompt: shown, explanation };
    return fillInQuestion(base, entry.name, names, rivalsOf(entry, catalog));
  });
  return cardOf(entry, fact, [ask]);
}

/** The first sentences of a paragraph: as much as one reads between two questions. */
export function opening(paragraph: string): string {
  const all = paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return all.slice(0, 2).join(' ');
}

/** Things to say from memory; no card when there are none. */
export function recallCards(entry: Entry, { fact, ...base }: Fact, parts: readonly Part[]): Card[] {
  if (parts.length === 0) return [];
  const card = cardId(entry, fact);
  const ask = way('recall', () =>
    recallQuestion({ ...base, card, about: subjectOf(entry) }, parts),
  );
  return [cardOf(entry, fact, [ask])];
}

/** Things to put in order; no card when there are too few or too many. */
export function orderCards(
  entry: Entry,
  { fact, ...base }: Fact,
  items: readonly string[],
): Card[] {
  if (items.length < 3 || items.length > 9) return [];
  const card = cardId(entry, fact);
  const ask = way('order', (random) =>
    orderQuestion({ ...base, card, about: subjectOf(entry) }, items, random),
  );
  return [cardOf(entry, fact, [ask])];
}

/** When the neighbor is the better choice, one card for each look-alike. */
export function contrastCards(
  entry: Entry & {
    readonly lookAlikes: readonly { readonly id: string; readonly chooseThisWhen: string }[];
  },
  catalog: Catalog,
): Card[] {
  return entry.lookAlikes.flatMap(({ id, chooseThisWhen }) => {
    const other = catalog.record(id);
    if (!other) return [];
    const prompt = `${entry.name} or ${other.name}: when do you choose ${other.name} instead?`;
    const explanation = `${entry.name}: ${entry.summary} ${other.name}: ${other.summary}`;
    return recallCards(entry, { fact: `or-${id}`, prompt, explanation }, [
      { text: chooseThisWhen, names: [] },
    ]);
  });
}
