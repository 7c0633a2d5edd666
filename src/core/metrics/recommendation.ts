/** What a recommender shows over all users and within a list: coverage and diversity. */
import { UndefinedMetricError } from './errors.ts';
import { cutoff, field } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import { isList, type MetricInput } from './input.ts';
import { cutoffIn } from './ranked.ts';
import { sumOf } from './sum.ts';
import { show, showSum } from './working.ts';

const recommendations = field('recommendations', 'a list of items for each user', 'lists');
const catalogue = field('catalogue', 'all items there are', 'catalog');
const vectors = field('vectors', 'a vector for each item of the list', 'embeddings');
const tagSets = field('tag-sets', 'the tags of each item of the list', 'tags');
const distance = field('distance', '1 - cosine or Jaccard');

function coverage(input: MetricInput): Computation {
  const k = cutoffIn(input);
  const items = new Set(input.list(catalogue));
  if (items.size === 0) throw input.wrong(catalogue, 'is empty: give the items that can be shown');
  const shown = new Set<unknown>();
  for (const [index, list] of input.list(recommendations).entries()) {
    if (!isList(list)) {
      throw input.wrong(recommendations, `has no list at position ${index + 1}`, index + 1);
    }
    for (const item of Array.from(list).slice(0, k)) if (items.has(item)) shown.add(item);
  }
  const value = shown.size / items.size;
  const line = `coverage = distinct items shown / catalogue = ${shown.size} / ${items.size} = ${show(value)}`;
  return { value, steps: [line] };
}

function diversity(input: MetricInput): Computation {
  const { count, apart, name } = input.has(tagSets) ? tagDistances(input) : vectorDistances(input);
  if (count < 2) return undefinedValue('a list of fewer than two items has no pairs');
  const pairs = (count * (count - 1)) / 2;
  const total = sumOf(count, (first) =>
    sumOf(count - first - 1, (offset) => apart(first, first + 1 + offset)),
  );
  const value = total / pairs;
  const shown = showSum(Math.min(pairs, 7), (index) => {
    const [first, second] = pairAt(index, count);
    return show(apart(first, second));
  });
  const rest = pairs > 7 ? ' + …' : '';
  const line = `mean ${name} of ${pairs} pairs = (${shown}${rest}) / ${pairs} = ${show(value)}`;
  return { value, steps: [line] };
}

function pairAt(index: number, count: number): [number, number] {
  let first = 0;
  let left = index;
  while (left >= count - first - 1) left -= count - first++ - 1;
  return [first, first + 1 + left];
}

interface Distances {
  readonly count: number;
  readonly name: string;
  apart(first: number, second: number): number;
}

function vectorDistances(input: MetricInput): Distances {
  const wanted = input.choice(distance, ['1 - cosine', 'cosine', 'Jaccard'], 'cosine');
  if (wanted === 'Jaccard') throw input.wrong(distance, 'is Jaccard: that needs tag-sets');
  const units = input.matrix(vectors).map((vector, index) => {
    const length = Math.sqrt(sumOf(vector.length, (at) => (vector[at] as number) ** 2));
    if (length > 0) return vector.map((value) => value / length);
    throw input.wrong(vectors, `row ${index + 1} is a zero vector: its cosine is 0/0`, index + 1);
  });
  const dot = (a: Float64Array, b: Float64Array) =>
    sumOf(a.length, (at) => (a[at] as number) * (b[at] as number));
  return {
    count: units.length,
    name: '1 − cosine',
    apart: (first, second) => 1 - dot(units[first] as Float64Array, units[second] as Float64Array),
  };
}

function tagDistances(input: MetricInput): Distances {
  const wanted = input.choice(distance, ['Jaccard', '1 - cosine'], 'Jaccard');
  if (wanted !== 'Jaccard') throw input.wrong(distance, 'is 1 - cosine: that needs vectors');
  const sets = input.list(tagSets).map((tags, index) => {
    if (isList(tags)) return new Set(tags);
    throw input.wrong(tagSets, `has no list at position ${index + 1}`, index + 1);
  });
  const apart = (first: number, second: number) => {
    const [a, b] = [sets[first] as Set<unknown>, sets[second] as Set<unknown>];
    const common = [...a].filter((tag) => b.has(tag)).length;
    const all = a.size + b.size - common;
    if (all === 0)
      throw new UndefinedMetricError('two items have no tags: their Jaccard distance is 0/0');
    return 1 - common / all;
  };
  return { count: sets.length, name: 'Jaccard distance', apart };
}

export const recommendation: readonly MetricFormula[] = [
  metric({
    id: 'catalogue-coverage',
    name: 'Catalogue coverage',
    aliases: ['catalog-coverage', 'coverage', 'coverage-at-k'],
    formula: 'coverage = distinct catalogue items shown to anyone / catalogue items',
    forms: [[recommendations, catalogue]],
    options: [cutoff],
    work: coverage,
  }),
  metric({
    id: 'intra-list-diversity',
    name: 'Intra-list diversity',
    aliases: ['diversity', 'ild'],
    formula: 'ILD = 2 / (n(n − 1)) · Σ over pairs d(i, j)',
    forms: [[vectors], [tagSets]],
    options: [distance],
    work: diversity,
  }),
];
