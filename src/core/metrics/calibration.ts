/** Whether events come as often as predicted: calibration error, ratio, normalized entropy. */
import { field, positiveLabel, probabilities, sampleWeight, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import { type MetricInput, probability } from './input.ts';
import { type Label, labelIn, labelsIn, sortedLabels } from './labels.ts';
import { weightsIn } from './scored.ts';
import { sum, sumOf } from './sum.ts';
import { show, showSum, table } from './working.ts';

const binsField = field('bins', 'how many bins', 'n-bins');
const strategy = field('strategy', 'uniform or quantile: bins of equal width or of equal size');

/** Probabilities of one class, and whether it came. */
export interface Outcomes {
  readonly count: number;
  readonly chances: Float64Array;
  readonly weights: Float64Array | undefined;
  happened(index: number): number;
}

export function outcomesIn(input: MetricInput): Outcomes {
  const chances = input.numbers(probabilities, probability);
  const values = labelsIn(input, truth);
  input.sameLength(truth, values.length, probabilities, chances.length);
  if (values.length === 0) throw input.wrong(truth, 'is empty: give at least one sample');
  const labels = sortedLabels(input, truth, values);
  if (labels.length > 2)
    throw input.wrong(truth, `has ${labels.length} classes where two are needed`);
  const positive = positiveOf(input, labels);
  return {
    count: values.length,
    chances,
    weights: weightsIn(input, values.length),
    happened: (index) => Number(values[index] === positive),
  };
}

/** Of {0, 1} and {−1, 1} it is 1; of other numbers the greater; words must say which. */
function positiveOf(input: MetricInput, labels: readonly Label[]): Label {
  const given = labelIn(input, positiveLabel);
  if (given !== null) {
    if (labels.length < 2 || labels.includes(given)) return given;
    throw input.wrong(
      positiveLabel,
      `is ${given}, an unknown label: the labels are ${labels.join(' and ')}`,
    );
  }
  const last = labels.at(-1) as Label;
  if (typeof last === 'string')
    throw input.wrong(positiveLabel, `is missing: ${labels.join(' or ')}`);
  return [-1, 0, 1].includes(last) ? 1 : last;
}

function calibrationError(input: MetricInput): Computation {
  const outcomes = outcomesIn(input);
  const bins = input.numberOr(binsField, 10, { min: 1, max: 10_000, whole: true });
  const binOf =
    input.choice(strategy, ['uniform', 'quantile'], 'uniform') === 'uniform'
      ? (index: number) =>
          Math.min(bins - 1, Math.floor((outcomes.chances[index] as number) * bins))
      : equalBins(outcomes.chances, bins);
  const filled = fillBins(outcomes, bins, binOf).filter(({ weight }) => weight > 0);
  const total = sumOf(filled.length, (index) => filled[index]?.weight as number);
  const gapOf = (index: number) => {
    const { weight = 1, chance = 0, events = 0 } = filled[index] ?? {};
    return (Math.abs(events - chance) / weight) * (weight / total);
  };
  const value = sumOf(filled.length, gapOf);
  const rows = table(
    ['bin', 'samples', 'mean predicted', 'share positive'],
    filled.length,
    (index) => {
      const { bin = 0, weight = 1, chance = 0, events = 0 } = filled[index] ?? {};
      return [String(bin + 1), show(weight), show(chance / weight), show(events / weight)];
    },
  );
  const line = `ECE = Σ share of the bin · |positive − predicted| = ${showSum(filled.length, (index) => show(gapOf(index)))} = ${show(value)}`;
  return { value, steps: [...rows, line] };
}

interface Bin {
  readonly bin: number;
  weight: number;
  chance: number;
  events: number;
}

function fillBins(outcomes: Outcomes, bins: number, binOf: (index: number) => number): Bin[] {
  const filled = Array.from(
    { length: bins },
    (_, bin): Bin => ({ bin, weight: 0, chance: 0, events: 0 }),
  );
  for (let index = 0; index < outcomes.count; index++) {
    const weight = outcomes.weights?.[index] ?? 1;
    const bin = filled[binOf(index)] as Bin;
    bin.weight += weight;
    bin.chance += weight * (outcomes.chances[index] as number);
    bin.events += weight * outcomes.happened(index);
  }
  return filled;
}

/** Bins of the same number of samples, by rank; equal probabilities stay together. */
function equalBins(chances: Float64Array, bins: number): (index: number) => number {
  const sorted = chances.slice().sort();
  const edges = Array.from(
    { length: bins - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins)] as number,
  );
  return (index) => edges.filter((edge) => (chances[index] as number) >= edge).length;
}

function calibrationRatio(input: MetricInput): Computation {
  const { chances, count, happened } = outcomesIn(input);
  const events = sumOf(count, happened);
  const expected = sum(chances);
  if (events === 0) return undefinedValue('no event happened: the divisor is 0');
  const value = expected / events;
  return { value, steps: [`Σ p / Σ y = ${show(expected)} / ${show(events)} = ${show(value)}`] };
}

function normalizedEntropy(input: MetricInput): Computation {
  const { chances, count: n, happened } = outcomesIn(input);
  const rate = sumOf(n, happened) / n;
  if (rate === 0 || rate === 1)
    return undefinedValue('a single class: the entropy of the base rate is 0');
  const keep = (p: number) => Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON);
  const loss =
    -sumOf(n, (index) => {
      const p = keep(chances[index] as number);
      return Math.log(happened(index) ? p : 1 - p);
    }) / n;
  const base = -(rate * Math.log(rate) + (1 - rate) * Math.log(1 - rate));
  const value = loss / base;
  const steps = [
    `log loss = ${show(loss)}; entropy of the base rate ${show(rate)} = ${show(base)}`,
    `NE = ${show(loss)} / ${show(base)} = ${show(value)}`,
  ];
  return { value, steps };
}

export const calibration: readonly MetricFormula[] = [
  metric({
    id: 'ece',
    name: 'Expected calibration error',
    aliases: ['expected-calibration-error', 'calibration-error'],
    formula: 'ECE = Σ over bins (n_b / n) · |share positive − mean predicted|',
    forms: [[truth, probabilities]],
    options: [binsField, strategy, positiveLabel, sampleWeight],
    work: calibrationError,
  }),
  metric({
    id: 'calibration-ratio',
    name: 'Calibration ratio',
    formula: 'Σ p / Σ y',
    forms: [[truth, probabilities]],
    work: calibrationRatio,
  }),
  metric({
    id: 'normalized-entropy',
    name: 'Normalized entropy',
    formula: 'log loss / entropy of the base rate',
    forms: [[truth, probabilities]],
    work: normalizedEntropy,
  }),
];
