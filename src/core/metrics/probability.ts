/** How good predicted probabilities are: log loss and Brier score. */
import { outcomesIn } from './calibration.ts';
import { classLabels, field, positiveLabel, probabilities, sampleWeight, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import { type MetricInput, probability } from './input.ts';
import { codesOf, type Label, labelsIn, sortedLabels } from './labels.ts';
import { weightsIn } from './scored.ts';
import { meanOf, sum, sumOf } from './sum.ts';
import { show, showMean, showSum, term } from './working.ts';

const epsilon = field('eps', 'how far from 0 and 1 probabilities are kept: auto or a number');
const normalize = field('normalize', 'false for the sum in place of the mean');
const forms = [[truth, probabilities]];

/** The classes, one place a sample, and the column of probabilities of each. */
interface Forecast {
  readonly codes: Int32Array;
  readonly weights: Float64Array | undefined;
  /** The probability of the class that came, kept off 0 and 1 and as a share of its row. */
  chance(sample: number, eps: number): number;
}

function forecastIn(input: MetricInput): Forecast {
  const isMatrix = input.isMatrix(probabilities);
  const rows = isMatrix ? input.matrix(probabilities, probability) : [];
  const single = isMatrix ? undefined : input.numbers(probabilities, probability);
  const count = single?.length ?? rows.length;
  const values = labelsIn(input, truth);
  input.sameLength(truth, values.length, probabilities, count);
  if (count === 0) throw input.wrong(truth, 'is empty: give at least one sample');
  const labels = knownLabels(input, values);
  const width = rows[0]?.length ?? 1;
  if (labels.length !== Math.max(width, 2)) {
    const need = `${labels.length} classes: give a column for each, or name them in labels`;
    throw input.wrong(probabilities, `has ${Math.max(width, 2)} columns for ${need}`);
  }
  const codes = codesOf(labels, values);
  const chances =
    width === 1 ? (single ?? Float64Array.from(rows, (row) => row[0] as number)) : rows;
  return { codes, weights: weightsIn(input, count), chance: chanceIn(chances, codes) };
}

function chanceIn(chances: Float64Array | Float64Array[], codes: Int32Array): Forecast['chance'] {
  const clip = (value: number, eps: number) => Math.min(Math.max(value, eps), 1 - eps);
  return (sample, eps) => {
    const row = chances[sample] as number | Float64Array;
    const own = codes[sample] as number;
    if (typeof row !== 'number') {
      return (
        clip(row[own] as number, eps) / sumOf(row.length, (at) => clip(row[at] as number, eps))
      );
    }
    const positive = clip(row, eps);
    return own === 1 ? positive : 1 - positive;
  };
}

function knownLabels(input: MetricInput, values: readonly Label[]): Label[] {
  const present = sortedLabels(input, truth, values);
  const labels = input.has(classLabels)
    ? sortedLabels(input, classLabels, labelsIn(input, classLabels))
    : present;
  if (labels.length < 2) {
    throw input.wrong(
      truth,
      `has a single class where two are needed: ${labels[0]}; name both in labels`,
    );
  }
  const known = new Set(labels);
  const stranger = values.findIndex((value) => !known.has(value));
  if (stranger < 0) return labels;
  throw input.wrong(
    truth,
    `has an unknown label "${values[stranger]}" at position ${stranger + 1}`,
    stranger + 1,
  );
}

function logLoss(input: MetricInput): Computation {
  const forecast = forecastIn(input);
  const eps =
    input.optional(epsilon) === 'auto'
      ? Number.EPSILON
      : input.numberOr(epsilon, Number.EPSILON, probability);
  const chance = (sample: number) => forecast.chance(sample, eps);
  const count = forecast.codes.length;
  const loss = (sample: number) => -Math.log(chance(sample)) || 0;
  const lines = showSum(count, (sample) => `ln ${show(chance(sample))}`);
  if (!input.flag(normalize, true)) {
    const weightOf = (sample: number) => forecast.weights?.[sample] ?? 1;
    const value = sumOf(count, (sample) => weightOf(sample) * loss(sample));
    return { value, steps: [`log loss, summed = −(${lines}) = ${show(value)}`] };
  }
  const value = meanOf(count, loss, forecast.weights);
  const weighed = forecast.weights ? ', each times its weight,' : '';
  const total = forecast.weights ? sum(forecast.weights) : count;
  return { value, steps: [`log loss = −(${lines})${weighed} / ${show(total)} = ${show(value)}`] };
}

function brier(input: MetricInput): Computation {
  if (input.isMatrix(probabilities)) {
    throw input.wrong(
      probabilities,
      'has a column a class: give the probability of the positive one',
    );
  }
  const { count, chances, weights, happened } = outcomesIn(input);
  const miss = (index: number) => (chances[index] as number) - happened(index);
  const value = meanOf(count, (index) => miss(index) ** 2, weights);
  if (weights) {
    const terms = showSum(
      count,
      (index) => `${show(weights[index] as number)}·${term(miss(index))}²`,
    );
    return { value, steps: [`Brier = (${terms}) / ${show(sum(weights))} = ${show(value)}`] };
  }
  return { value, steps: [showMean('Brier', count, (index) => `${term(miss(index))}²`, value)] };
}

export const probabilistic: readonly MetricFormula[] = [
  metric({
    id: 'log-loss',
    name: 'Log loss',
    aliases: ['cross-entropy', 'binary-cross-entropy', 'logistic-loss'],
    formula: 'log loss = −(1/n) · Σ ln p(true class)',
    forms,
    options: [classLabels, sampleWeight, normalize, epsilon],
    work: logLoss,
  }),
  metric({
    id: 'brier',
    name: 'Brier score',
    aliases: ['brier-score', 'brier-score-loss'],
    formula: 'Brier = (1/n) · Σ (p − y)²',
    forms,
    options: [positiveLabel, sampleWeight],
    work: brier,
  }),
];
