/** Class labels: words or whole numbers; true and false are 1 and 0. */
import { classLabels, predicted, sampleWeight, truth } from './fields.ts';
import type { Field } from './formula.ts';
import { isList, type MetricInput, tell } from './input.ts';

export type Label = string | number;

/** Samples with a true and a predicted class, the classes as their places in `labels`. */
export interface Classified {
  readonly count: number;
  /** Sorted, unless an order was given. */
  readonly labels: readonly Label[];
  /** How many of `labels` were asked for; the others only occur. */
  readonly wanted: number;
  /** Those that occur, sorted. */
  readonly present: readonly Label[];
  readonly true: Int32Array;
  readonly predicted: Int32Array;
  readonly weights: Float64Array | undefined;
}

export function labelsIn(input: MetricInput, field: Field): Label[] {
  const list = input.list(field);
  let kind: string | undefined;
  return list.map((value, index) => {
    const label = typeof value === 'boolean' ? Number(value) : value;
    if (!isLabel(label)) throw input.wrong(field, labelComplaint(value, index), index + 1);
    kind ??= typeof label;
    if (typeof label === kind) return label;
    throw input.wrong(field, 'mixes words and numbers', index + 1);
  });
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string';
}

function labelComplaint(value: unknown, index: number): string {
  const place = `at position ${index + 1} is ${tell(value)}`;
  if (typeof value === 'number' && Number.isFinite(value)) {
    return `${place}: a score, not a label; cut it at a threshold first`;
  }
  return `${place}, which is no label: give words or whole numbers`;
}

export function labelIn(input: MetricInput, field: Field): Label | null {
  const value = input.optional(field);
  const label = typeof value === 'boolean' ? Number(value) : value;
  if (label === null || isLabel(label)) return label;
  throw input.wrong(field, `is ${tell(value)}, which is no label`);
}

/** Distinct labels, numbers by size and words by code point. */
export function sortedLabels(input: MetricInput, field: Field, labels: Iterable<Label>): Label[] {
  const distinct = [...new Set(labels)];
  if (new Set(distinct.map((label) => typeof label)).size > 1) {
    throw input.wrong(field, 'has words where the other labels are numbers, or the reverse');
  }
  return distinct.sort(compareLabels);
}

export function compareLabels(a: Label, b: Label): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function codesOf(labels: readonly Label[], values: readonly Label[]): Int32Array {
  const places = new Map(labels.map((label, index) => [label, index]));
  const codes = new Int32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    codes[index] = places.get(values[index] as Label) ?? -1;
  }
  return codes;
}

export function classifiedIn(input: MetricInput): Classified {
  rejectIndicators(input, truth);
  rejectIndicators(input, predicted);
  const trueLabels = labelsIn(input, truth);
  const predictedLabels = labelsIn(input, predicted);
  input.sameLength(truth, trueLabels.length, predicted, predictedLabels.length);
  const present = sortedLabels(input, predicted, unionOf(trueLabels, predictedLabels));
  const given = input.has(classLabels) ? labelsIn(input, classLabels) : present;
  const labels = [...new Set([...given, ...present])];
  return {
    count: trueLabels.length,
    labels,
    wanted: new Set(given).size,
    present,
    true: codesOf(labels, trueLabels),
    predicted: codesOf(labels, predictedLabels),
    weights: input.weights(sampleWeight, trueLabels.length),
  };
}

function unionOf(first: readonly Label[], second: readonly Label[]): Set<Label> {
  const union = new Set(first);
  for (const label of second) union.add(label);
  return union;
}

function rejectIndicators(input: MetricInput, field: Field): void {
  const value = input.optional(field);
  if (isList(value) && isList(value[0])) {
    throw input.wrong(field, 'has several labels a sample: this metric takes one each');
  }
}

/** Rows of 0 and 1: which of the labels a sample has. */
export function indicatorsIn(input: MetricInput, field: Field): Float64Array[] {
  return input.matrix(field, { min: 0, max: 1, whole: true, as: 'an indicator' });
}
