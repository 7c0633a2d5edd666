/** Errors of numeric predictions. Several outputs a sample are rows; each output counts alike. */
import { field, predicted, sampleWeight, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import type { MetricInput } from './input.ts';
import { multioutput, type Output, outputsOf, overOutputs, type Score } from './outputs.ts';
import { mean, meanOf, squaredDeviations, sum, sumOf } from './sum.ts';
import { show, showMean, showSum, some, term } from './working.ts';

const squared = field('squared', 'false for the square root');
const forceFinite = field('force-finite', 'false to leave R² of a constant target undefined');
const forms = [[truth, predicted]];
const options = [sampleWeight, multioutput];

function meanStep(output: Output, name: string, item: (index: number) => string, value: number) {
  if (output.weights === undefined) return showMean(name, output.count, item, value);
  const weighed = showSum(
    output.count,
    (index) => `${show(output.weights?.[index] as number)}·${item(index)}`,
  );
  return `${name} = (${weighed}) / ${show(sum(output.weights))} = ${show(value)}`;
}

function errorStep(output: Output): string {
  return `errors: ${some(output.count, 8, (index) => show(output.error(index))).join(', ')}`;
}

function squaredScore(output: Output, name = 'MSE'): Score {
  const value = meanOf(output.count, (index) => output.error(index) ** 2, output.weights);
  const step = meanStep(output, name, (index) => `${term(output.error(index))}²`, value);
  return { value, steps: [errorStep(output), step] };
}

function rootScore(output: Output): Score {
  const { value, steps } = squaredScore(output);
  const root = Math.sqrt(value);
  return { value: root, steps: [...steps, `RMSE = √${show(value)} = ${show(root)}`] };
}

function absoluteScore(output: Output): Score {
  const value = meanOf(output.count, (index) => Math.abs(output.error(index)), output.weights);
  const step = meanStep(output, 'MAE', (index) => show(Math.abs(output.error(index))), value);
  return { value, steps: [errorStep(output), step] };
}

function percentageScore(output: Output): Score {
  const share = (index: number) => {
    const size = Math.max(Math.abs(output.true[index] as number), Number.EPSILON);
    return Math.abs(output.error(index)) / size;
  };
  const value = meanOf(output.count, share, output.weights);
  const steps = [errorStep(output), meanStep(output, 'MAPE', (index) => show(share(index)), value)];
  if (output.true.includes(0)) steps.push('a true value of 0 divides by 2.2e-16: a huge share');
  return { value, steps };
}

function medianScore(output: Output): Score {
  const errors = Float64Array.from(output.true, (_, index) => Math.abs(output.error(index)));
  const value = output.weights ? lowerMedian(errors, output.weights) : median(errors.slice());
  const sorted = errors.sort();
  const list = some(sorted.length, 8, (index) => show(sorted[index] as number)).join(', ');
  return { value, steps: [`absolute errors, sorted: ${list}`, `median = ${show(value)}`] };
}

function median(numbers: Float64Array): number {
  const sorted = numbers.sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The first value, in order, at which half of the weight is reached (as scikit-learn does). */
function lowerMedian(numbers: Float64Array, weights: Float64Array): number {
  const order = [...numbers.keys()].sort(
    (a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b,
  );
  const half = sum(weights) / 2;
  let reached = 0;
  for (const index of order) {
    reached += weights[index] as number;
    if (reached >= half) return numbers[index] as number;
  }
  return numbers[order.at(-1) ?? 0] as number;
}

function totalSquares({ count, true: values, weights }: Output): number {
  if (values.every((value) => value === values[0])) return 0;
  const center = weights
    ? meanOf(count, (index) => values[index] as number, weights)
    : mean(values);
  if (!weights) return squaredDeviations(values, center);
  return sumOf(
    count,
    (index) => (weights[index] as number) * ((values[index] as number) - center) ** 2,
  );
}

function determination(input: MetricInput): Computation {
  const outputs = outputsOf(input);
  const keep = input.flag(forceFinite, true);
  if ((outputs[0]?.count ?? 0) < 2) return undefinedValue('R² needs at least two samples');
  return overOutputs(input, (output) => determinationScore(output, keep), totalSquares);
}

function determinationScore(output: Output, keepFinite: boolean): Score {
  const weightOf = (index: number) => output.weights?.[index] ?? 1;
  const residual = sumOf(output.count, (index) => weightOf(index) * output.error(index) ** 2);
  const total = totalSquares(output);
  const terms = showSum(output.count, (index) => `${term(output.error(index))}²`);
  const steps = [
    output.weights
      ? `SS_res, weighted = ${show(residual)}`
      : `SS_res = ${terms} = ${show(residual)}`,
    `SS_tot about the mean of the true values = ${show(total)}`,
  ];
  if (total === 0 && !keepFinite) {
    return { value: residual === 0 ? Number.NaN : Number.NEGATIVE_INFINITY, steps };
  }
  if (total === 0) {
    const value = residual === 0 ? 1 : 0;
    const why = 'the true values do not vary: by convention 1 when all are met, else 0';
    return { value, steps: [...steps, why] };
  }
  const value = 1 - residual / total;
  return {
    value,
    steps: [...steps, `R² = 1 − ${show(residual)} / ${show(total)} = ${show(value)}`],
  };
}

function squaredOrRoot(isSquaredByDefault: boolean): (input: MetricInput) => Computation {
  return (input) =>
    overOutputs(
      input,
      input.flag(squared, isSquaredByDefault) ? (one) => squaredScore(one) : rootScore,
    );
}

export const regression: readonly MetricFormula[] = [
  metric({
    id: 'mse',
    name: 'MSE',
    aliases: ['mean-squared-error', 'l2-loss', 'squared-error'],
    formula: 'MSE = (1/n) · Σ (y − ŷ)²',
    forms,
    options: [...options, squared],
    work: squaredOrRoot(true),
  }),
  metric({
    id: 'rmse',
    name: 'RMSE',
    aliases: ['root-mean-squared-error'],
    formula: 'RMSE = √( (1/n) · Σ (y − ŷ)² )',
    forms,
    options: [...options, squared],
    work: squaredOrRoot(false),
  }),
  metric({
    id: 'mae',
    name: 'MAE',
    aliases: ['mean-absolute-error', 'l1-loss'],
    formula: 'MAE = (1/n) · Σ |y − ŷ|',
    forms,
    options,
    work: (input) => overOutputs(input, absoluteScore),
  }),
  metric({
    id: 'mape',
    name: 'MAPE',
    aliases: ['mean-absolute-percentage-error'],
    formula: 'MAPE = (1/n) · Σ |y − ŷ| / |y|, a fraction and not a percentage',
    forms,
    options,
    work: (input) => overOutputs(input, percentageScore),
  }),
  metric({
    id: 'r2',
    name: 'R²',
    aliases: ['r-squared', 'coefficient-of-determination'],
    formula: 'R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)²',
    forms,
    options: [...options, forceFinite],
    work: determination,
  }),
  metric({
    id: 'median-absolute-error',
    name: 'Median absolute error',
    formula: 'median of |y − ŷ|',
    forms,
    options,
    work: (input) => overOutputs(input, medianScore),
  }),
];
