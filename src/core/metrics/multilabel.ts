/** Samples with several labels each: rows of indicators. */
import { type Averaging, averaged } from './averaging.ts';
import type { Tally } from './confusion.ts';
import { predicted, sampleWeight, truth } from './fields.ts';
import { type Computation, undefinedValue } from './formula.ts';
import type { MetricInput } from './input.ts';
import { indicatorsIn } from './labels.ts';
import type { Ratio } from './ratio.ts';
import { meanOf, sum } from './sum.ts';
import { show, showSum } from './working.ts';

/** Rows of indicators: a class is a column, and the average may also be over the rows. */
export function overIndicators(input: MetricInput, ratio: Ratio, how: Averaging): Computation {
  if (how.wanted === 'binary') {
    throw input.wrong(
      truth,
      'has several labels a sample: set average to macro, micro, weighted or samples',
    );
  }
  const rows = indicatorsIn(input, truth);
  const predictedRows = indicatorsIn(input, predicted);
  input.sameLength(truth, rows.length, predicted, predictedRows.length);
  const width = rows[0]?.length ?? 0;
  if (width !== (predictedRows[0]?.length ?? 0)) {
    throw input.wrong(predicted, `has rows of another length than ${input.nameOf(truth)}`, 1);
  }
  const weights = input.weights(sampleWeight, rows.length);
  if (how.wanted === 'samples') return overRows(rows, predictedRows, { ratio, weights, how });
  return averaged(indicatorTally(rows, predictedRows, weights), ratio, how);
}

function indicatorTally(
  rows: readonly Float64Array[],
  predictedRows: readonly Float64Array[],
  weights: Float64Array | undefined,
): Tally {
  const width = rows[0]?.length ?? 0;
  const weightOf = (row: number) => (weights ? (weights[row] as number) : 1);
  const count = (has: (row: number, label: number) => boolean) =>
    Float64Array.from({ length: width }, (_, label) =>
      rows.reduce((total, _row, row) => (has(row, label) ? total + weightOf(row) : total), 0),
    );
  return {
    labels: Array.from({ length: width }, (_, index) => index),
    wanted: width,
    hits: count((row, label) => rows[row]?.[label] === 1 && predictedRows[row]?.[label] === 1),
    actual: count((row, label) => rows[row]?.[label] === 1),
    predicted: count((row, label) => predictedRows[row]?.[label] === 1),
    total: weights ? sum(weights) : rows.length,
  };
}

interface RowScoring {
  readonly ratio: Ratio;
  readonly weights: Float64Array | undefined;
  readonly how: Averaging;
}

function overRows(
  rows: readonly Float64Array[],
  predictedRows: readonly Float64Array[],
  { ratio, weights, how }: RowScoring,
): Computation {
  const each = rows.map((row, index) => {
    const guessed = predictedRows[index] as Float64Array;
    const hits = sum(row.map((value, label) => value * (guessed[label] as number)));
    const counts = { hits, predicted: sum(guessed), actual: sum(row), total: row.length };
    return ratio.of(counts, how.ifZero);
  });
  if (each.length === 0) return undefinedValue('there are no samples');
  const value = meanOf(each.length, (index) => each[index] as number, weights);
  const terms = showSum(each.length, (index) => show(each[index] as number));
  return { value, steps: [`mean over the samples: (${terms}) / ${each.length} = ${show(value)}`] };
}
