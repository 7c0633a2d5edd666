/** Precision, recall and what is made of them: for one positive class, or averaged over classes. */
import { averaged, averages, type Wanted } from './averaging.ts';
import { drawConfusion, tallyOf } from './confusion.ts';
import {
  average,
  classLabels,
  field,
  positiveLabel,
  predicted,
  sampleWeight,
  truth,
} from './fields.ts';
import { type Computation, type Field, type MetricFormula, metric } from './formula.ts';
import type { MetricInput } from './input.ts';
import { type Classified, classifiedIn, labelIn } from './labels.ts';
import { overIndicators } from './multilabel.ts';
import {
  alarmRatio,
  type Counts,
  countsOf,
  fRatio,
  jaccardRatio,
  lineOf,
  precisionRatio,
  type Ratio,
  recallRatio,
  specificityRatio,
} from './ratio.ts';
import { show } from './working.ts';

const zeroDivision = field('zero-division', 'what 0/0 counts as: 0 or 1');
const betaField = field('beta', 'how many times recall weighs what precision does');
const ofMetric = field('metric', 'what is averaged: precision, recall or f1');
const forms = [[truth, predicted]];
const options = [average, classLabels, positiveLabel, sampleWeight, zeroDivision];

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
