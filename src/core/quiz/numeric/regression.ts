/** Errors of predicted numbers. */
import { mean, sum } from '../../metrics/sum.ts';
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { instead, type NumericDrill, type Problem } from './drill.ts';
import { between, clean, figure, isNeat, listed, times } from './figures.ts';

interface Pairs {
  readonly true: readonly number[];
  readonly predicted: readonly number[];
}

const scenes = [
  'Delivery times in minutes',
  'Units sold a day',
  'House prices in thousands',
  'Daily visits in thousands',
  'Ages in years',
];

function ask(random: Random, { true: actual, predicted }: Pairs, question: string): string {
  return `${random.pick(scenes)}, true: ${listed(actual)}; predicted: ${listed(predicted)}. ${question}`;
}

/** Misses of both signs that are never all alike. */
function pairs(random: Random, count = between(random, 3, 5)): Pairs {
  const actual = times(count, () => between(random, 10, 60));
  const errors = times(count, () => random.pick([-1, 1]) * between(random, 0, 8));
  return { true: actual, predicted: actual.map((value, index) => value - (errors[index] ?? 0)) };
}

const errorsOf = ({ true: actual, predicted }: Pairs) =>
  actual.map((value, index) => value - (predicted[index] ?? 0));
const sizesOf = (drawn: Pairs) => errorsOf(drawn).map(Math.abs);
const squaresOf = (drawn: Pairs) => errorsOf(drawn).map((error) => error * error);

const notAveraged = 'You forgot to divide by the number of examples.';
const cancelled = 'You let errors of opposite sign cancel out: take their size first.';

type Slips = (drawn: Pairs, input: Readonly<Record<string, unknown>>) => Problem['slips'];

interface Recipe {
  readonly id: string;
  readonly entry: string;
  readonly question: string;
  readonly isNeat: (drawn: Pairs) => boolean;
  readonly slips: Slips;
  readonly isShare?: boolean;
  readonly isSigned?: boolean;
  readonly draw?: (random: Random) => Pairs;
}

function drill({ id, entry, question, slips, isShare, ...recipe }: Recipe): NumericDrill {
  return {
    id,
    entry: `metric/${entry}`,
    draw(random) {
      const drawn = (recipe.draw ?? pairs)(random);
      if (!recipe.isNeat(drawn) || Math.max(...sizesOf(drawn)) === 0) return undefined;
      const input = { ...drawn };
      return {
        prompt: ask(random, drawn, question),
        formula: id,
        input,
        slips: slips(drawn, input),
        isShare: isShare ?? false,
        isSigned: recipe.isSigned ?? false,
      };
    },
  };
}

/** Errors that are handy shares of the true value. */
function percentPairs(random: Random): Pairs {
  const actual = times(between(random, 3, 4), () => random.pick([10, 20, 40, 50, 80, 100, 200]));
  const predicted = actual.map((value) => {
    const whole = [0.05, 0.1, 0.2, 0.25, 0.5].map((share) => clean(share * value));
    return value + random.pick([-1, 1]) * random.pick(whole.filter(Number.isInteger));
  });
  return { true: actual, predicted };
}

const relative = (drawn: Pairs) =>
  errorsOf(drawn).map((error, index) => error / (drawn.true[index] ?? 1));

export const regressionDrills: readonly NumericDrill[] = [
  drill({
    id: 'mse',
    entry: 'mse',
    question: 'What is the MSE?',
    isNeat: (drawn) => isNeat(mean(squaresOf(drawn)), 1),
    slips: (drawn, input) => [
      instead('rmse', input, 'That is RMSE: you took the root.'),
      instead('mae', input, 'That is MAE: you did not square the errors.'),
      slip(sum(squaresOf(drawn)), notAveraged),
      slip(mean(errorsOf(drawn)) ** 2, 'You averaged first and squared then: square each error.'),
      slip(
        mean(squaresOf(drawn)) / 2,
        'The ½ belongs to a loss that is easy to derive, not to MSE.',
      ),
    ],
  }),
  drill({
    id: 'rmse',
    entry: 'rmse',
    question: 'What is the RMSE?',
    isNeat: (drawn) => isNeat(Math.sqrt(mean(squaresOf(drawn))), 1),
    slips: (drawn, input) => [
      instead('mse', input, 'You forgot the square root: that is MSE.'),
      instead('mae', input, 'That is MAE: you did not square the errors.'),
      slip(Math.sqrt(sum(squaresOf(drawn))), `${notAveraged} Then take the root.`),
      slip(
        Math.sqrt(sum(squaresOf(drawn))) / drawn.true.length,
        'You divided after the root: divide by n first.',
      ),
    ],
  }),
  drill({
    id: 'mae',
    entry: 'mae',
    question: 'What is the MAE?',
    isNeat: (drawn) => isNeat(mean(sizesOf(drawn)), 1),
    slips: (drawn, input) => [
      instead('mse', input, 'That is MSE: you squared the errors.'),
      instead('rmse', input, 'That is RMSE: you squared the errors and took the root.'),
      instead('median-absolute-error', input, 'That is the median of the absolute errors.'),
      slip(sum(sizesOf(drawn)), notAveraged),
      slip(Math.abs(mean(errorsOf(drawn))), cancelled),
    ],
  }),
  drill({
    id: 'median-absolute-error',
    entry: 'median-absolute-error',
    question: 'What is the median absolute error?',
    isNeat: () => true,
    draw: (random) => pairs(random, 5),
    slips: (drawn, input) => [
      instead('mae', input, 'That is the mean of the absolute errors.'),
      slip(sizesOf(drawn)[2] ?? Number.NaN, 'Sort the absolute errors before you take the middle.'),
      slip(Math.abs([...errorsOf(drawn)].sort((a, b) => a - b)[2] ?? 0), cancelled),
    ],
  }),
  drill({
    id: 'mape',
    entry: 'mape',
    question: 'What is the MAPE?',
    draw: percentPairs,
    isShare: true,
    isNeat: (drawn) => isNeat(mean(relative(drawn).map(Math.abs)), 3),
    slips: (drawn, input) => [
      instead('wape', input, 'That is WAPE: errors summed, divided by the sum of true values.'),
      instead('mae', input, 'That is MAE: divide each error by its true value first.'),
      slip(Math.abs(mean(relative(drawn))), cancelled),
      slip(sum(relative(drawn).map(Math.abs)), notAveraged),
      slip(
        mean(errorsOf(drawn).map((error, at) => Math.abs(error) / (drawn.predicted[at] ?? 1))),
        'You divided by the predictions: MAPE divides by the true values.',
      ),
    ],
  }),
  drill({
    id: 'wape',
    entry: 'wape',
    question: 'What is the WAPE?',
    draw: percentPairs,
    isShare: true,
    isNeat: (drawn) => isNeat(sum(sizesOf(drawn)) / sum(drawn.true), 3),
    slips: (drawn, input) => [
      instead('mape', input, 'That is MAPE: the mean of the relative errors.'),
      instead('mae', input, 'That is MAE: divide by the mean of the true values.'),
      slip(Math.abs(sum(errorsOf(drawn))) / sum(drawn.true), cancelled),
      slip(sum(sizesOf(drawn)) / sum(drawn.predicted), 'You divided by the predictions.'),
    ],
  }),
  drill({
    id: 'smape',
    entry: 'smape',
    question: 'What is the sMAPE, with (|y| + |ŷ|) / 2 below the line?',
    draw: percentPairs,
    isShare: true,
    isNeat: (drawn) => drawn.true.length === 3,
    slips: (drawn, input) => [
      instead('mape', input, 'That is MAPE: you divided by the true values alone.'),
      slip(
        mean(
          errorsOf(drawn).map(
            (error, at) => Math.abs(error) / ((drawn.true[at] ?? 0) + (drawn.predicted[at] ?? 0)),
          ),
        ),
        'You forgot the ½ below the line: that is half of it.',
      ),
    ],
  }),
  drill({
    id: 'r2',
    entry: 'r2',
    question: 'What is R²?',
    draw: spreadPairs,
    isSigned: true,
    isNeat: (drawn) => {
      const left = 1 - sum(squaresOf(drawn)) / spreadOf(drawn.true);
      return isNeat(left, 2) && left > -0.5;
    },
    slips: (drawn, input) => [
      slip(
        sum(squaresOf(drawn)) / spreadOf(drawn.true),
        'That is the share left unexplained: take it from 1.',
      ),
      slip(
        1 - sum(squaresOf(drawn)) / sum(drawn.true.map((value) => value * value)),
        'You forgot to take the mean from the true values below the line.',
      ),
      slip(
        1 - sum(squaresOf(drawn)) / spreadOf(drawn.predicted),
        'Below the line stands the spread of the true values, not of the predictions.',
      ),
      instead('mse', input, 'That is MSE: R² compares it with the variance.'),
    ],
  }),
];

/** True values whose spread is a round number, and small misses. */
function spreadPairs(random: Random): Pairs {
  const scale = random.pick([1, 2, 5]);
  const deviations = random.pick([
    [-3, -1, 1, 3],
    [-2, -1, 1, 2],
    [-2, -1, 0, 1, 2],
  ]);
  const center = between(random, 20, 50);
  const actual = random.shuffle(deviations).map((each) => center + scale * each);
  const misses = actual.map(() => between(random, -scale, scale));
  return { true: actual, predicted: actual.map((value, index) => value + (misses[index] ?? 0)) };
}

function spreadOf(values: readonly number[]): number {
  const center = mean(values);
  return sum(values.map((value) => (value - center) ** 2));
}

const quantile: NumericDrill = {
  id: 'quantile-loss',
  entry: 'metric/quantile-loss',
  draw(random) {
    const tau = random.pick([0.9, 0.8, 0.75]);
    const [over, under] = [between(random, 2, 20, 2), between(random, 2, 20, 2)];
    const actual = [between(random, 40, 90, 10), between(random, 40, 90, 10)];
    const input = {
      true: actual,
      predicted: [(actual[0] ?? 0) + over, (actual[1] ?? 0) - under],
      quantile: tau,
    };
    return {
      prompt: `A model forecasts the ${figure(tau)} quantile of demand. True: ${listed(actual)}; forecast: ${listed(input.predicted)}. What is the mean quantile (pinball) loss?`,
      formula: 'quantile-loss',
      input,
      slips: [
        slip(
          (tau * over + (1 - tau) * under) / 2,
          'The weights are swapped: forecasting too little costs τ, too much 1 − τ.',
        ),
        instead('mae', input, 'That is MAE: the two directions cost differently here.'),
        slip((1 - tau) * over + tau * under, notAveraged),
        slip((tau * (over + under)) / 2, 'Forecasting too much costs 1 − τ, not τ.'),
      ],
    };
  },
};

export const forecastDrills: readonly NumericDrill[] = [quantile];
