/** Precision, recall and what is made of them: for one positive class, or averaged over classes. */
import { drawConfusion, type Tally, tallyOf } from './confusion.ts';
import {
  average,
  classLabels,
  field,
  positiveLabel,
  predicted,
  sampleWeight,
  truth,
} from './fields.ts';
import {
  type Computation,
  type Field,
  type MetricFormula,
  metric,
  undefinedValue,
} from './formula.ts';
import type { MetricInput } from './input.ts';
import { type Classified, classifiedIn, indicatorsIn, labelIn } from './labels.ts';
import { meanOf, sum } from './sum.ts';
import { show, showSum, table } from './working.ts';

const zeroDivision = field('zero-division', 'what 0/0 counts as: 0 or 1');
const betaField = field('beta', 'how many times recall weighs what precision does');
const ofMetric = field('metric', 'what is averaged: precision, recall or f1');
const averages = ['binary', 'macro', 'micro', 'weighted', 'samples'] as const;
const forms = [[truth, predicted]];
const options = [average, classLabels, positiveLabel, sampleWeight, zeroDivision];

/** Weighted counts of one class, or of several pooled. */
interface Counts {
  readonly hits: number;
  readonly predicted: number;
  readonly actual: number;
  readonly total: number;
}

interface Ratio {
  readonly name: string;
  of(counts: Counts, ifZero: number): number;
  /** "TP / (TP + FP) = 3 / (3 + 1)". */
  step(counts: Counts): string;
  /** Its value when no class that is averaged over has a sample. */
  ofNothing(anyPredicted: boolean, ifZero: number): number;
}

const precisionRatio: Ratio = {
  name: 'precision',
  of: ({ hits, predicted: all }, ifZero) => (all === 0 ? ifZero : hits / all),
  step: ({ hits, predicted: all }) =>
    `TP / (TP + FP) = ${show(hits)} / (${show(hits)} + ${show(all - hits)})`,
  ofNothing: (anyPredicted, ifZero) => (anyPredicted ? 0 : ifZero),
};

const recallRatio: Ratio = {
  name: 'recall',
  of: ({ hits, actual }, ifZero) => (actual === 0 ? ifZero : hits / actual),
  step: ({ hits, actual }) =>
    `TP / (TP + FN) = ${show(hits)} / (${show(hits)} + ${show(actual - hits)})`,
  ofNothing: (_, ifZero) => ifZero,
};

const specificityRatio: Ratio = {
  name: 'specificity',
  of: ({ actual, total, hits, predicted: all }, ifZero) =>
    total === actual ? ifZero : (total - actual - all + hits) / (total - actual),
  step: ({ hits, actual, predicted: all, total }) => {
    const right = show(total - actual - all + hits);
    return `TN / (TN + FP) = ${right} / (${right} + ${show(all - hits)})`;
  },
  ofNothing: () => 1,
};

const alarmRatio: Ratio = {
  name: 'FPR',
  of: ({ actual, total, hits, predicted: all }, ifZero) =>
    total === actual ? ifZero : (all - hits) / (total - actual),
  step: ({ hits, actual, predicted: all, total }) =>
    `FP / (FP + TN) = ${show(all - hits)} / (${show(all - hits)} + ${show(total - actual - all + hits)})`,
  ofNothing: () => 0,
};

const jaccardRatio: Ratio = {
  name: 'IoU',
  of: ({ actual, hits, predicted: all }, ifZero) =>
    actual + all === 0 ? ifZero : hits / (actual + all - hits),
  step: ({ hits, actual, predicted: all }) =>
    `TP / (TP + FP + FN) = ${show(hits)} / (${show(hits)} + ${show(all - hits)} + ${show(actual - hits)})`,
  ofNothing: (anyPredicted, ifZero) => (anyPredicted ? 0 : ifZero),
};

function fRatio(beta: number): Ratio {
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

function score(input: MetricInput, ratio: Ratio, otherwise: Wanted = 'binary'): Computation {
  const ifZero = zeroValue(input);
  const wanted =
    input.mentions(average) && !input.has(average)
      ? 'each'
      : input.choice(average, averages, otherwise);
  if (input.isMatrix(truth)) return overIndicators(input, ratio, { ifZero, wanted });
  if (wanted === 'samples')
    throw input.wrong(average, 'is samples: that needs several labels a sample');
  const samples = classifiedIn(input);
  if (wanted === 'binary') return binary(input, samples, ratio);
  return averaged(tallyOf(samples), ratio, { ifZero, wanted, drawing: drawConfusion(samples) });
}

function zeroValue(input: MetricInput): number {
  const value = input.optional(zeroDivision);
  if (value === null || value === 'warn') return 0;
  const number = input.number(zeroDivision);
  if (number === 0 || number === 1) return number;
  throw input.wrong(zeroDivision, 'is neither 0 nor 1');
}

function binary(input: MetricInput, samples: Classified, ratio: Ratio): Computation {
  const positive = labelIn(input, positiveLabel) ?? 1;
  const tally = tallyOf(samples);
  const { present } = samples;
  if (present.length > 2) {
    const count = `has ${present.length} classes`;
    throw input.wrong(truth, `${count}: set ${average.name} to macro, micro or weighted`);
  }
  const index = tally.labels.indexOf(positive);
  if (!present.includes(positive) && present.length >= 2) {
    const known = `the labels are ${present.join(' and ')}`;
    throw input.wrong(positiveLabel, `is ${positive}, an unknown label: ${known}`);
  }
  const counts = countsOf(tally, index);
  const ifZero = zeroValue(input);
  const value = ratio.of(counts, ifZero);
  return { value, steps: [...drawConfusion(samples), ...binarySteps(ratio, counts, ifZero)] };
}

function binarySteps(ratio: Ratio, counts: Counts, ifZero: number): string[] {
  const { hits, predicted: all, actual, total } = counts;
  const cells = `TP = ${show(hits)}, FP = ${show(all - hits)}, FN = ${show(actual - hits)}, TN = ${show(total - actual - all + hits)}`;
  const parts =
    ratio.name.startsWith('F') && ratio !== alarmRatio
      ? [precisionRatio, recallRatio].map((part) => lineOf(part, counts, ifZero))
      : [];
  return [cells, ...parts, lineOf(ratio, counts, ifZero)];
}

function lineOf(ratio: Ratio, counts: Counts, ifZero: number): string {
  const isZero = ratio.of(counts, 0) !== ratio.of(counts, 1);
  const convention = isZero ? ` = 0/0, taken as ${ifZero}` : ` = ${show(ratio.of(counts, ifZero))}`;
  return `${ratio.name} = ${ratio.step(counts)}${convention}`;
}

function countsOf(tally: Tally, index: number): Counts {
  return {
    hits: tally.hits[index] ?? 0,
    predicted: tally.predicted[index] ?? 0,
    actual: tally.actual[index] ?? 0,
    total: tally.total,
  };
}

type Wanted = (typeof averages)[number];

interface Averaging {
  readonly wanted: 'each' | Wanted;
  readonly ifZero: number;
  readonly drawing?: readonly string[];
}

function averaged(tally: Tally, ratio: Ratio, how: Averaging): Computation {
  const { wanted, ifZero, drawing = [] } = how;
  const classes = Array.from({ length: tally.wanted }, (_, index) => countsOf(tally, index));
  const each = classes.map((counts) => ratio.of(counts, ifZero));
  const rows = table(['class', 'TP', 'FP', 'FN', ratio.name], classes.length, (index) =>
    rowOf(tally, index, each[index] as number),
  );
  const steps = [...drawing, ...rows];
  if (wanted === 'each') return { value: each, steps };
  if (wanted === 'micro') return pooled(classes, tally.total, ratio, { ...how, drawing: steps });
  if (wanted === 'macro') {
    if (each.length === 0) return undefinedValue('there are no classes to average over', steps);
    const value = meanOf(each.length, (index) => each[index] as number);
    const terms = showSum(each.length, (index) => show(each[index] as number));
    return { value, steps: [...steps, `macro = (${terms}) / ${each.length} = ${show(value)}`] };
  }
  return weighted(classes, ratio, { ...how, drawing: steps });
}

function rowOf(tally: Tally, index: number, value: number): string[] {
  const { hits, predicted: all, actual } = countsOf(tally, index);
  const counts = [hits, all - hits, actual - hits].map(show);
  return [String(tally.labels[index]), ...counts, show(value)];
}

function pooled(classes: Counts[], total: number, ratio: Ratio, how: Averaging): Computation {
  const counts = {
    hits: sum(classes.map(({ hits }) => hits)),
    predicted: sum(classes.map(({ predicted: all }) => all)),
    actual: sum(classes.map(({ actual }) => actual)),
    // Every sample is judged once a class.
    total: total * classes.length,
  };
  const value = ratio.of(counts, how.ifZero);
  const line = `pooled over the classes: ${lineOf(ratio, counts, how.ifZero)}`;
  return { value, steps: [...(how.drawing ?? []), line] };
}

function weighted(classes: Counts[], ratio: Ratio, how: Averaging): Computation {
  const { ifZero, drawing = [] } = how;
  const support = Float64Array.from(classes, ({ actual }) => actual);
  const each = classes.map((counts) => ratio.of(counts, ifZero));
  const total = sum(support);
  if (total === 0) {
    const value = ratio.ofNothing(
      classes.some(({ predicted: all }) => all > 0),
      ifZero,
    );
    return { value, steps: [...drawing, `no true sample of these classes: ${value}`] };
  }
  const value = meanOf(each.length, (index) => each[index] as number, support);
  const terms = showSum(
    each.length,
    (index) => `${show(support[index] as number)}·${show(each[index] as number)}`,
  );
  const line = `weighted by true samples = (${terms}) / ${show(total)} = ${show(value)}`;
  return { value, steps: [...drawing, line] };
}

/** Rows of indicators: a class is a column, and the average may also be over the rows. */
function overIndicators(input: MetricInput, ratio: Ratio, how: Averaging): Computation {
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

function fScore(beta: (input: MetricInput) => number): (input: MetricInput) => Computation {
  return (input) => score(input, fRatio(beta(input)));
}

function define(id: string, name: string, formula: string, more: Partial<MetricFormula>) {
  return { id, name, formula, forms, options: options as readonly Field[], ...more };
}

const averagingNames = {
  macro: 'Macro averaging',
  micro: 'Micro averaging',
  weighted: 'Weighted averaging',
} as const;

const averagingFormulas = {
  macro: 'mean over the classes, each counting alike',
  micro: 'from the counts of all classes pooled',
  weighted: 'mean over the classes, each weighing its true samples',
} as const;

export const precisionRecall: readonly MetricFormula[] = [
  metric({
    ...define('precision', 'Precision', 'precision = TP / (TP + FP)', {
      aliases: ['positive-predictive-value', 'ppv'],
    }),
    work: (input) => score(input, precisionRatio),
  }),
  metric({
    ...define('recall', 'Recall', 'recall = TP / (TP + FN)', {
      aliases: ['sensitivity', 'true-positive-rate', 'tpr'],
    }),
    work: (input) => score(input, recallRatio),
  }),
  metric({
    ...define('specificity', 'Specificity', 'specificity = TN / (TN + FP)', {
      aliases: ['true-negative-rate', 'tnr'],
    }),
    work: (input) => score(input, specificityRatio),
  }),
  metric({
    ...define('false-positive-rate', 'False positive rate', 'FPR = FP / (FP + TN)', {
      aliases: ['fpr', 'fall-out'],
    }),
    work: (input) => score(input, alarmRatio),
  }),
  metric({
    ...define('mean-iou', 'Mean IoU', 'mIoU = mean over classes of TP / (TP + FP + FN)', {
      aliases: ['miou', 'jaccard'],
    }),
    work: (input) => score(input, jaccardRatio, 'macro'),
  }),
  ...(['macro', 'micro', 'weighted'] as const).map((how) =>
    metric({
      ...define(`${how}-averaging`, averagingNames[how], averagingFormulas[how], {
        options: [ofMetric, ...options],
      }),
      work: (input) => {
        const of = input.choice(ofMetric, ['precision', 'recall', 'f1'], 'f1');
        const chosen = { precision: precisionRatio, recall: recallRatio, f1: fRatio(1) };
        return score(input, chosen[of], how);
      },
    }),
  ),
  metric({
    ...define('f1', 'F1', 'F1 = 2PR / (P + R) = 2TP / (2TP + FP + FN)', {
      aliases: ['f1-score', 'f-score', 'dice'],
    }),
    work: fScore(() => 1),
  }),
  metric({
    ...define('fbeta', 'F-beta', 'Fβ = (1 + β²)PR / (β²P + R)', {
      aliases: ['fbeta-score'],
      options: [betaField, ...options],
    }),
    work: fScore((input) => input.number(betaField, { min: 0, infinite: true })),
  }),
];
