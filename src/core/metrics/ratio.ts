/** Precision, recall and their kin as functions of the counts of one class. */
import type { Tally } from './confusion.ts';
import { show } from './working.ts';

/** Weighted counts of one class, or of several pooled. */
export interface Counts {
  readonly hits: number;
  readonly predicted: number;
  readonly actual: number;
  readonly total: number;
}

export interface Ratio {
  readonly name: string;
  of(counts: Counts, ifZero: number): number;
  /** "TP / (TP + FP) = 3 / (3 + 1)". */
  step(counts: Counts): string;
  /** Its value when no class that is averaged over has a sample. */
  ofNothing(anyPredicted: boolean, ifZero: number): number;
}

export const precisionRatio: Ratio = {
  name: 'precision',
  of: ({ hits, predicted: all }, ifZero) => (all === 0 ? ifZero : hits / all),
  step: ({ hits, predicted: all }) =>
    `TP / (TP + FP) = ${show(hits)} / (${show(hits)} + ${show(all - hits)})`,
  ofNothing: (anyPredicted, ifZero) => (anyPredicted ? 0 : ifZero),
};

export const recallRatio: Ratio = {
  name: 'recall',
  of: ({ hits, actual }, ifZero) => (actual === 0 ? ifZero : hits / actual),
  step: ({ hits, actual }) =>
    `TP / (TP + FN) = ${show(hits)} / (${show(hits)} + ${show(actual - hits)})`,
  ofNothing: (_, ifZero) => ifZero,
};

export const specificityRatio: Ratio = {
  name: 'specificity',
  of: ({ actual, total, hits, predicted: all }, ifZero) =>
    total === actual ? ifZero : (total - actual - all + hits) / (total - actual),
  step: ({ hits, actual, predicted: all, total }) => {
    const right = show(total - actual - all + hits);
    return `TN / (TN + FP) = ${right} / (${right} + ${show(all - hits)})`;
  },
  ofNothing: () => 1,
};

export const alarmRatio: Ratio = {
  name: 'FPR',
  of: ({ actual, total, hits, predicted: all }, ifZero) =>
    total === actual ? ifZero : (all - hits) / (total - actual),
  step: ({ hits, actual, predicted: all, total }) =>
    `FP / (FP + TN) = ${show(all - hits)} / (${show(all - hits)} + ${show(total - actual - all + hits)})`,
  ofNothing: () => 0,
};

export const jaccardRatio: Ratio = {
  name: 'IoU',
  of: ({ actual, hits, predicted: all }, ifZero) =>
    actual + all === 0 ? ifZero : hits / (actual + all - hits),
  step: ({ hits, actual, predicted: all }) =>
    `TP / (TP + FP + FN) = ${show(hits)} / (${show(hits)} + ${show(all - hits)} + ${show(actual - hits)})`,
  ofNothing: (anyPredicted, ifZero) => (anyPredicted ? 0 : ifZero),
};

export function fRatio(beta: number): Ratio {
  const squared = beta * beta;
  const of = (counts: Counts, ifZero: number) => {
    const precision = precisionRatio.of(counts, ifZero);
    const recall = recallRatio.of(counts, ifZero);
    if (beta === Number.POSITIVE_INFINITY) return recall;
    const below = squared * precision + recall;
    return below === 0 ? 0 : ((1 + squared) * precision * recall) / below;
  };
  return {
    name: beta === 1 ? 'F1' : `F${show(beta)}`,
    of,
    step: (counts) => {
      const precision = show(precisionRatio.of(counts, 0));
      const recall = show(recallRatio.of(counts, 0));
      return beta === 1
        ? `2PR / (P + R) = 2·${precision}·${recall} / (${precision} + ${recall})`
        : `(1 + β²)PR / (β²P + R) = ${show(1 + squared)}·${precision}·${recall} / (${show(squared)}·${precision} + ${recall})`;
    },
    ofNothing: (anyPredicted, ifZero) => (anyPredicted ? 0 : ifZero),
  };
}

export function lineOf(ratio: Ratio, counts: Counts, ifZero: number): string {
  const isZero = ratio.of(counts, 0) !== ratio.of(counts, 1);
  const convention = isZero ? ` = 0/0, taken as ${ifZero}` : ` = ${show(ratio.of(counts, ifZero))}`;
  return `${ratio.name} = ${ratio.step(counts)}${convention}`;
}

export function countsOf(tally: Tally, index: number): Counts {
  return {
    hits: tally.hits[index] ?? 0,
    predicted: tally.predicted[index] ?? 0,
    actual: tally.actual[index] ?? 0,
    total: tally.total,
  };
}
