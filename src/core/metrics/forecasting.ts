/** Errors of forecasts that do not depend on the scale, and of quantiles and intervals. */
import { field, predicted, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import type { MetricInput } from './input.ts';
import { meanOf, sumOf } from './sum.ts';
import { show, showMean, showSum, term } from './working.ts';

const history = field('history', 'the series before the forecast', 'train');
const season = field('season', 'after how many steps the series repeats, 1 unless given', 'm');
const quantileField = field('quantile', 'the quantile that was forecast', 'tau', 'alpha');
const lower = field('lower', 'the lower bounds');
const upper = field('upper', 'the upper bounds');
const level = field('level', 'the share that was promised');
const forms = [[truth, predicted]];

interface Forecast {
  readonly count: number;
  true(index: number): number;
  predicted(index: number): number;
  miss(index: number): number;
}

function forecastIn(input: MetricInput): Forecast {
  const actual = input.someNumbers(truth);
  const guess = input.numbers(predicted);
  input.sameLength(truth, actual.length, predicted, guess.length);
  return {
    count: actual.length,
    true: (index) => actual[index] as number,
    predicted: (index) => guess[index] as number,
    miss: (index) => Math.abs((actual[index] as number) - (guess[index] as number)),
  };
}

function scaledError(input: MetricInput): Computation {
  const { count, miss } = forecastIn(input);
  const past = input.numbers(history);
  const lag = input.numberOr(season, 1, { min: 1, whole: true });
  if (past.length <= lag)
    throw input.wrong(history, `has ${past.length} values: give more than ${lag}`);
  const step = (index: number) => Math.abs((past[index + lag] as number) - (past[index] as number));
  const naive = meanOf(past.length - lag, step);
  const error = meanOf(count, miss);
  const steps = [
    showMean('MAE of the forecast', count, (index) => show(miss(index)), error),
    showMean(
      'MAE of the naive forecast in the history',
      past.length - lag,
      (index) => show(step(index)),
      naive,
    ),
  ];
  if (naive === 0)
    return undefinedValue('the history does not vary, so the naive error is 0', steps);
  const value = error / naive;
  return { value, steps: [...steps, `MASE = ${show(error)} / ${show(naive)} = ${show(value)}`] };
}

function symmetricError(input: MetricInput): Computation {
  const forecast = forecastIn(input);
  const share = (index: number) => {
    const both = Math.abs(forecast.true(index)) + Math.abs(forecast.predicted(index));
    return both === 0 ? 0 : forecast.miss(index) / (both / 2);
  };
  const value = meanOf(forecast.count, share);
  return {
    value,
    steps: [showMean('sMAPE', forecast.count, (index) => show(share(index)), value)],
  };
}

function weightedError(input: MetricInput): Computation {
  const { count, miss, true: actual } = forecastIn(input);
  const above = sumOf(count, miss);
  const below = sumOf(count, (index) => Math.abs(actual(index)));
  const misses = showSum(count, (index) => show(miss(index)));
  const line = `WAPE = (${misses}) / ${show(below)}`;
  if (below === 0) return undefinedValue('all true values are 0', [line]);
  const value = above / below;
  return { value, steps: [`${line} = ${show(above)} / ${show(below)} = ${show(value)}`] };
}

function quantileLoss(input: MetricInput): Computation {
  const { count, true: actual, predicted: guess } = forecastIn(input);
  const tau = input.number(quantileField, { min: 0, max: 1, as: 'a quantile' });
  const loss = (index: number) => {
    const error = actual(index) - guess(index);
    return Math.max(tau * error, (tau - 1) * error);
  };
  const value = meanOf(count, loss);
  const items = (index: number) => {
    const error = actual(index) - guess(index);
    return error >= 0 ? `${show(tau)}·${show(error)}` : `${show(1 - tau)}·${term(-error)}`;
  };
  return { value, steps: [showMean('quantile loss', count, items, value)] };
}

function intervalCoverage(input: MetricInput): Computation {
  const actual = input.someNumbers(truth);
  const [low, high] = [input.numbers(lower), input.numbers(upper)];
  input.sameLength(truth, actual.length, lower, low.length);
  input.sameLength(truth, actual.length, upper, high.length);
  const crossed = low.findIndex((value, index) => value > (high[index] as number));
  if (crossed >= 0)
    throw input.wrong(lower, `is above the upper bound at position ${crossed + 1}`, crossed + 1);
  const isIn = (index: number) =>
    (low[index] as number) <= (actual[index] as number) &&
    (actual[index] as number) <= (high[index] as number);
  const inside = sumOf(actual.length, (index) => Number(isIn(index)));
  const value = inside / actual.length;
  const promised = input.numberOr(level, null, { min: 0, max: 1, as: 'a share' });
  const line = `inside / all = ${inside} / ${actual.length} = ${show(value)}`;
  return { value, steps: promised === null ? [line] : [line, `promised: ${show(promised)}`] };
}

export const forecasting: readonly MetricFormula[] = [
  metric({
    id: 'mase',
    name: 'MASE',
    aliases: ['mean-absolute-scaled-error'],
    formula: 'MASE = MAE of the forecast / MAE of the naive forecast in the history',
    forms: [[truth, predicted, history]],
    options: [season],
    work: scaledError,
  }),
  metric({
    id: 'smape',
    name: 'sMAPE',
    aliases: ['symmetric-mape'],
    formula: 'sMAPE = (1/n) · Σ |y − ŷ| / ((|y| + |ŷ|) / 2)',
    forms,
    work: symmetricError,
  }),
  metric({
    id: 'wape',
    name: 'WAPE',
    aliases: ['weighted-absolute-percentage-error', 'wmape'],
    formula: 'WAPE = Σ |y − ŷ| / Σ |y|',
    forms,
    work: weightedError,
  }),
  metric({
    id: 'quantile-loss',
    name: 'Quantile loss',
    aliases: ['pinball-loss'],
    formula: '(1/n) · Σ max(τ(y − q̂), (τ − 1)(y − q̂))',
    forms: [[truth, predicted, quantileField]],
    work: quantileLoss,
  }),
  metric({
    id: 'coverage-of-intervals',
    name: 'Coverage of intervals',
    aliases: ['picp', 'prediction-interval-coverage'],
    formula: 'PICP = true values inside their interval / all',
    forms: [[truth, lower, upper]],
    options: [level],
    work: intervalCoverage,
  }),
];
