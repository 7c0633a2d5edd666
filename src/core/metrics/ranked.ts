/** Ranked lists with what is relevant in them: by item ids, or by the relevance of each place. */
import { cutoff, field, queries } from './fields.ts';
import type { Field } from './formula.ts';
import { isList, MetricInput, tell } from './input.ts';

export const rankedField = field('ranked', 'the items in the order shown', 'retrieved', 'ranking');
export const relevantField = field('relevant', 'the relevant items');
export const relevanceField = field('relevance', 'the relevance of each place, first place first');
export const totalField = field(
  'total-relevant',
  'how many relevant items exist',
  'relevant-total',
);

/** The ways to give one ranked list, or several. */
export const listForms: readonly (readonly Field[])[] = [
  [relevanceField],
  [rankedField, relevantField],
  [queries],
];
export const listOptions = [cutoff, totalField];

/** One ranked list: whether each place is relevant. */
export interface RankedList {
  readonly hits: Uint8Array;
  /** Relevant items that exist, in the list or not. */
  readonly relevant: number;
  /** What stands at the places, for the working. */
  readonly names: readonly string[] | undefined;
}

export interface RankedLists {
  readonly lists: readonly RankedList[];
  readonly isMany: boolean;
  /** Undefined: no cut. */
  readonly k: number | undefined;
}

export function rankedListsIn(input: MetricInput): RankedLists {
  const k = cutoffIn(input);
  if (!input.mentions(queries)) return { lists: [listIn(input)], isMany: false, k };
  const given = queriesIn(input);
  return { lists: given.map(listIn), isMany: true, k };
}

export function cutoffIn(input: MetricInput): number | undefined {
  if (!input.has(cutoff)) return undefined;
  const k = input.number(cutoff);
  if (Number.isInteger(k) && k >= 1) return k;
  throw input.wrong(cutoff, `is ${k}: it must be a whole number of at least 1`);
}

/** The queries, each as an input of its own; there is at least one. */
export function queriesIn(input: MetricInput): MetricInput[] {
  const given = input.list(queries);
  if (given.length === 0) throw input.wrong(queries, 'is empty: there is nothing to average');
  return given.map((query, index) => {
    if (isList(query)) return new MetricInput({ relevance: query });
    if (typeof query === 'object' && query !== null) {
      return new MetricInput(query as Record<string, unknown>);
    }
    throw input.wrong(
      queries,
      `has ${tell(query)} at position ${index + 1}, not a query`,
      index + 1,
    );
  });
}

function listIn(input: MetricInput): RankedList {
  if (input.has(relevanceField)) return listOfRelevance(input);
  const items = itemsIn(input, rankedField);
  const relevant = new Set(input.list(relevantField));
  rejectRepeats(input, items);
  const hits = Uint8Array.from(items, (item) => Number(relevant.has(item)));
  return { hits, relevant: relevant.size, names: items.map(String) };
}

/** A grade above 0 is relevant. */
function listOfRelevance(input: MetricInput): RankedList {
  const grades = input.numbers(relevanceField);
  const hits = Uint8Array.from(grades, (grade) => Number(grade > 0));
  const found = hits.reduce((count, hit) => count + hit, 0);
  const relevant = input.numberOr(totalField, found, { min: 0, whole: true });
  if (relevant < found) {
    throw input.wrong(totalField, `is ${relevant}, but ${found} relevant items are in the list`);
  }
  return { hits, relevant, names: undefined };
}

export function itemsIn(input: MetricInput, from: Field): (string | number)[] {
  return input.list(from).map((item, index) => {
    if (typeof item === 'string' || typeof item === 'number') return item;
    throw input.wrong(from, `has ${tell(item)} at position ${index + 1}, not an item`, index + 1);
  });
}

export function rejectRepeats(input: MetricInput, items: readonly (string | number)[]): void {
  const seen = new Set<string | number>();
  for (const [index, item] of items.entries()) {
    if (seen.has(item)) {
      throw input.wrong(
        rankedField,
        `has "${item}" twice, again at position ${index + 1}`,
        index + 1,
      );
    }
    seen.add(item);
  }
}
