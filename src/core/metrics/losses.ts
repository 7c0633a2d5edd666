/** Training losses besides log loss: hinge, triplet, and cross-entropy with smoothed labels. */
import { MetricInputError } from './errors.ts';
import { classLabels, field, sampleWeight, truth } from './fields.ts';
import { type Computation, type Field, type MetricFormula, metric } from './formula.ts';
import { isList, type MetricInput, numbersIn } from './input.ts';
import { codesOf, type Label, labelsIn, sortedLabels } from './labels.ts';
import { weightsIn } from './scored.ts';
import { meanOf, sumOf } from './sum.ts';
import { show, showList, showMean, term } from './working.ts';

const decision = field('decision', 'the value of the decision function', 'pred_decision', 'scores');
const anchor = field('anchor', 'the anchor, or a row for each');
const positive = field('positive', 'what should be near');
const negative = field('negative', 'what should be far');
const margin = field('margin', 'how much farther the negative must be');
const power = field('p', 'the norm, 2 for Euclidean');
const nudge = field('eps', 'added to each coordinate difference, as torch does');
const swap = field('swap', 'true to take the negative nearer to anchor or positive');
const classes = field('classes', 'how many classes there are');
const trueClass = field('true-class', 'the true class, counted from 0');
const smoothing = field('eps', 'how much goes to the other classes', 'label_smoothing', 'epsilon');
const variant = field('variant', 'szegedy (spread over all) or off-target (over the others)');
const logits = field('logits', 'the scores before softmax, or a row for each sample');
const target = field('target', 'the true class, counted from 0, or one for each row');

function hinge(input: MetricInput): Computation {
  const values = labelsIn(input, truth);
  if (values.length === 0) throw input.wrong(truth, 'is empty: give at least one sample');
  const present = sortedLabels(input, truth, values);
  const labels = input.has(classLabels)
    ? sortedLabels(input, classLabels, labelsIn(input, classLabels))
    : present;
  const marginOf =
    labels.length > 2 ? columnMargins(input, values, labels) : signedMargins(input, values, labels);
  const weights = weightsIn(input, values.length);
  const loss = (index: number) => Math.max(0, 1 - marginOf(index));
  const value = meanOf(values.length, loss, weights);
  const item = (index: number) => `max(0, 1 − ${term(marginOf(index))})`;
  if (weights) return { value, steps: [`hinge, weighted = ${show(value)}`] };
  return { value, steps: [showMean('hinge', values.length, item, value)] };
}

/** y·f with y −1 or 1; of two other labels the greater is 1. */
function signedMargins(input: MetricInput, values: readonly Label[], labels: readonly Label[]) {
  const scores = input.numbers(decision);
  input.sameLength(truth, values.length, decision, scores.length);
  const isSigned = labels.every((label) => label === -1 || label === 1);
  if (!isSigned && labels.length < 2) {
    throw input.wrong(truth, `has a single class where two are needed: ${labels[0]}`);
  }
  const high = isSigned ? 1 : labels[1];
  return (index: number) => (values[index] === high ? 1 : -1) * (scores[index] as number);
}

/** Crammer & Singer 2001: the true class against the best of the others. */
function columnMargins(input: MetricInput, values: readonly Label[], labels: readonly Label[]) {
  const rows = input.matrix(decision);
  input.sameLength(truth, values.length, decision, rows.length);
  if (rows[0]?.length !== labels.length) {
    throw input.wrong(decision, `has ${rows[0]?.length} columns for ${labels.length} classes`, 1);
  }
  const codes = codesOf(labels, values);
  const stranger = codes.indexOf(-1);
  if (stranger >= 0)
    throw input.wrong(truth, `has an unknown label at position ${stranger + 1}`, stranger + 1);
  return (index: number) => {
    const row = rows[index] as Float64Array;
    const own = codes[index] as number;
    return (
      (row[own] as number) -
      row.reduce(
        (best, score, at) => (at === own ? best : Math.max(best, score)),
        Number.NEGATIVE_INFINITY,
      )
    );
  };
}

function pointsIn(input: MetricInput, of: Field): Float64Array[] {
  return input.isMatrix(of) ? input.matrix(of) : [input.someNumbers(of)];
}

function triplet(input: MetricInput): Computation {
  const [a, near, far] = [anchor, positive, negative].map((of) => pointsIn(input, of)) as [
    Float64Array[],
    Float64Array[],
    Float64Array[],
  ];
  for (const [of, points] of [
    [positive, near],
    [negative, far],
  ] as const) {
    input.sameLength(anchor, a.length, of, points.length);
    input.sameLength(anchor, a[0]?.length ?? 0, of, points[0]?.length ?? 0);
  }
  const gap = input.numberOr(margin, 1, { min: 0 });
  const norm = input.numberOr(power, 2, { min: 0 });
  if (norm === 0) throw input.wrong(power, 'is 0: a norm is above 0');
  const shift = input.numberOr(nudge, 0);
  const isSwapped = input.flag(swap, false);
  const distance = (from: Float64Array, to: Float64Array) =>
    sumOf(
      from.length,
      (at) => Math.abs((from[at] as number) - (to[at] as number) + shift) ** norm,
    ) **
    (1 / norm);
  const each = a.map((point, index) => {
    const [friend, stranger] = [near[index] as Float64Array, far[index] as Float64Array];
    const toStranger = distance(point, stranger);
    const apart = isSwapped ? Math.min(toStranger, distance(friend, stranger)) : toStranger;
    return { near: distance(point, friend), far: apart };
  });
  const value = meanOf(each.length, (index) =>
    Math.max(0, (each[index]?.near ?? 0) - (each[index]?.far ?? 0) + gap),
  );
  const item = (index: number) =>
    `max(0, ${show(each[index]?.near ?? 0)} − ${show(each[index]?.far ?? 0)} + ${show(gap)})`;
  return { value, steps: [showMean('triplet', each.length, item, value)] };
}

function classIn(value: unknown, name: string, count: number): number {
  const [index] = numbersIn([value], name);
  if (index !== undefined && Number.isInteger(index) && index >= 0 && index < count) return index;
  throw new MetricInputError(
    name,
    `${name} is ${index}: classes are counted from 0 to ${count - 1}`,
  );
}

function labelSmoothing(input: MetricInput): Computation {
  const eps = input.numberOr(smoothing, 0.1, { min: 0, max: 1 });
  if (input.has(logits)) return smoothedLoss(input, input.has(smoothing) ? eps : 0);
  const count = input.number(classes, { min: 1, whole: true, max: 1_000_000 });
  const own = classIn(input.required(trueClass), input.nameOf(trueClass), count);
  const targets = targetsOf(input, { count, own, eps });
  const line = `true class ${show(targets[own] as number)}, each other ${show(targets[own === 0 ? 1 : 0] ?? 0)}`;
  return { value: targets, steps: [line, `targets = ${showList(targets)}`] };
}

interface Target {
  readonly count: number;
  readonly own: number;
  readonly eps: number;
}

function targetsOf(input: MetricInput, { count, own, eps }: Target): number[] {
  const kind = input.choice(variant, ['szegedy', 'off-target'], 'szegedy');
  if (kind === 'szegedy') {
    return Array.from({ length: count }, (_, index) => (index === own ? 1 - eps : 0) + eps / count);
  }
  if (count < 2) throw input.wrong(classes, 'is 1: there is no other class');
  return Array.from({ length: count }, (_, index) => (index === own ? 1 - eps : eps / (count - 1)));
}

function smoothedLoss(input: MetricInput, eps: number): Computation {
  const rows = pointsIn(input, logits);
  const wanted = input.required(target);
  const list = isList(wanted) ? Array.from(wanted) : [wanted];
  input.sameLength(logits, rows.length, target, list.length);
  const each = rows.map((row, index) => {
    const own = classIn(list[index], input.nameOf(target), row.length);
    const targets = targetsOf(input, { count: row.length, own, eps });
    const logs = logSoftmax(row);
    return (
      -sumOf(row.length, (at) =>
        targets[at] === 0 ? 0 : (targets[at] as number) * (logs[at] as number),
      ) || 0
    );
  });
  const value = meanOf(each.length, (index) => each[index] as number);
  const [first] = rows;
  const softmax = first ? [`log softmax = ${showList(logSoftmax(first))}`] : [];
  const line = showMean(
    'cross-entropy',
    each.length,
    (index) => show(each[index] as number),
    value,
  );
  return { value, steps: [...softmax, 'loss of a sample = −Σ target · log softmax', line] };
}

function logSoftmax(row: Float64Array): Float64Array {
  const greatest = row.reduce((best, value) => Math.max(best, value), Number.NEGATIVE_INFINITY);
  const log =
    greatest + Math.log(sumOf(row.length, (at) => Math.exp((row[at] as number) - greatest)));
  return row.map((value) => value - log);
}

export const losses: readonly MetricFormula[] = [
  metric({
    id: 'hinge-loss',
    name: 'Hinge loss',
    aliases: ['hinge'],
    formula: 'hinge = (1/n) · Σ max(0, 1 − y·f), y in {−1, 1}',
    forms: [[truth, decision]],
    options: [classLabels, sampleWeight],
    work: hinge,
  }),
  metric({
    id: 'triplet-loss',
    name: 'Triplet loss',
    aliases: ['triplet'],
    formula: '(1/n) · Σ max(0, d(a, p) − d(a, n) + margin)',
    forms: [[anchor, positive, negative]],
    options: [margin, power, nudge, swap],
    work: triplet,
  }),
  metric({
    id: 'label-smoothing',
    name: 'Label smoothing',
    formula: 'q_k = (1 − ε)·[k = y] + ε / K',
    forms: [
      [classes, trueClass],
      [logits, target],
    ],
    options: [smoothing, variant],
    work: labelSmoothing,
  }),
];
