/** DCG and NDCG, from scores, from a ranked list and judgments, or from the relevance by place. */
import { cutoff, field, queries, sampleWeight, scores, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import {
  type Discounting,
  dcgOf,
  discount,
  exponentialGain,
  idealDcg,
  linearGain,
  orderedByScore,
  tiedDcg,
} from './gain.ts';
import { type Graded, gradedIn, idealField, judgedField, rowsIn } from './graded-input.ts';
import type { MetricInput } from './input.ts';
import { cutoffIn, queriesIn, rankedField, relevanceField } from './ranked.ts';
import { meanOf } from './sum.ts';
import { show, showMean, table } from './working.ts';

const ignoreTies = field(
  'ignore-ties',
  'true to break ties of score instead of averaging over them',
);
const logBase = field('log-base', 'the base of the discount, 2 unless given');
const gainField = field('gain', 'linear or exponential');
const scoreForm = [truth, scores];

function discounting(input: MetricInput, gain: Discounting['gain']): Discounting {
  const base = input.numberOr(logBase, 2, { min: 0 });
  if (base <= 0 || base === 1) throw input.wrong(logBase, `is ${base}: it is above 0 and not 1`);
  return { gain, k: cutoffIn(input), logBase: base };
}

function byScore(input: MetricInput, how: Discounting, isShare: boolean): Computation {
  const rows = rowsIn(input);
  const breakTies = input.flag(ignoreTies, false);
  let hasTies = false;
  const each = rows.relevance.map((relevance, index) => {
    const ordered = orderedByScore(relevance, rows.scores[index] as Float64Array, breakTies);
    const isTied = ordered.scores.some((score, rank) => score === ordered.scores[rank + 1]);
    hasTies ||= isTied && !breakTies;
    return {
      list: { relevance: ordered.relevance, names: undefined },
      reached: isTied && !breakTies ? tiedDcg(ordered, how) : dcgOf(ordered.relevance, how),
      best: idealDcg(relevance, how),
    };
  });
  const tied = hasTies ? ['items of equal score share their places: each has their mean gain'] : [];
  return conclude(each, { isShare, how, notes: tied, weights: rows.weights });
}

function shareOf(reached: number, ideal: number): number {
  return ideal === 0 ? 0 : reached / ideal;
}

/** What one list reached, and what the best order would have. */
interface Reached {
  readonly list: Pick<Graded, 'relevance' | 'names'>;
  readonly reached: number;
  readonly best: number;
}

interface Conclusion {
  readonly isShare: boolean;
  readonly how: Discounting;
  readonly notes: readonly string[];
  readonly weights?: Float64Array | undefined;
}

function conclude(lists: readonly Reached[], given: Conclusion): Computation {
  const { isShare, how, notes, weights } = given;
  const name = isShare ? 'NDCG' : 'DCG';
  const each = lists.map(({ reached, best }) => (isShare ? shareOf(reached, best) : reached));
  const [only] = lists;
  if (only && lists.length === 1) {
    return { value: each[0] as number, steps: [...listSteps(only, how, isShare), ...notes] };
  }
  const value = meanOf(each.length, (index) => each[index] as number, weights);
  const rows = table(['query', 'DCG', 'ideal DCG', name], each.length, (index) => [
    String(index + 1),
    ...[lists[index]?.reached, lists[index]?.best, each[index]].map((number) => show(number ?? 0)),
  ]);
  const line = weights
    ? `mean weighted by query = ${show(value)}`
    : showMean(`mean ${name}`, each.length, (index) => show(each[index] as number), value);
  return { value, steps: [...rows, ...notes, line] };
}

function byRank(input: MetricInput, how: Discounting, isShare: boolean): Computation {
  const isMany = input.mentions(queries);
  const each = (isMany ? queriesIn(input) : [input]).map((query) => {
    const list = gradedIn(query);
    return { list, reached: dcgOf(list.relevance, how), best: idealDcg(list.ideal, how) };
  });
  return conclude(each, { isShare, how, notes: [] });
}

function listSteps({ list, reached, best }: Reached, how: Discounting, isShare: boolean): string[] {
  const { relevance, names } = list;
  const places = Math.min(how.k ?? relevance.length, relevance.length);
  const header = ['rank', ...(names ? ['item'] : []), 'rel', 'gain', 'discount', 'gain · discount'];
  const rows = table(header, places, (index) => {
    const grade = relevance[index] as number;
    const [gain, weight] = [how.gain(grade), discount(index + 1, how)];
    const name = names ? [names[index] as string] : [];
    return [String(index + 1), ...name, ...[grade, gain, weight, gain * weight].map(show)];
  });
  const steps = [...rows, `DCG = ${show(reached)}`];
  if (!isShare) return steps;
  const share =
    best === 0
      ? 'nothing is relevant: NDCG is 0 by convention'
      : `NDCG = DCG / ideal DCG = ${show(reached)} / ${show(best)} = ${show(reached / best)}`;
  return [...steps, `ideal DCG (best order) = ${show(best)}`, share];
}

function work(gain: Discounting['gain'], isShare: boolean): (input: MetricInput) => Computation {
  return (input) => {
    const how = discounting(input, gain);
    return input.mentions(scores) ? byScore(input, how, isShare) : byRank(input, how, isShare);
  };
}

/** Where no gain is named it is linear, as in scikit-learn and trec_eval; the working says so. */
function chosenGain(isShare: boolean): (input: MetricInput) => Computation {
  return (input) => {
    const isLinear = input.choice(gainField, ['linear', 'exponential'], 'linear') === 'linear';
    const computed = work(isLinear ? linearGain : exponentialGain, isShare)(input);
    const said = isLinear ? 'gain = rel (the other convention is 2^rel − 1)' : 'gain = 2^rel − 1';
    return { ...computed, steps: [said, ...computed.steps] };
  };
}

const listForms = [[relevanceField], [rankedField, judgedField], [queries], scoreForm];
const options = [cutoff, idealField, ignoreTies, sampleWeight, logBase];

export const graded: readonly MetricFormula[] = [
  metric({
    id: 'ndcg',
    name: 'NDCG@K',
    aliases: ['ndcg@k', 'ndcg-at-k', 'normalized-dcg'],
    formula: 'NDCG@K = DCG@K / ideal DCG@K, gain rel or 2^rel − 1',
    forms: listForms,
    options: [gainField, ...options],
    work: chosenGain(true),
  }),
  metric({
    id: 'ndcg-exponential',
    name: 'NDCG@K, exponential gain',
    formula: 'DCG@K = Σ (2^rel_i − 1) / log2(i + 1); NDCG@K = DCG@K / ideal DCG@K',
    forms: listForms,
    options,
    work: work(exponentialGain, true),
  }),
  metric({
    id: 'ndcg-linear',
    name: 'NDCG@K, linear gain',
    formula: 'DCG@K = Σ rel_i / log2(i + 1); NDCG@K = DCG@K / ideal DCG@K',
    forms: [scoreForm, ...listForms.slice(0, 3)],
    options,
    work: work(linearGain, true),
  }),
  metric({
    id: 'ndcg-linear-ranked',
    name: 'NDCG@K of a ranked list, linear gain',
    formula: 'DCG@K = Σ rel_i / log2(i + 1); NDCG@K = DCG@K / ideal DCG@K',
    forms: listForms,
    options,
    work: work(linearGain, true),
  }),
  metric({
    id: 'dcg',
    name: 'DCG@K',
    aliases: ['dcg@k', 'dcg-at-k'],
    formula: 'DCG@K = Σ gain_i / log2(i + 1), gain rel or 2^rel − 1',
    forms: listForms,
    options: [gainField, ...options],
    work: chosenGain(false),
  }),
  metric({
    id: 'dcg-linear',
    name: 'DCG@K, linear gain',
    formula: 'DCG@K = Σ rel_i / log2(i + 1)',
    forms: [scoreForm, ...listForms.slice(0, 3)],
    options,
    work: work(linearGain, false),
  }),
  metric({
    id: 'dcg-exponential',
    name: 'DCG@K, exponential gain',
    formula: 'DCG@K = Σ (2^rel_i − 1) / log2(i + 1)',
    forms: listForms,
    options,
    work: work(exponentialGain, false),
  }),
];
