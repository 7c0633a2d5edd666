/** Judged outputs, money over time, and fairness between groups. */
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { instead, type NumericDrill } from './drill.ts';
import { between, clean, figure, isNeat, times } from './figures.ts';

const winRate: NumericDrill = {
  id: 'win-rate',
  entry: 'metric/win-rate',
  draw(random) {
    const [wins, ties, losses] = times(3, () => between(random, 10, 120, 5)) as [
      number,
      number,
      number,
    ];
    const all = wins + ties + losses;
    if (!isNeat((wins + ties / 2) / all, 3)) return undefined;
    return {
      prompt: `Against the old model a new one wins ${wins} comparisons, ties ${ties} and loses ${losses}. What is its win rate, with ties counted half?`,
      formula: 'win-rate',
      input: { wins, ties, losses },
      isShare: true,
      slips: [
        slip(wins / all, 'Ties count half, not nothing.'),
        slip(wins / (wins + losses), 'You left the ties out: they count half.'),
        slip((wins + ties) / all, 'Ties count half, not whole.'),
        slip(wins / losses, 'That is wins over losses.'),
        slip((losses + ties / 2) / all, 'That is the win rate of the old model.'),
      ],
    };
  },
};

const passAtK: NumericDrill = {
  id: 'pass-at-k',
  entry: 'metric/pass-at-k',
  draw(random) {
    const samples = random.pick([5, 6, 8, 10]);
    const passed = between(random, 2, samples - 2);
    const k = 2;
    const share = passed / samples;
    return {
      prompt: `Of ${samples} sampled programs ${passed} pass the tests. What is pass@${k} by the unbiased estimator?`,
      formula: 'pass-at-k',
      input: { n: samples, c: passed, k },
      isShare: true,
      slips: [
        slip(share, 'That is pass@1: the share of programs that pass.'),
        slip(1 - (1 - share) ** k, 'You drew with replacement: the second program is another one.'),
        slip(k * share, 'You added the chances: both programs may pass.'),
        slip(
          ((samples - passed) * (samples - passed - 1)) / (samples * (samples - 1)),
          'That is the chance that all fail: one minus it is pass@k.',
        ),
      ],
    };
  },
};

const lifetimeValue: NumericDrill = {
  id: 'lifetime-value',
  entry: 'metric/lifetime-value',
  draw(random) {
    const margin = between(random, 5, 40, 5);
    const stay = random.pick([0.5, 0.6, 0.75, 0.8, 0.9, 0.95]);
    return {
      prompt: `A customer brings a margin of $${margin} a month, from the first month on; ${figure(clean(stay * 100))} % stay from month to month. What is the lifetime value, without discounting?`,
      formula: 'lifetime-value',
      input: { margin, retention: stay },
      slips: [
        slip(margin / stay, 'You divided by retention: divide by churn, one minus it.'),
        slip((margin * stay) / (1 - stay), 'You left out the first month.'),
        slip(margin * stay, 'That is the margin expected in the second month alone.'),
        slip(1 / (1 - stay), 'That is the expected number of months: multiply by the margin.'),
      ],
    };
  },
};

const requestCost: NumericDrill = {
  id: 'cost-per-request',
  entry: 'metric/cost-per-request',
  draw(random) {
    const [sent, received] = [random.pick([500, 1000, 2000, 4000]), random.pick([100, 200, 500])];
    const [low, high] = random.pick([
      [1, 4],
      [2, 10],
      [3, 15],
      [0.5, 2],
    ] as const);
    const price = (tokens: number, each: number) => (tokens * each) / 1e6;
    return {
      prompt: `A request sends ${figure(sent)} tokens and receives ${figure(received)}. A million tokens cost $${figure(low)} sent and $${figure(high)} received. What does the request cost, in dollars?`,
      formula: 'cost-per-request',
      input: {
        'input-tokens': sent,
        'output-tokens': received,
        'input-price': low,
        'output-price': high,
      },
      slips: [
        slip(price(sent, high) + price(received, low), 'You swapped the two prices.'),
        slip(price(sent, low), 'You left out the tokens received.'),
        slip(price(received, high), 'You left out the tokens sent.'),
        slip(
          1000 * (price(sent, low) + price(received, high)),
          'The prices are for a million tokens, not for a thousand.',
        ),
        slip(price(sent + received, low), 'Received tokens have a price of their own.'),
      ],
    };
  },
};

interface Groups {
  readonly sizes: readonly [number, number];
  readonly chosen: readonly [number, number];
}

function groups(random: Random): Groups | undefined {
  const sizes = [random.pick([20, 40, 50]), random.pick([10, 20, 25, 40])] as const;
  const chosen = [
    clean((sizes[0] * between(random, 30, 80, 10)) / 100),
    clean((sizes[1] * between(random, 10, 60, 10)) / 100),
  ] as const;
  const isWhole = chosen.every(Number.isInteger);
  const differ = chosen[0] / sizes[0] !== chosen[1] / sizes[1];
  return isWhole && differ && chosen[0] > chosen[1] ? { sizes, chosen } : undefined;
}

const groupInput = ({ sizes, chosen }: Groups) => ({
  predicted: sizes.flatMap((size, at) => times(size, (index) => Number(index < (chosen[at] ?? 0)))),
  group: sizes.flatMap((size, at) => times(size, () => (at === 0 ? 'A' : 'B'))),
});

function fairness(id: 'demographic-parity' | 'disparate-impact', question: string): NumericDrill {
  return {
    id,
    entry: `metric/${id}`,
    draw(random) {
      const drawn = groups(random);
      if (!drawn) return undefined;
      const { sizes, chosen } = drawn;
      const input = groupInput(drawn);
      const rates = [chosen[0] / sizes[0], chosen[1] / sizes[1]] as const;
      const other = id === 'disparate-impact' ? 'demographic-parity' : 'disparate-impact';
      const [low, high] = [Math.min(...rates), Math.max(...rates)];
      if (!isNeat(low / high, 3)) return undefined;
      return {
        prompt: `A model approves ${chosen[0]} of ${sizes[0]} applicants of group A and ${chosen[1]} of ${sizes[1]} of group B. ${question}`,
        formula: id,
        input,
        isShare: true,
        slips: [
          instead(
            other,
            input,
            other === 'disparate-impact'
              ? 'That is the ratio of the rates (disparate impact): the difference is asked for.'
              : 'That is the difference of the rates: the ratio is asked for.',
          ),
          slip(high / low, 'The lower rate stands above: the ratio is at most 1.'),
          slip(chosen[1] / chosen[0], 'You compared counts: compare the rates of the groups.'),
          slip(
            (chosen[0] - chosen[1]) / (sizes[0] + sizes[1]),
            'You divided by everybody: each group has its own rate.',
          ),
        ],
      };
    },
  };
}

export const judgedDrills: readonly NumericDrill[] = [
  winRate,
  passAtK,
  lifetimeValue,
  requestCost,
  fairness('demographic-parity', 'What is the demographic parity difference?'),
  fairness('disparate-impact', 'What is the disparate impact ratio?'),
];
