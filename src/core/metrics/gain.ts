/** Discounted cumulative gain: what a ranked list is worth, a place counting less the lower it is. */
import { descending } from './order.ts';
import { sumOf } from './sum.ts';

export type Gain = (relevance: number) => number;
export const linearGain: Gain = (relevance) => relevance;
export const exponentialGain: Gain = (relevance) => 2 ** relevance - 1;

export interface Discounting {
  readonly gain: Gain;
  /** Undefined: no cut. */
  readonly k: number | undefined;
  readonly logBase: number;
}

/** Weight of a rank, counted from 1. */
export function discount(rank: number, { k, logBase }: Discounting): number {
  if (k !== undefined && rank > k) return 0;
  return logBase === 2 ? 1 / Math.log2(rank + 1) : Math.log(logBase) / Math.log(rank + 1);
}

/** Relevance already in the order shown. */
export function dcgOf(relevance: ArrayLike<number>, how: Discounting): number {
  const places = Math.min(how.k ?? relevance.length, relevance.length);
  return sumOf(places, (index) => how.gain(relevance[index] as number) * discount(index + 1, how));
}

/** The best order there is. */
export function idealDcg(relevance: Float64Array, how: Discounting): number {
  const best = relevance.slice().sort().reverse();
  return dcgOf(best, how);
}

/** Relevance and scores of one query, in the order of the scores. */
export interface Ordered {
  readonly relevance: Float64Array;
  readonly scores: Float64Array;
}

/** Of equal scores the first comes first; with `lastFirst` the last, as scikit-learn's ignore_ties. */
export function orderedByScore(
  relevance: Float64Array,
  scores: Float64Array,
  lastFirst: boolean,
): Ordered {
  const last = scores.length - 1;
  const order = descending(lastFirst ? scores.slice().reverse() : scores);
  const at = (values: Float64Array) => {
    const sorted = new Float64Array(values.length);
    for (let rank = 0; rank <= last; rank++) {
      const index = order[rank] as number;
      sorted[rank] = values[lastFirst ? last - index : index] as number;
    }
    return sorted;
  };
  return { relevance: at(relevance), scores: at(scores) };
}

/**
 * Items of equal score share their places: each gets the mean gain, which is the expected value
 * over all orders of the tie (McSherry & Najork 2008).
 */
export function tiedDcg({ relevance, scores }: Ordered, how: Discounting): number {
  const places = Math.min(how.k ?? scores.length, scores.length);
  const shares = new Float64Array(places);
  for (let start = 0; start < places; ) {
    let end = start;
    let gains = 0;
    for (; end < scores.length && scores[end] === scores[start]; end++) {
      gains += how.gain(relevance[end] as number);
    }
    shares.fill(gains / (end - start), start, Math.min(end, places));
    start = end;
  }
  return sumOf(places, (index) => (shares[index] as number) * discount(index + 1, how));
}
