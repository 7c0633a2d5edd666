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
  /** Ids of the entries that were practiced today: their other cards had better wait. */
  readonly practiced: ReadonlySet<string>;
}

export const noHistory: CardHistory = {
  due: () => [],
  isKnown: () => false,
  practiced: new Set(),
};

export interface ChoiceOfCards {
  readonly deck: Deck;
  readonly records: readonly IndexRecord[];
  readonly kinds: readonly QuestionKind[];
  readonly count: number;
  /** At most so many of them may be new. */
  readonly fresh: number;
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
  const room = Math.min(request.fresh, request.count - due.length);
  const fresh = newItems(request, room, due);
  const groupOf = groupsOf([...due, ...fresh], request.records);
  return [...spread(due, groupOf), ...spread(fresh, groupOf)];
}

/** The family or area of each item's entry. */
function groupsOf(
  items: readonly Item[],
  records: readonly IndexRecord[],
): (item: Item) => string | undefined {
  const ids = new Set(items.map(({ card }) => card.about.id));
  const groups = new Map(
    records.filter(({ id }) => ids.has(id)).map(({ id, group }) => [id, group]),
  );
  return ({ card }) => groups.get(card.about.id);
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

/** So many due cards for each one wanted are looked at to find different entries. */
const lookAhead = 8;

/**
 * What is due, one card of an entry: its siblings wait for another day, unless too little else
 * is due to fill the sitting.
 */
function dueItems({ deck, records, kinds, count, seed, history }: ChoiceOfCards): Item[] {
  const inScope = new Set(records.map(({ id }) => id));
  const met = new Set(history.practiced);
  const items: Item[] = [];
  const siblings: Item[] = [];
  for (const id of history.due()) {
    const isEnough = items.length + siblings.length >= lookAhead * count;
    if (items.length >= count || isEnough) break;
    const entry = entryIdOf(id);
    // A card whose entry or fact is gone stays in the history and is not asked.
    const card = inScope.has(entry) ? deck.card(id) : undefined;
    const question = card && askCard(card, kinds, seed);
    if (!card || !question) continue;
    (met.has(entry) ? siblings : items).push({ card, question });
    met.add(entry);
  }
  return [...items, ...siblings].slice(0, count);
}

/**
 * New cards: the kinds in turn by their weights, and as many different entries as there are.
 * Entries are looked into one by one, so that a large base costs no more than a small one.
 */
function newItems(request: ChoiceOfCards, count: number, due: readonly Item[]): Item[] {
  const taken = new Set(due.map(({ card }) => card.id));
  const random = seededRandom(request.seed);
  const records = random.shuffle(request.records);
  const items: Item[] = [];
  /** Entries and prompts of this round: each comes once before any comes twice. */
  const used = new Set([...request.history.practiced, ...due.map(({ card }) => card.about.id)]);
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

/** In a large base a rare kind is not looked for in every entry, unless it alone is asked for. */
const mostLookedInto = 1000;

function findNew(
  { deck, history, seed, kinds }: ChoiceOfCards,
  kind: QuestionKind,
  records: readonly IndexRecord[],
  { used, taken }: { used: ReadonlySet<string>; taken: ReadonlySet<string> },
  random: Random,
): Item | undefined {
  for (const record of kinds.length > 1 ? records.slice(0, mostLookedInto) : records) {
    if (used.has(record.id)) continue;
    for (const card of random.shuffle(deck.cardsOf(record))) {
      const isNew = !taken.has(card.id) && card.ways.some((way) => way.kind === kind);
      const question = isNew && !history.isKnown(card.id) ? askCard(card, [kind], seed) : undefined;
      if (question && !used.has(question.prompt)) return { card, question };
    }
  }
  return undefined;
}

/**
 * Keeps cards of one entry from following each other, then those of one family or area, and
 * otherwise the order.
 */
export function spread(
  items: readonly Item[],
  groupOf: (item: Item) => string | undefined = () => undefined,
): Item[] {
  const left = [...items];
  const result: Item[] = [];
  while (left.length > 0) {
    const last = result.at(-1);
    const isOther = ({ card }: Item) => card.about.id !== last?.card.about.id;
    const group = last && groupOf(last);
    const isFar = (item: Item) => isOther(item) && (!group || groupOf(item) !== group);
    const far = left.findIndex(isFar);
    const at = far >= 0 ? far : left.findIndex(isOther);
    result.push(...left.splice(Math.max(0, at), 1));
  }
  return result;
}

export const allKinds: readonly QuestionKind[] = questionKinds;
