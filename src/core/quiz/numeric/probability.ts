/** Predicted probabilities. */
import { mean, sum } from '../../metrics/sum.ts';
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { instead, type NumericDrill } from './drill.ts';
import { between, clean, figure, isNeat, listed, several, times } from './figures.ts';

interface Forecast {
  readonly true: readonly number[];
  readonly probabilities: readonly number[];
}

const outcomes = ['Did it rain', 'Was it clicked', 'Was it fraud', 'Did the user come back'];

function forecast(random: Random, choices: readonly number[], count: number): Forecast {
  return {
    true: times(count, () => random.below(2)),
    probabilities: times(count, () => random.pick(choices)),
  };
}

function tell(random: Random, { true: actual, probabilities }: Forecast): string {
  return `${random.pick(outcomes)} (1) or not (0): ${listed(actual)}. Predicted probabilities: ${listed(probabilities)}.`;
}

const misses = ({ true: actual, probabilities }: Forecast) =>
  probabilities.map((value, index) => Math.abs(value - (actual[index] ?? 0)));

const brier: NumericDrill = {
  id: 'brier',
  entry: 'metric/brier-score',
  draw(random) {
    const drawn = forecast(
      random,
      [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
      random.pick([2, 4, 5]),
    );
    const squares = misses(drawn).map((miss) => miss * miss);
    if (new Set(drawn.true).size < 2 || !isNeat(mean(squares), 3)) return undefined;
    return {
      prompt: `${tell(random, drawn)} What is the Brier score?`,
      formula: 'brier',
      input: { ...drawn },
      isShare: true,
      slips: [
        slip(mean(misses(drawn)), 'You forgot to square the differences.'),
        slip(
          Math.sqrt(mean(squares)),
          'You took the root: the Brier score is the mean square itself.',
        ),
        slip(sum(squares), 'You forgot to divide by the number of forecasts.'),
        instead('log-loss', { ...drawn }, 'That is log loss.'),
        slip(
          mean(drawn.probabilities.map((value) => (1 - value) ** 2)),
          'You took every outcome for 1: where it is 0, the difference is p itself.',
        ),
      ],
    };
  },
};

const handy = [0.1, 0.2, 0.25, 0.5, 0.8, 0.9];

const logLoss: NumericDrill = {
  id: 'log-loss',
  entry: 'metric/log-loss',
  draw(random) {
    const drawn = forecast(random, handy, random.pick([2, 3]));
    const { true: actual, probabilities } = drawn;
    const seen = probabilities.map((value, index) => clean(actual[index] ? value : 1 - value));
    if (new Set(actual).size < 2) return undefined;
    const needed = [...new Set([...probabilities, ...seen])].sort((a, b) => a - b);
    const hints = needed.map(
      (value) => `ln ${figure(value)} ≈ ${figure(Number(Math.log(value).toFixed(2)))}`,
    );
    const input = { ...drawn };
    return {
      prompt: `${tell(random, drawn)} What is the log loss (natural logarithm)? ${hints.join(', ')}.`,
      formula: 'log-loss',
      input,
      isRounded: true,
      slips: [
        slip(
          -mean(probabilities.map(Math.log)),
          'You took ln p everywhere: where the outcome is 0, it is ln(1 − p).',
        ),
        slip(mean(seen.map(Math.log)), 'You forgot the minus sign.'),
        slip(-sum(seen.map(Math.log)), 'You forgot to divide by the number of forecasts.'),
        slip(-mean(seen.map(Math.log2)), 'You used the logarithm to base 2.'),
        slip(-Math.log(mean(seen)), 'You averaged before the logarithm: average the logarithms.'),
        instead('brier', input, 'That is the Brier score.'),
      ],
    };
  },
};

const perplexity: NumericDrill = {
  id: 'perplexity',
  entry: 'metric/perplexity',
  draw(random) {
    const powers = times(between(random, 3, 4), () => between(random, 1, 4));
    const bits = mean(powers);
    if (!isNeat(bits, 0) || new Set(powers).size === 1) return undefined;
    const shares = powers.map((power) => `1/${2 ** power}`);
    const input = { 'token-probabilities': powers.map((power) => 2 ** -power) };
    return {
      prompt: `A language model gives the tokens of a text the probabilities ${shares.join(', ')}. What is its perplexity on it?`,
      formula: 'perplexity',
      input,
      slips: [
        slip(bits, 'That is the cross-entropy in bits: the perplexity is 2 to the power of it.'),
        slip(
          bits * Math.LN2,
          'That is the cross-entropy in nats: the perplexity is e to the power of it.',
        ),
        slip(
          mean(powers.map((power) => 2 ** power)),
          'You averaged 1 / p: average the logarithms, which is the geometric mean.',
        ),
        slip(
          1 / mean(powers.map((power) => 2 ** -power)),
          'You averaged p: average the logarithms.',
        ),
        slip(2 ** sum(powers), 'You forgot to divide by the number of tokens.'),
        slip(2 ** -bits, 'That is the typical probability: the perplexity is one over it.'),
      ],
    };
  },
};

const calibration: NumericDrill = {
  id: 'calibration-ratio',
  entry: 'metric/calibration-ratio',
  draw(random) {
    const drawn = forecast(random, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8], random.pick([5, 6]));
    const [expected, seen] = [sum(drawn.probabilities), sum(drawn.true)];
    if (seen < 1 || !isNeat(expected / seen, 2)) return undefined;
    return {
      prompt: `${tell(random, drawn)} What is the calibration ratio, predicted over observed?`,
      formula: 'calibration-ratio',
      input: { ...drawn },
      slips: [
        slip(seen / expected, 'You divided the wrong way round: predicted stands above.'),
        slip(expected / drawn.true.length, 'That is the mean prediction: divide by what happened.'),
        slip(expected - seen, 'You took the difference: it is a ratio.'),
      ],
    };
  },
};

const smoothing: NumericDrill = {
  id: 'label-smoothing',
  entry: 'topic/label-smoothing',
  draw(random) {
    const classes = random.pick([2, 4, 5, 10]);
    const eps = random.pick([0.1, 0.2]);
    return {
      prompt: `Label smoothing with ε = ${figure(eps)} spreads ε evenly over all ${classes} classes. What is the target of the true class?`,
      formula: 'label-smoothing',
      input: { classes, 'true-class': 0, eps },
      part: [0],
      isShare: true,
      slips: [
        slip(1 - eps, 'The true class gets its part of ε back: add ε / K.'),
        slip(eps / classes, 'That is the target of each other class.'),
        slip(eps / (classes - 1), 'That spreads ε over the other classes only.'),
        slip(1 - eps / classes, 'You took away only ε / K: take away ε, then add ε / K.'),
        slip(1 - eps - eps / classes, 'ε / K is added, not taken away.'),
      ],
    };
  },
};

const auc: NumericDrill = {
  id: 'roc-auc',
  entry: 'metric/roc-auc',
  draw(random) {
    const [positives, negatives] = random.pick([
      [2, 2],
      [3, 2],
      [2, 4],
      [2, 5],
      [4, 2],
      [4, 3],
      [5, 4],
    ] as const);
    const grid = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
    const scores = several(random, grid, positives + negatives);
    if (random.below(3) === 0) scores[positives] = scores[0] ?? 0.5;
    const [above, below] = [scores.slice(0, positives), scores.slice(positives)];
    const pairs = above.flatMap((high) => below.map((low) => Math.sign(high - low)));
    const won = pairs.filter((sign) => sign > 0).length;
    if (won === pairs.length || won === 0) return undefined;
    const input = { true: [...above.map(() => 1), ...below.map(() => 0)], scores };
    const right =
      above.filter((score) => score >= 0.5).length + below.filter((score) => score < 0.5).length;
    return {
      prompt: `Scores of the positives: ${listed(above)}; of the negatives: ${listed(below)}. What is the ROC AUC?`,
      formula: 'roc-auc',
      input,
      isShare: true,
      slips: [
        slip(
          pairs.filter((sign) => sign < 0).length / pairs.length,
          'That is the share of pairs in the wrong order.',
        ),
        slip(won / pairs.length, 'A tied pair counts one half.'),
        slip(
          pairs.filter((sign) => sign >= 0).length / pairs.length,
          'A tied pair counts one half, not one.',
        ),
        slip(
          right / scores.length,
          'That is the accuracy at the threshold 0.5: AUC compares pairs.',
        ),
        instead('average-precision', input, 'That is the average precision.'),
      ],
    };
  },
};

export const probabilityDrills: readonly NumericDrill[] = [
  brier,
  logLoss,
  perplexity,
  calibration,
  smoothing,
  auc,
];
