/** Scaling, outliers and penalties. */
import { mean, sum } from '../../metrics/sum.ts';
import { slip } from '../slip.ts';
import { computed, type NumericDrill } from './drill.ts';
import { between, clean, figure, isNeat, listed, times } from './figures.ts';

/** Deviations from the mean whose standard deviation is a whole number. */
const wholeDeviations: readonly (readonly [deviations: readonly number[], deviation: number])[] = [
  [[-7, -1, 1, 7], 5],
  [[-3, -1, -1, 5], 3],
  [[-5, 1, 1, 3], 3],
  [[-4, 1, 1, 1, 1], 2],
  [[-1, -1, -1, -1, 4], 2],
];

const zScore: NumericDrill = {
  id: 'z-score',
  entry: 'topic/outliers',
  draw(random) {
    const [deviations, unit] = random.pick(wholeDeviations);
    const scale = random.pick([1, 2]);
    const center = between(random, 16, 40);
    const values = random.shuffle(deviations).map((each) => center + scale * each);
    const deviation = scale * unit;
    const variance = deviation ** 2;
    const at = random.below(values.length);
    const asked = values[at] ?? 0;
    if (asked === center) return undefined;
    const ofSample = deviation * Math.sqrt(values.length / (values.length - 1));
    return {
      prompt: `Values: ${listed(values)}. What is the z-score of ${figure(asked)}, with the standard deviation of the population (divide by n)?`,
      formula: 'zscore-outliers',
      input: { values },
      part: ['z', at],
      isSigned: true,
      rule: 'z = (x − mean) / standard deviation',
      slips: [
        slip(
          (asked - center) / ofSample,
          'You divided by n − 1: that is the deviation of a sample.',
        ),
        slip((asked - center) / variance, 'You divided by the variance: take its root.'),
        slip(asked - center, 'You forgot to divide by the standard deviation.'),
        slip(asked / deviation, 'You forgot to take away the mean.'),
        slip(
          (asked - Math.min(...values)) / (Math.max(...values) - Math.min(...values)),
          'That is min–max scaling.',
        ),
      ],
    };
  },
};

const fences: NumericDrill = {
  id: 'iqr-fence',
  entry: 'topic/outliers',
  draw(random) {
    const values = times(9, () => between(random, 2, 24)).sort((a, b) => a - b);
    const [q1 = 0, median = 0, q3 = 0, last = 0] = [values[2], values[4], values[6], values[8]];
    const spread = q3 - q1;
    if (spread < 2) return undefined;
    return {
      prompt: `Sorted values: ${listed(values)}. What is the upper fence of the IQR rule? (Quartiles of nine values are the third, fifth and seventh.)`,
      formula: 'iqr-outliers',
      input: { values },
      part: ['upper'],
      rule: 'upper fence = Q3 + 1.5 · IQR, with IQR = Q3 − Q1',
      slips: [
        slip(q3 + spread, 'You added one IQR: the rule adds 1.5 of it.'),
        slip(median + 1.5 * spread, 'You started from the median: start from the third quartile.'),
        slip(q1 - 1.5 * spread, 'That is the lower fence.'),
        slip(q3 + 1.5 * (last - (values[0] ?? 0)), 'You used the whole range: IQR is Q3 − Q1.'),
        slip(1.5 * spread, 'That is the distance: add it to Q3.'),
        slip(1.5 * q3, 'You took 1.5 times Q3: add 1.5 times the IQR to it.'),
      ],
    };
  },
};

const minMax: NumericDrill = {
  id: 'min-max',
  entry: 'topic/numerical-transforms',
  draw(random) {
    const values = times(5, () => between(random, 1, 30));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const at = random.below(5);
    const asked = values[at] ?? 0;
    if (asked === least || asked === most || !isNeat((asked - least) / (most - least), 2))
      return undefined;
    const center = mean(values);
    return {
      prompt: `Values: ${listed(values)}. To what does min–max scaling to [0, 1] take ${figure(asked)}?`,
      formula: 'scaling',
      input: { values, method: 'minmax' },
      part: [at],
      isShare: true,
      rule: 'min–max scaling = (x − min) / (max − min)',
      slips: [
        slip(asked / most, 'You forgot the minimum: take it away above and below.'),
        slip(asked / (most - least), 'You forgot to take away the minimum above.'),
        slip((asked - least) / most, 'Below stands the range, max − min.'),
        slip((most - asked) / (most - least), 'That counts from the top: start from the minimum.'),
        slip(
          (asked - center) / Math.sqrt(mean(values.map((value) => (value - center) ** 2))),
          'That is the z-score (standardization).',
        ),
      ],
    };
  },
};

function penalty(id: 'l1-penalty' | 'l2-penalty', entry: `topic/${string}`): NumericDrill {
  const isSquared = id === 'l2-penalty';
  return {
    id,
    entry,
    draw(random) {
      const weights = times(between(random, 3, 4), () =>
        clean((random.pick([-1, 1]) * between(random, 0, 8)) / 2),
      );
      const lambda = random.pick([0.1, 0.01, 0.5, 0.2]);
      const sizes = sum(weights.map(Math.abs));
      const squares = sum(weights.map((weight) => weight * weight));
      if (squares === 0 || weights.every((weight) => weight >= 0)) return undefined;
      const name = isSquared ? 'L2 penalty λ · Σw²' : 'L1 penalty λ · Σ|w|';
      const other = computed(isSquared ? 'l1-penalty' : 'l2-penalty', { weights, lambda });
      return {
        prompt: `Weights: ${listed(weights)}; λ = ${figure(lambda)}. What is the ${name}?`,
        formula: id,
        input: { weights, lambda },
        slips: [
          slip(
            other,
            isSquared
              ? 'That is the L1 penalty: square the weights.'
              : 'That is the L2 penalty: take sizes, not squares.',
          ),
          slip(lambda * sum(weights), 'You let weights of opposite sign cancel out.'),
          slip(isSquared ? squares : sizes, 'You forgot λ.'),
          slip(
            isSquared ? lambda * Math.sqrt(squares) : (lambda * sizes) / weights.length,
            isSquared
              ? 'You took the root: the penalty is the sum of squares.'
              : 'You averaged: the penalty is a sum.',
          ),
          slip((lambda * (isSquared ? squares : sizes)) / 2, 'There is no factor ½ here.'),
        ],
      };
    },
  };
}

const hinge: NumericDrill = {
  id: 'hinge-loss',
  entry: 'topic/loss-functions',
  draw(random) {
    const labels = times(random.pick([2, 4, 5]), () => random.pick([-1, 1]));
    const decision = labels.map(() => between(random, -8, 12) / 4).map(clean);
    const margins = decision.map((value, index) => value * (labels[index] ?? 1));
    if (new Set(labels).size < 2 || margins.every((margin) => margin <= 1)) return undefined;
    const losses = margins.map((margin) => Math.max(0, 1 - margin));
    if (sum(losses) === 0) return undefined;
    return {
      prompt: `Labels: ${listed(labels)}; decision values: ${listed(decision)}. What is the mean hinge loss?`,
      formula: 'hinge-loss',
      input: { true: labels, decision },
      slips: [
        slip(
          mean(margins.map((margin) => 1 - margin)),
          'You let large margins count below 0: the loss is at least 0.',
        ),
        slip(sum(losses), 'You forgot to divide by the number of examples.'),
        slip(
          mean(margins.map((margin) => Math.max(0, -margin))),
          'You left out the margin of 1: that is the perceptron loss.',
        ),
        slip(mean(margins.map((margin) => Number(margin <= 0))), 'That is the error rate.'),
        slip(
          mean(decision.map((value) => Math.max(0, 1 - value))),
          'You forgot to multiply with the label.',
        ),
      ],
    };
  },
};

export const preprocessingDrills: readonly NumericDrill[] = [
  zScore,
  fences,
  minMax,
  penalty('l1-penalty', 'topic/l1-regularization'),
  penalty('l2-penalty', 'topic/l2-regularization'),
  hinge,
];
