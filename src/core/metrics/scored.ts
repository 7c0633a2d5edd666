/** Reads labels with scores: two classes, more of them (a column each), or several labels a sample. */

import type { Scored } from './curves.ts';
import { UndefinedMetricError } from './errors.ts';
import { average, classLabels, sampleWeight, scores, truth } from './fields.ts';
import type { Computation } from './formula.ts';
import type { MetricInput } from './input.ts';
import { codesOf, indicatorsIn, type Label, labelsIn, sortedLabels } from './labels.ts';
import { meanOf, sum } from './sum.ts';
import { show } from './working.ts';

export interface LabeledScores {
  readonly labels: readonly Label[];
  readonly present: readonly Label[];
  readonly codes: Int32Array;
  readonly weights: Float64Array | undefined;
}

/** Labels and sample weights that go with `count` scores. */
export function labeledIn(input: MetricInput, count: number): LabeledScores {
  const values = labelsIn(input, truth);
  input.sameLength(truth, values.length, scores, count);
  if (count === 0) throw input.wrong(truth, 'is empty: give at least one sample');
  const present = sortedLabels(input, truth, values);
  const labels = input.has(classLabels)
    ? sortedLabels(input, classLabels, labelsIn(input, classLabels))
    : present;
  const known = new Set(labels);
  const stranger = values.findIndex((value) => !known.has(value));
  if (stranger >= 0) {
    const name = `"${values[stranger]}"`;
    throw input.wrong(
      truth,
      `has an unknown label ${name} at position ${stranger + 1}`,
      stranger + 1,
    );
  }
  return { labels, present, codes: codesOf(labels, values), weights: weightsIn(input, count) };
}

export function weightsIn(input: MetricInput, count: number): Float64Array | undefined {
  const weights = input.weights(sampleWeight, count);
  if (weights && sum(weights) === 0) throw new UndefinedMetricError('all sample weights are 0');
  return weights;
}

/** 1 where the code is that of the positive class. */
export function marked(codes: Int32Array, positive: number): Uint8Array {
  const marks = new Uint8Array(codes.length);
  for (let index = 0; index < codes.length; index++)
    marks[index] = Number(codes[index] === positive);
  return marks;
}

export function column(rows: readonly Float64Array[], index: number): Float64Array {
  return Float64Array.from(rows, (row) => row[index] as number);
}

const averages = ['macro', 'micro', 'weighted', 'samples'] as const;
export type Averaging = (typeof averages)[number] | 'each';

export function averagingIn(input: MetricInput): Averaging {
  if (input.mentions(average) && !input.has(average)) return 'each';
  return input.choice(average, averages, 'macro');
}

/** Columns that are each a question of yes or no, scored one by one. */
export interface Columns {
  readonly names: readonly string[];
  readonly marks: readonly Float64Array[];
  readonly scores: readonly Float64Array[];
  readonly weights: Float64Array | undefined;
}

export function multilabelIn(input: MetricInput): Columns {
  const marks = indicatorsIn(input, truth);
  const rows = input.matrix(scores);
  input.sameLength(truth, marks.length, scores, rows.length);
  const width = marks[0]?.length ?? 0;
  if (width !== rows[0]?.length) throw input.wrong(scores, 'has rows of another length', 1);
  const names = Array.from({ length: width }, (_, index) => String(index));
  return { names, marks, scores: rows, weights: weightsIn(input, marks.length) };
}

/** The mean of a score of two classes over the columns, or over rows, or on all cells pooled. */
export function overColumns(
  { names, marks, scores: rows, weights }: Columns,
  averaging: Averaging,
  score: (scored: Scored, name: string) => number,
): Computation {
  if (averaging === 'micro') {
    const pooled = pool(marks, rows, weights);
    const value = score(pooled, 'the pool of all cells');
    return { value, steps: [`all cells pooled: ${show(value)}`] };
  }
  if (averaging === 'samples') {
    const each = rows.map((row, index) =>
      score({ scores: row, positive: Uint8Array.from(marks[index] ?? []) }, `row ${index + 1}`),
    );
    const value = meanOf(each.length, (index) => each[index] as number, weights);
    return { value, steps: [`mean over ${each.length} samples = ${show(value)}`] };
  }
  const each = names.map((name, label) => {
    const positive = Uint8Array.from(marks, (row) => row[label] as number);
    return score({ scores: column(rows, label), positive, weights }, `class ${name}`);
  });
  const lines = names.map((name, label) => `class ${name}: ${show(each[label] as number)}`);
  if (averaging === 'each') return { value: each, steps: lines };
  if (averaging === 'macro') {
    const value = meanOf(each.length, (index) => each[index] as number);
    return { value, steps: [...lines, `mean over the classes = ${show(value)}`] };
  }
  const support = Float64Array.from(names, (_, label) =>
    meanOf(marks.length, (index) => marks[index]?.[label] as number, weights),
  );
  if (sum(support) === 0) return { value: 0, steps: [...lines, 'no sample has any label: 0'] };
  const value = meanOf(each.length, (index) => each[index] as number, support);
  return { value, steps: [...lines, `mean weighted by true samples = ${show(value)}`] };
}

function pool(
  marks: readonly Float64Array[],
  rows: readonly Float64Array[],
  weights: Float64Array | undefined,
): Scored {
  const width = rows[0]?.length ?? 0;
  const cells = rows.length * width;
  const cell = (of: readonly Float64Array[], at: number) =>
    of[Math.floor(at / width)]?.[at % width] as number;
  return {
    scores: Float64Array.from({ length: cells }, (_, at) => cell(rows, at)),
    positive: Uint8Array.from({ length: cells }, (_, at) => cell(marks, at)),
    weights: weights
      ? Float64Array.from({ length: cells }, (_, at) => weights[Math.floor(at / width)] as number)
      : undefined,
  };
}
