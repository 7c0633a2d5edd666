/** Which cards a session asks: those that are due first, then new ones, well mixed. */
import type { IndexRecord } from '../catalog.ts';
import { type Random, seededRandom, seedFrom } from '../random.ts';
import { type Card, entryIdOf } from './card.ts';
import type { Deck } from './cards/deck.ts';
import { kindRules } from './kinds/kinds.ts';
import { type Question, type QuestionKind, questionKinds } from './question.ts';

/** What the history knows of cards. */
export interface CardHistory {
  /** Ids of the cards that are due, most urgent first. */
  due(): Iterable<string>;
  isKnown(card: string): boolean;
}

export const noHistory: CardHistory = { due: () => [], isKnown: () => false };

export interface ChoiceOfCards {
  readonly deck: Deck;
  readonly records: readonly IndexRecord[];
  readonly kinds: readonly QuestionKind[];
  readonly count: number;
  readonly seed: number;
  readonly history: CardHistory;
}

/** A card with the question that asks for it. */
export interface Item {
  readonly card: Card;
  readonly question: Question;
  /** Counts up when a sitting asks the same card several times, with fresh numbers. */
  readonly round?: number;
}

export function chooseItems(request: ChoiceOfCards): Item[] {
  const due = dueItems(request);
  const fresh = newItems(
    request,
    request.count - due.length,
    new Set(due.map(({ card }) => card.id)),
  );
  return [...spread(due), ...spread(fresh)];
}

/**
 * A question for a card. The same seed, card and attempt give the same question, in
 * whatever order the cards come; another attempt may ask in another way.
 */
export function askCard(
  card: Card,
  kinds: readonly QuestionKind[],
  seed: number,
  attempt = 1,
): Question | undefined {
  const random = seededRandom(seedFrom(`${seed} ${card.id} ${attempt}`));
  for (const way of random.shuffle(card.ways)) {
    const question = kinds.includes(way.kind) ? way.ask(random) : undefined;
    if (question) return question;
  }
  return undefined;
}

function dueItems({ deck, records, kinds, count, seed, history }: ChoiceOfCards): Item[] {
  const inScope = new Set(records.map(({ id }) => id));
  const items: Item[] = [];
  for (const id of history.due()) {
    if (items.length >= count) break;
    // A card whose entry or fact is gone stays in the history and is not asked.
    const card = inScope.has(entryIdOf(id)) ? deck.card(id) : undefined;
    const question = card && askCard(card, kinds, seed);
    if (card && question) items.push({ card, question });
  }
  return items;
}

/**
 * New cards: the kinds in turn by their weights, and as many different entries as there are.
 * Entries are looked into one by one, so that a large base costs no more than a small one.
 */
function newItems(request: ChoiceOfCards, count: number, taken: Set<string>): Item[] {
  const random = seededRandom(request.seed);
  const records = random.shuffle(request.records);
  const items: Item[] = [];
  /** Entries and prompts of this round: each comes once before any comes twice. */
  const used = new Set<string>();
  const spent = new Set<QuestionKind>();
  while (items.length < count) {
    const kinds = request.kinds.filter((kind) => !spent.has(kind));
    const kind = pickKind(kinds, random);
    if (!kind) {
      // Every entry has had its turn; they may come again.
      if (used.size === 0) break;
      used.clear();
      spent.clear();
      continue;
    }
    const item = findNew(request, kind, records, { used, taken }, random);
    if (item) {
      items.push(item);
      used.add(item.card.about.id).add(item.question.prompt);
      taken.add(item.card.id);
    } else {
      spent.add(kind);
    }
  }
  return items;
}

function pickKind(kinds: readonly QuestionKind[], random: Random): QuestionKind | undefined {
  const drawn = kinds.flatMap((kind) => Array<QuestionKind>(kindRules[kind].weight).fill(kind));
  return drawn.length > 0 ? random.pick(drawn) : undefined;
}

function findNew(
  { deck, history, seed }: ChoiceOfCards,
  kind: QuestionKind,
  records: readonly IndexRecord[],
  { used, taken }: { used: ReadonlySet<string>; taken: ReadonlySet<string> },
  random: Random,
): Item | undefined {
  for (const record of records) {
    if (used.has(record.id)) continue;
    for (const card of random.shuffle(deck.cardsOf(record))) {
      const isNew = !taken.has(card.id) && card.ways.some((way) => way.kind === kind);
      const question = isNew && !history.isKnown(card.id) ? askCard(card, [kind], seed) : undefined;
      if (question && !used.has(question.prompt)) return { card, question };
    }
  }
  return undefined;
}

/** Keeps cards of one entry from following each other, and the order otherwise. */
export function spread(items: readonly Item[]): Item[] {
  const left = [...items];
  const result: Item[] = [];
  while (left.length > 0) {
    const last = result.at(-1)?.card.about.id;
    const other = left.findIndex(({ card }) => card.about.id !== last);
    result.push(...left.splice(Math.max(0, other), 1));
  }
  return result;
}

export const allKinds: readonly QuestionKind[] = questionKinds;
