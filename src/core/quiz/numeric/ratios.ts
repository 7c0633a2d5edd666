/** One count over another: products, services, judged answers. */
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import type { NumericDrill } from './drill.ts';
import { between, clean, figure, isShort } from './figures.ts';

interface Ratio {
  readonly id: string;
  readonly above: string;
  readonly below: string;
  /** The share lies between these, in percent. */
  readonly percent: readonly [least: number, most: number];
  readonly wholes: readonly number[];
  tell(part: string, whole: string): string;
  /** What one minus it is. */
  readonly rest?: string;
}

const shares: readonly Ratio[] = [
  {
    id: 'ctr',
    above: 'clicks',
    below: 'impressions',
    percent: [1, 8],
    wholes: [500, 1000, 2000, 4000, 20_000],
    tell: (part, whole) =>
      `An ad was shown ${whole} times and clicked ${part} times. What is its CTR?`,
  },
  {
    id: 'conversion-rate',
    above: 'conversions',
    below: 'visitors',
    percent: [1, 12],
    wholes: [400, 500, 1000, 2500, 8000],
    tell: (part, whole) =>
      `Of ${whole} visitors ${part} bought something. What is the conversion rate?`,
  },
  {
    id: 'churn',
    above: 'lost',
    below: 'customers',
    percent: [2, 20],
    wholes: [200, 500, 800, 1500, 4000],
    tell: (part, whole) =>
      `The month began with ${whole} customers, of whom ${part} left. What is the monthly churn?`,
    rest: 'That is retention: churn is the share that left.',
  },
  {
    id: 'retention',
    above: 'returned',
    below: 'users',
    percent: [15, 70],
    wholes: [200, 400, 500, 1200, 3000],
    tell: (part, whole) =>
      `Of ${whole} users who joined, ${part} were active on day 7. What is the day-7 retention?`,
    rest: 'That is the share that did not come back.',
  },
  {
    id: 'bounce-rate',
    above: 'bounces',
    below: 'sessions',
    percent: [20, 70],
    wholes: [200, 500, 1200, 3000],
    tell: (part, whole) =>
      `Of ${whole} sessions ${part} ended after one page. What is the bounce rate?`,
    rest: 'That is the share that went on.',
  },
  {
    id: 'dau-mau',
    above: 'dau',
    below: 'mau',
    percent: [10, 60],
    wholes: [2, 5, 20, 40, 80],
    tell: (part, whole) =>
      `${whole} million people use an app in a month, ${part} million on a day. What is its stickiness, DAU / MAU?`,
  },
  {
    id: 'error-rate',
    above: 'errors',
    below: 'requests',
    percent: [1, 6],
    wholes: [500, 1000, 2000, 20_000],
    tell: (part, whole) => `Of ${whole} requests ${part} failed. What is the error rate?`,
    rest: 'That is the share that succeeded.',
  },
  {
    id: 'task-success-rate',
    above: 'succeeded',
    below: 'tasks',
    percent: [40, 95],
    wholes: [40, 80, 120, 200],
    tell: (part, whole) =>
      `An agent finished ${part} of ${whole} tasks. What is its task success rate?`,
    rest: 'That is the share that failed.',
  },
  {
    id: 'zero-result-rate',
    above: 'empty',
    below: 'searches',
    percent: [2, 15],
    wholes: [400, 800, 2000, 5000],
    tell: (part, whole) =>
      `Of ${whole} searches ${part} found nothing. What is the zero-result rate?`,
    rest: 'That is the share that found something.',
  },
  {
    id: 'faithfulness',
    above: 'supported',
    below: 'claims',
    percent: [50, 95],
    wholes: [20, 40, 60, 80],
    tell: (part, whole) =>
      `A generated answer makes ${whole} claims; the retrieved passages support ${part} of them. What is its faithfulness?`,
    rest: 'That is the share without support.',
  },
];

function shareDrill(ratio: Ratio): NumericDrill {
  return {
    id: ratio.id,
    entry: `metric/${ratio.id}`,
    draw(random) {
      const whole = random.pick(ratio.wholes);
      const part = clean((whole * between(random, ratio.percent[0], ratio.percent[1])) / 100);
      const isMillions = ratio.id === 'dau-mau';
      if (!isMillions && !Number.isInteger(part)) return undefined;
      return {
        prompt: ratio.tell(figure(part), figure(whole)),
        formula: ratio.id,
        input: { [ratio.above]: part, [ratio.below]: whole },
        isShare: true,
        slips: [
          slip(whole / part, 'You divided the wrong way round.'),
          slip(part / (whole - part), 'That is the odds: divide by all, not by the others.'),
          ...(ratio.rest ? [slip(1 - part / whole, ratio.rest)] : []),
        ],
      };
    },
  };
}

/** A value in money and the three counts that it is divided by. */
interface Shop {
  readonly revenue: number;
  readonly users: number;
  readonly payers: number;
  readonly orders: number;
}

function shop(random: Random): Shop {
  const users = random.pick([1000, 2000, 5000, 10_000]);
  const payers = (users * between(random, 1, 4)) / 20;
  const orders = payers * random.pick([2, 3, 4]);
  return { revenue: orders * between(random, 10, 60, 5), users, payers, orders };
}

const moneySlips = {
  'revenue-per-user': 'That is revenue per user: you divided by everybody.',
  arppu: 'That is ARPPU: you divided by those who pay.',
  'average-order-value': 'That is the average order value: you divided by the orders.',
} as const;

function moneyDrill(
  id: keyof typeof moneySlips,
  below: 'users' | 'payers' | 'orders',
  question: string,
): NumericDrill {
  return {
    id,
    entry: `metric/${id}`,
    draw(random) {
      const drawn = shop(random);
      const { revenue, users, payers, orders } = drawn;
      if (!isShort(revenue)) return undefined;
      const by = {
        'revenue-per-user': revenue / users,
        arppu: revenue / payers,
        'average-order-value': revenue / orders,
      };
      return {
        prompt: `In a month ${figure(users)} people use a shop, ${figure(payers)} of them buy, ${figure(orders)} orders come in, worth $${figure(revenue)}. ${question}`,
        formula: id,
        input: { revenue, [below]: drawn[below] },
        slips: (Object.keys(by) as (keyof typeof by)[])
          .filter((other) => other !== id)
          .map((other) => slip(by[other], moneySlips[other]))
          .concat(slip(drawn[below] / revenue, 'You divided the wrong way round.')),
      };
    },
  };
}

export const ratioDrills: readonly NumericDrill[] = [
  ...shares.map(shareDrill),
  moneyDrill('revenue-per-user', 'users', 'What is the revenue per user?'),
  moneyDrill('arppu', 'payers', 'What is the ARPPU, the revenue per paying user?'),
  moneyDrill('average-order-value', 'orders', 'What is the average order value?'),
];
