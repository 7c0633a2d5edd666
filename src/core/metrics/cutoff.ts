/** Metrics of the first K places with relevant or irrelevant items, for one list or many. */
import { field, noRelevant } from './fields.ts';
import {
  type Computation,
  type Field,
  type MetricFormula,
  metric,
  undefinedValue,
} from './formula.ts';
import type { MetricInput } from './input.ts';
import {
  listForms,
  listOptions,
  type RankedList,
  type RankedLists,
  rankedListsIn,
} from './ranked.ts';
import { meanOf, sum } from './sum.ts';
import { show, showList, showMean, showSum, table } from './working.ts';

const denominator = field('denominator', 'k, or retrieved when fewer than k were returned');
const normalizer = field('normalizer', 'R or min(R,k): what AP@K is divided by');

/** Null: undefined for this list. */
interface ListScore {
  readonly value: number | null;
  readonly steps: readonly string[];
}

type Scorer = (list: RankedList, k: number | undefined) => ListScore;

function hitsWithin({ hits }: RankedList, k: number | undefined): number {
  return sum(k === undefined ? hits : hits.subarray(0, k));
}

function drawPlaces({ hits }: RankedList, k: number | undefined): string {
  const cut = k === undefined || k >= hits.length ? '' : `, cut at ${k}`;
  return `relevant by place: ${showList(hits)}${cut}`;
}

function precisionAt(by: 'k' | 'retrieved'): Scorer {
  return (list, k) => {
    const found = hitsWithin(list, k);
    const places =
      by === 'k' && k !== undefined ? k : Math.min(k ?? list.hits.length, list.hits.length);
    const value = places === 0 ? 0 : found / places;
    const line = `precision = relevant in the first ${places} / ${places} = ${found} / ${places} = ${show(value)}`;
    return { value, steps: [drawPlaces(list, k), places === 0 ? 'nothing retrieved: 0' : line] };
  };
}

const recallAt: Scorer = (list, k) => {
  if (list.relevant === 0) return noneRelevant();
  const found = hitsWithin(list, k);
  const value = found / list.relevant;
  const line = `recall = found / relevant = ${found} / ${list.relevant} = ${show(value)}`;
  return { value, steps: [drawPlaces(list, k), line] };
};

function noneRelevant(): ListScore {
  return { value: null, steps: ['no relevant item exists'] };
}

function averagePrecisionAt(by: 'R' | 'min(R,k)'): Scorer {
  return (list, k) => {
    if (list.relevant === 0) return noneRelevant();
    const places = Math.min(k ?? list.hits.length, list.hits.length);
    const ranks: number[] = [];
    for (let index = 0; index < places; index++) if (list.hits[index]) ranks.push(index + 1);
    const below = by === 'R' ? list.relevant : Math.min(list.relevant, k ?? list.relevant);
    const total =
      meanOf(ranks.length, (found) => (found + 1) / (ranks[found] as number)) * ranks.length;
    const value = ranks.length === 0 ? 0 : total / below;
    const terms = showSum(ranks.length, (found) => `${found + 1}/${ranks[found]}`);
    const line = `AP = (${terms}) / ${below} = ${show(value)}`;
    return { value, steps: [drawPlaces(list, k), line] };
  };
}

const reciprocalRank: Scorer = (list, k) => {
  const rank = list.hits.indexOf(1) + 1;
  const isFound = rank > 0 && (k === undefined || rank <= k);
  const value = isFound ? 1 / rank : 0;
  const line = isFound
    ? `first relevant result at rank ${rank}: 1 / ${rank} = ${show(value)}`
    : `no relevant result${k === undefined ? '' : ` in the first ${k}`}: 0`;
  return { value, steps: [drawPlaces(list, k), line] };
};

const hitAt: Scorer = (list, k) => {
  const value = Number(hitsWithin(list, k) > 0);
  const line = value ? 'a relevant item is there: 1' : 'no relevant item is there: 0';
  return { value, steps: [drawPlaces(list, k), line] };
};

interface Averaging {
  readonly name: string;
  readonly ifNone?: 'skip' | 'zero';
}

function score(
  given: RankedLists,
  scorer: Scorer,
  { name, ifNone = 'skip' }: Averaging,
): Computation {
  const [only] = given.lists;
  if (!given.isMany && only) return one(scorer(only, given.k), ifNone);
  const each = given.lists.map((list) => scorer(list, given.k).value);
  const rows = table(['query', 'relevant', 'found', name], each.length, (index) => {
    const list = given.lists[index] as RankedList;
    const value = each[index] ?? null;
    const cells = [index + 1, list.relevant, hitsWithin(list, given.k)].map(String);
    return [...cells, value === null ? ifNone : show(value)];
  });
  const counted = each.map((value) => (ifNone === 'zero' ? (value ?? 0) : value));
  const values = counted.filter((value) => value !== null);
  if (values.length === 0) return undefinedValue('no query has a relevant item', rows);
  const value = meanOf(values.length, (index) => values[index] as number);
  const line = showMean('mean', values.length, (index) => show(values[index] as number), value);
  return { value, steps: [...rows, line] };
}

function one({ value, steps }: ListScore, ifNone: 'skip' | 'zero'): Computation {
  if (value !== null) return { value, steps };
  if (ifNone === 'zero') return { value: 0, steps: [...steps, '0 as asked'] };
  return undefinedValue('no relevant item exists, so the divisor is 0');
}

function ifNoneIn(input: MetricInput): 'skip' | 'zero' {
  return input.choice(noRelevant, ['skip', 'zero'], 'skip');
}

export function averagePrecisionOf(input: MetricInput): Computation {
  const by = input.choice(normalizer, ['R', 'min(R,k)'], 'R');
  return score(rankedListsIn(input), averagePrecisionAt(by), {
    name: 'AP',
    ifNone: ifNoneIn(input),
  });
}

function over(name: string, scorer: Scorer): (input: MetricInput) => Computation {
  return (input) => score(rankedListsIn(input), scorer, { name, ifNone: ifNoneIn(input) });
}

function define(id: string, name: string, formula: string, ...more: Field[]) {
  return { id, name, formula, forms: listForms, options: [...listOptions, noRelevant, ...more] };
}

export const cutoffs: readonly MetricFormula[] = [
  metric({
    ...define('precision-at-k', 'Precision@K', 'P@K = relevant in the top K / K', denominator),
    aliases: ['precision@k', 'p@k'],
    work: (input) => {
      const by = input.choice(denominator, ['k', 'retrieved'], 'k');
      return score(rankedListsIn(input), precisionAt(by), { name: 'P@K' });
    },
  }),
  metric({
    ...define('recall-at-k', 'Recall@K', 'R@K = relevant in the top K / all relevant'),
    aliases: ['recall@k', 'r@k'],
    work: over('R@K', recallAt),
  }),
  metric({
    ...define('ap-at-k', 'AP@K', 'AP@K = (1/R) · Σ P@i over the relevant ranks i ≤ K', normalizer),
    aliases: ['ap@k', 'context-precision'],
    work: averagePrecisionOf,
  }),
  metric({
    ...define('map-at-k', 'MAP@K', 'MAP@K = mean over queries of AP@K', normalizer),
    aliases: ['map', 'map@k', 'mean-average-precision'],
    work: averagePrecisionOf,
  }),
  metric({
    ...define('mrr', 'MRR', 'MRR = mean over queries of 1 / rank of the first relevant result'),
    aliases: ['mean-reciprocal-rank', 'reciprocal-rank'],
    work: over('1/rank', reciprocalRank),
  }),
  metric({
    ...define(
      'hit-rate-at-k',
      'Hit rate@K',
      'HR@K = queries with a relevant item in the top K / queries',
    ),
    aliases: ['hit-rate', 'hit@k', 'hit-rate@k', 'success-at-k', 'hit-ratio'],
    work: over('hit', hitAt),
  }),
];
