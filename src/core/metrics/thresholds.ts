/** Metrics of scores over all thresholds at once: ROC AUC and average precision. */
import {
  areaUnder,
  averagePrecision,
  positiveWeight,
  type Scored,
  type Sweep,
  standardizedArea,
  sweep,
} from './curves.ts';
import { averagePrecisionOf } from './cutoff.ts';
import {
  average,
  classLabels,
  field,
  positiveLabel,
  sampleWeight,
  scores,
  truth,
} from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import type { MetricInput } from './input.ts';
import { labelIn } from './labels.ts';
import { listForms, listOptions } from './ranked.ts';
import {
  averagingIn,
  type LabeledScores,
  labeledIn,
  marked,
  multilabelIn,
  overColumns,
  weightsIn,
} from './scored.ts';
import { meanOf, sum } from './sum.ts';
import { show, table } from './working.ts';

const multiClass = field('multi-class', 'ovr or ovo: one class against the rest, or against each');
const maxRate = field('max-fpr', 'the highest false positive rate that counts');
const probabilityColumns = 1e-5;
const forms = [[truth, scores]];

function rocAuc(input: MetricInput): Computation {
  if (input.isMatrix(truth)) return multilabelAuc(input);
  if (input.isMatrix(scores)) return multiclassAuc(input);
  const scored = twoClasses(input);
  const limit = input.numberOr(maxRate, 1, { max: 1, as: 'a rate' });
  if (limit <= 0) throw input.wrong(maxRate, `is ${limit}: a rate lies in (0, 1]`);
  const curve = sweep(scored);
  const area = areaUnder(curve);
  const steps = aucSteps(curve, area);
  if (limit === 1) return { value: area, steps };
  const value = standardizedArea(curve, limit);
  const line = `area up to a false positive rate of ${limit}, put at ½ for chance (McClish) = ${show(value)}`;
  return { value, steps: [...steps, line] };
}

/** The greater of the two labels is the positive one. */
function twoClasses(input: MetricInput): Scored {
  const values = input.numbers(scores);
  const { labels, present, codes, weights } = labeledIn(input, values.length);
  if (present.length === 1) throw oneClass(input, `only ${present[0]} occurs`);
  if (present.length > 2) {
    const need = `give a row of ${present.length} scores for each sample`;
    throw input.wrong(
      scores,
      `is one score a sample, but there are ${present.length} classes: ${need}`,
    );
  }
  const positive = labels.indexOf(present[1] as (typeof present)[number]);
  const scored = { scores: values, positive: marked(codes, positive), weights };
  checkTwoSided(input, scored);
  return scored;
}

function oneClass(input: MetricInput, what: string) {
  return input.wrong(truth, `has a single class where two are needed: ${what}`);
}

function checkTwoSided(input: MetricInput, scored: Scored, name = ''): void {
  const positives = positiveWeight(scored);
  const all = scored.weights ? sum(scored.weights) : scored.positive.length;
  if (positives > 0 && all - positives > 0) return;
  throw oneClass(
    input,
    `${name ? `${name} is ` : ''}all ${positives > 0 ? 'positive' : 'negative'}`,
  );
}

function aucSteps(curve: Sweep, area: number): string[] {
  const positives = curve.hits[curve.points - 1] as number;
  const negatives = curve.alarms[curve.points - 1] as number;
  const rows = table(['score ≥', 'TPR', 'FPR'], curve.points, (point) => [
    show(curve.thresholds[point] as number),
    show((curve.hits[point] as number) / positives),
    show((curve.alarms[point] as number) / negatives),
  ]);
  const pairs = positives * negatives;
  const line = `AUC = pairs in the right order, ties ½, / all pairs = ${show(area * pairs)} / (${show(positives)}·${show(negatives)}) = ${show(area)}`;
  return [...rows, line];
}

function multilabelAuc(input: MetricInput): Computation {
  return overColumns(multilabelIn(input), averagingIn(input), aucOf(input));
}

function aucOf(input: MetricInput): (scored: Scored, name: string) => number {
  return (scored, name) => {
    checkTwoSided(input, scored, name);
    return areaUnder(sweep(scored));
  };
}

function multiclassAuc(input: MetricInput): Computation {
  const rows = input.matrix(scores);
  const samples = labeledIn(input, rows.length);
  const width = rows[0]?.length ?? 0;
  if (samples.labels.length !== width) {
    const need = `${samples.labels.length} classes: give a column for each, or name them in labels`;
    throw input.wrong(scores, `has ${width} columns for ${need}`);
  }
  const uneven = rows.findIndex((row) => Math.abs(sum(row) - 1) > probabilityColumns);
  if (uneven >= 0) throw input.wrong(scores, `row ${uneven + 1} does not sum to 1`, uneven + 1);
  const how = input.choice(multiClass, ['ovr', 'ovo', 'raise'], 'raise');
  if (how === 'raise') throw input.wrong(multiClass, 'is missing: set it to ovr or ovo');
  if (how === 'ovo') return pairwise(input, rows, samples);
  const marks = rows.map((_, index) =>
    Float64Array.from({ length: width }, (_cell, label) => Number(samples.codes[index] === label)),
  );
  const names = samples.labels.map(String);
  return overColumns(
    { names, marks, scores: rows, weights: samples.weights },
    averagingIn(input),
    aucOf(input),
  );
}

/** Hand & Till 2001: each pair of classes both ways round. */
function pairwise(input: MetricInput, rows: Float64Array[], samples: LabeledScores): Computation {
  const averaging = averagingIn(input);
  if (averaging !== 'macro' && averaging !== 'weighted') {
    throw input.wrong(average, 'must be macro or weighted with ovo');
  }
  if (samples.weights) throw input.wrong(sampleWeight, 'cannot be given with ovo');
  if (samples.present.length < 2) throw oneClass(input, `only ${samples.present[0]} occurs`);
  const codes = samples.present.map((label) => samples.labels.indexOf(label));
  const pairs = pairsOf(codes).map(([a, b]) => pairAuc(input, { rows, samples, a, b }));
  const shares = Float64Array.from(pairs, ({ share }) => share);
  const value = meanOf(
    pairs.length,
    (index) => pairs[index]?.area as number,
    averaging === 'weighted' ? shares : undefined,
  );
  const how = averaging === 'weighted' ? 'mean weighted by samples' : 'mean over the pairs';
  return { value, steps: [...pairs.map(({ line }) => line), `${how} = ${show(value)}`] };
}

function pairsOf(codes: readonly number[]): [number, number][] {
  return codes.flatMap((a, index) => codes.slice(index + 1).map((b): [number, number] => [a, b]));
}

interface Pair {
  readonly rows: readonly Float64Array[];
  readonly samples: LabeledScores;
  readonly a: number;
  readonly b: number;
}

function pairAuc(input: MetricInput, { rows, samples, a, b }: Pair) {
  const chosen = [...samples.codes.keys()].filter(
    (index) => samples.codes[index] === a || samples.codes[index] === b,
  );
  const names = `${samples.labels[a]} and ${samples.labels[b]}`;
  const areaFor = (label: number) => {
    const scored = {
      scores: Float64Array.from(chosen, (index) => rows[index]?.[label] as number),
      positive: Uint8Array.from(chosen, (index) => Number(samples.codes[index] === label)),
    };
    checkTwoSided(input, scored, `the pair ${names}`);
    return areaUnder(sweep(scored));
  };
  const area = (areaFor(a) + areaFor(b)) / 2;
  const share = chosen.length / rows.length;
  return { area, share, line: `classes ${names}: ${show(area)}` };
}

/** Of one pool of scores, or of ranked lists: the same sum, over thresholds or over ranks. */
function precisionCurve(input: MetricInput): Computation {
  if (listForms.some(([first]) => first && input.has(first))) return averagePrecisionOf(input);
  if (input.isMatrix(truth)) {
    const areaOf = (scored: Scored) => averagePrecision(sweep(scored));
    return overColumns(multilabelIn(input), averagingIn(input), areaOf);
  }
  const values = input.numbers(scores);
  const samples = labeledIn(input, values.length);
  const { labels, codes } = samples;
  if (labels.length > 2) {
    throw input.wrong(truth, `has ${labels.length} classes where two are needed`);
  }
  const positive = labelIn(input, positiveLabel) ?? 1;
  if (labels.length === 2 && !labels.includes(positive)) {
    const known = `the labels are ${labels.join(' and ')}`;
    throw input.wrong(positiveLabel, `is ${positive}, an unknown label: ${known}`);
  }
  const marks = marked(codes, labels.indexOf(positive));
  return precisionComputation({
    scores: values,
    positive: marks,
    weights: weightsIn(input, values.length),
  });
}

function precisionComputation(scored: Scored): Computation {
  const curve = sweep(scored);
  const value = averagePrecision(curve);
  const all = curve.hits[curve.points - 1] ?? 0;
  if (all === 0) return { value, steps: ['no positive occurs: 0/0, taken as 0'] };
  const rows = table(['score ≥', 'precision', 'recall'], curve.points, (point) => {
    const hit = curve.hits[point] as number;
    const precision = hit / (hit + (curve.alarms[point] as number));
    return [curve.thresholds[point] as number, precision, hit / all].map(show);
  });
  return { value, steps: [...rows, apLine(curve, all, value)] };
}

/** The terms of the sum; those that add nothing are left out, and of many all but the first. */
function apLine(curve: Sweep, all: number, value: number): string {
  const terms: string[] = [];
  let point = 0;
  for (; point < curve.points && terms.length < 6; point++) {
    const hit = curve.hits[point] as number;
    const gained = hit - (point ? (curve.hits[point - 1] as number) : 0);
    const reached = hit + (curve.alarms[point] as number);
    if (gained > 0) terms.push(`${show(gained / all)}·${show(hit / reached)}`);
  }
  const rest = point < curve.points ? ' + …' : '';
  return `AP = Σ gain in recall · precision = ${terms.join(' + ')}${rest} = ${show(value)}`;
}

export const thresholds: readonly MetricFormula[] = [
  metric({
    id: 'roc-auc',
    name: 'ROC AUC',
    aliases: ['auc', 'auroc', 'roc', 'area-under-the-curve', 'auc-roc'],
    formula: 'AUC = P(score of a positive > score of a negative), ties counted ½',
    forms,
    options: [classLabels, multiClass, average, maxRate, sampleWeight],
    work: rocAuc,
  }),
  metric({
    id: 'average-precision',
    name: 'Average precision',
    aliases: ['pr-auc', 'auprc', 'auc-pr', 'area-under-the-pr-curve'],
    formula: 'AP = Σ (R_n − R_{n−1}) · P_n, n over the distinct scores from the highest',
    forms: [...forms, ...listForms],
    options: [positiveLabel, average, sampleWeight, ...listOptions],
    work: precisionCurve,
  }),
];
