/** Experiments: is the difference real, and how many people does it take? */
import { slip } from '../slip.ts';
import { computed, type NumericDrill } from './drill.ts';
import { between, clean, figure, isNeat, isShort } from './figures.ts';

const twoProportions: NumericDrill = {
  id: 'two-proportion-z',
  entry: 'topic/hypothesis-testing',
  draw(random) {
    const rate = random.pick([0.1, 0.2, 0.5]);
    const size = random.pick([200, 800, 1250, 5000, 20_000, 80_000]);
    const deviation = Math.sqrt(rate * (1 - rate));
    const error = deviation * Math.sqrt(2 / size);
    const wanted = between(random, 2, 8) / 2;
    const gap = wanted * error;
    const [more, less] = [(rate + gap / 2) * size, (rate - gap / 2) * size].map(clean) as [
      number,
      number,
    ];
    if (!isNeat(more, 0) || !isNeat(less, 0) || less < 5) return undefined;
    if (![more, less].every(isShort)) return undefined;
    const [a, b] = random.below(4) === 0 ? [less, more] : [more, less];
    const seen = (a - b) / size;
    return {
      prompt: `In A/B test arms of ${figure(size)} people each, ${figure(a)} convert with the new version and ${figure(b)} with the old. What is z of the two-proportion test (new minus old, pooled)?`,
      formula: 'two-proportion-z',
      input: { conversions1: a, n1: size, conversions2: b, n2: size },
      part: ['z'],
      isSigned: true,
      isRounded: true,
      slips: [
        slip(
          seen / Math.sqrt((rate * (1 - rate)) / size),
          'You used the error of one arm: the variance of both adds up, so √(2/n).',
        ),
        slip(
          seen / deviation,
          'You divided by the standard deviation: the standard error has √n in it.',
        ),
        slip(
          seen / (rate * (1 - rate) * (2 / size)),
          'You forgot the square root: that is the variance below the line.',
        ),
        slip(
          seen / Math.sqrt((rate * (1 - rate)) / (2 * size)),
          'You took both arms for one sample: the standard error of a difference is larger.',
        ),
        slip(seen, 'That is the difference: divide by its standard error.'),
      ],
    };
  },
};

const sampleSize: NumericDrill = {
  id: 'ab-sample-size',
  entry: 'topic/statistical-power',
  draw(random) {
    const rate = random.pick([0.02, 0.05, 0.1, 0.2, 0.5]);
    const lift = random.pick([0.05, 0.1, 0.2]);
    const gap = clean(rate * lift);
    const input = { p1: rate, p2: clean(rate + gap), method: 'rule-of-16' };
    const size = computed('ab-sample-size', input, ['n']);
    return {
      prompt: `${figure(clean(rate * 100))} % of the users convert. You want to detect a relative lift of ${figure(clean(lift * 100))} %. How many users does each arm need by the rule of 16, n = 16 · p(1 − p) / δ²?`,
      formula: 'ab-sample-size',
      input,
      part: ['n'],
      rule: 'n = 16 · p(1 − p) / δ² an arm, for α = 0.05 and power 0.8',
      slips: [
        slip(2 * size, 'That is both arms together: the rule gives one arm.'),
        slip(
          (16 * rate * (1 - rate)) / lift ** 2,
          'You put the relative lift for δ: δ is absolute, here p times the lift.',
        ),
        slip((16 * rate * (1 - rate)) / gap, 'You forgot to square δ.'),
        slip((16 * rate) / gap ** 2, 'You forgot the factor 1 − p of the variance.'),
        slip(16 / gap ** 2, 'You forgot the variance p(1 − p).'),
        slip(size / 2, 'That is half of it: the rule with 16 already gives one arm.'),
        slip(size / 16, 'You forgot the factor 16.'),
      ],
    };
  },
};

const uplift: NumericDrill = {
  id: 'uplift',
  entry: 'metric/uplift',
  draw(random) {
    const [many, few] = [random.pick([1000, 2000, 5000]), random.pick([1000, 2000, 4000])];
    const [high, low] = [between(random, 6, 20) / 100, between(random, 2, 12) / 100];
    if (high - low < 0.02) return undefined;
    const [a, b] = [clean(high * many), clean(low * few)];
    return {
      prompt: `Of ${figure(many)} people who got the coupon ${figure(a)} bought, of ${figure(few)} who did not get it ${figure(b)}. What is the uplift (absolute)?`,
      formula: 'uplift',
      input: { treated: { conversions: a, n: many }, control: { conversions: b, n: few } },
      isShare: true,
      slips: [
        slip(
          (high - low) / low,
          'That is the relative lift: the uplift asked for is the difference.',
        ),
        slip(high / low, 'That is the ratio of the rates: take the difference.'),
        slip(high, 'That is the rate of those treated: take away what happens without the coupon.'),
        slip(a - b, 'You took the difference of the counts: compare rates.'),
      ],
    };
  },
};

export const experimentDrills: readonly NumericDrill[] = [twoProportions, sampleSize, uplift];
