/** Ranking quality of scores for two classes: the area under the ROC curve and average precision. */
import { descending } from './order.ts';
import { sum, sumOf } from './sum.ts';

/** Scores of two classes, positives marked 1. */
export interface Scored {
  readonly scores: Float64Array;
  readonly positive: Uint8Array;
  readonly weights?: Float64Array | undefined;
}

/**
 * What has been passed on the way down, one point a distinct score: weights of true and false
 * positives among all that score at least so much.
 */
export interface Sweep {
  readonly points: number;
  readonly thresholds: Float64Array;
  readonly hits: Float64Array;
  readonly alarms: Float64Array;
}

export function sweep({ scores, positive, weights }: Scored): Sweep {
  const order = descending(scores);
  const thresholds = new Float64Array(order.length);
  const hits = new Float64Array(order.length);
  const alarms = new Float64Array(order.length);
  let points = 0;
  let hit = 0;
  let alarm = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank] as number;
    const weight = weights ? (weights[index] as number) : 1;
    if (positive[index] === 1) hit += weight;
    else alarm += weight;
    const score = scores[index] as number;
    if (score === scores[order[rank + 1] as number]) continue;
    thresholds[points] = score;
    hits[points] = hit;
    alarms[points++] = alarm;
  }
  return { points, thresholds, hits, alarms };
}

/** Trapezoids under hits against alarms, as a share of the whole. */
export function areaUnder({ points, hits, alarms }: Sweep): number {
  const allHits = hits[points - 1] as number;
  const allAlarms = alarms[points - 1] as number;
  const area = sumOf(points, (point) => {
    const width = (alarms[point] as number) - (point ? (alarms[point - 1] as number) : 0);
    const before = point ? (hits[point - 1] as number) : 0;
    return (width * (before + (hits[point] as number))) / 2;
  });
  return area / (allHits * allAlarms);
}

/** Area up to a false positive rate, put at ½ for chance and 1 for perfect (McClish 1989). */
export function standardizedArea(curve: Sweep, maxRate: number): number {
  const allHits = curve.hits[curve.points - 1] as number;
  const allAlarms = curve.alarms[curve.points - 1] as number;
  let area = 0;
  let rate = 0;
  let recall = 0;
  for (let point = 0; point < curve.points && rate < maxRate; point++) {
    const nextRate = (curve.alarms[point] as number) / allAlarms;
    const nextRecall = (curve.hits[point] as number) / allHits;
    const share = nextRate > maxRate ? (maxRate - rate) / (nextRate - rate) : 1;
    const reached = recall + share * (nextRecall - recall);
    area += (Math.min(nextRate, maxRate) - rate) * ((recall + reached) / 2);
    rate = nextRate;
    recall = nextRecall;
  }
  const least = (maxRate * maxRate) / 2;
  return 0.5 * (1 + (area - least) / (maxRate - least));
}

/** Σ (R_n − R_{n−1}) · P_n; 0 without positives. */
export function averagePrecision({ points, hits, alarms }: Sweep): number {
  const all = points === 0 ? 0 : (hits[points - 1] as number);
  if (all === 0) return 0;
  return sumOf(points, (point) => {
    const hit = hits[point] as number;
    const gained = hit - (point ? (hits[point - 1] as number) : 0);
    return gained === 0 ? 0 : (gained / all) * (hit / (hit + (alarms[point] as number)));
  });
}

export function positiveWeight({ positive, weights }: Scored): number {
  return weights
    ? sumOf(positive.length, (index) => (positive[index] ? (weights[index] as number) : 0))
    : sum(positive);
}
