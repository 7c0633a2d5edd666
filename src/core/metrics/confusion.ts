/** What was taken for what: counts a class, the whole matrix where it is asked for. */
import type { Classified, Label } from './labels.ts';
import { show, table } from './working.ts';

/** Weighted counts of each class of `labels`. */
export interface Tally {
  readonly labels: readonly Label[];
  readonly wanted: number;
  readonly hits: Float64Array;
  readonly actual: Float64Array;
  readonly predicted: Float64Array;
  readonly total: number;
}

/** The most classes of which a matrix is drawn in the working. */
const drawnClasses = 8;

export function tallyOf(samples: Classified): Tally {
  const size = samples.labels.length;
  const tally = {
    labels: samples.labels,
    wanted: samples.wanted,
    hits: new Float64Array(size),
    actual: new Float64Array(size),
    predicted: new Float64Array(size),
    total: 0,
  };
  for (let index = 0; index < samples.count; index++) {
    const actual = samples.true[index] as number;
    const predicted = samples.predicted[index] as number;
    const weight = samples.weights ? (samples.weights[index] as number) : 1;
    add(tally.actual, actual, weight);
    add(tally.predicted, predicted, weight);
    if (actual === predicted) add(tally.hits, actual, weight);
    tally.total += weight;
  }
  return tally;
}

function add(counts: Float64Array, index: number, weight: number): void {
  counts[index] = (counts[index] as number) + weight;
}

/** Rows are the truth; samples of classes that were not asked for are left out. */
export function confusionOf(samples: Classified): Float64Array[] {
  const size = samples.wanted;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (let index = 0; index < samples.count; index++) {
    const row = matrix[samples.true[index] as number];
    const column = samples.predicted[index] as number;
    if (row && column < size) add(row, column, samples.weights?.[index] ?? 1);
  }
  return matrix;
}

/** The matrix with its labels; empty when there are too many classes to draw. */
export function drawConfusion(samples: Classified): string[] {
  if (samples.wanted > drawnClasses || samples.wanted === 0) return [];
  return drawMatrix(samples.labels, confusionOf(samples));
}

export function drawMatrix(
  labels: readonly Label[],
  matrix: readonly ArrayLike<number>[],
): string[] {
  const header = ['true \\ predicted', ...matrix.map((_, index) => String(labels[index]))];
  return table(header, matrix.length, (index) => [
    String(labels[index]),
    ...Array.from(matrix[index] as ArrayLike<number>, show),
  ]);
}
