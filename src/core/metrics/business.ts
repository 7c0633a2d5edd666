/** Sums that product and model teams do on the back of an envelope. */
import { cutoff, field } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import { isList, MetricInput } from './input.ts';
import { normalQuantile } from './normal.ts';
import { sum, sumOf } from './sum.ts';
import { show, showList, showSum, term } from './working.ts';

const wins = field('wins', 'comparisons that it won');
const ties = field('ties', 'comparisons without a winner');
const losses = field('losses', 'comparisons that it lost');
const samples = field('samples', 'programs that were sampled for the problem', 'n');
const passed = field('passed', 'programs that pass all tests', 'c', 'correct');
const inputTokens = field('input-tokens', 'tokens sent');
const outputTokens = field('output-tokens', 'tokens received');
const inputPrice = field('input-price', 'the price of a million tokens sent');
const outputPrice = field('output-price', 'the price of a million tokens received');
const marginField = field('margin', 'the margin a period');
const retention = field('retention', 'the share that stays a period');
const discountRate = field('discount', 'the discount rate a period');
const deviation = field('sd', 'the standard deviation of the measure');
const size = field('n', 'people in each group');
const alpha = field('alpha', 'the chance of a false alarm, 0.05 unless given');
const power = field('power', 'the chance to see the effect, 0.8 unless given');
const treated = field('treated', 'conversions and n of those treated');
const control = field('control', 'conversions and n of the others');
const conversions = field('conversions', 'how many converted');
const exposures = field('exposures', 'how often each item was shown');
const returned = field('returned', 'what the index returned');
const exact = field('exact', 'the exact nearest neighbors');
const count = { min: 0, whole: true } as const;

function winRate(input: MetricInput): Computation {
  const [won, tied, lost] = [
    input.number(wins, count),
    input.numberOr(ties, 0, count),
    input.number(losses, count),
  ];
  const all = won + tied + lost;
  if (all === 0) return undefinedValue('there are no comparisons');
  const value = (won + tied / 2) / all;
  return { value, steps: [`win rate = (${won} + ½·${tied}) / ${all} = ${show(value)}`] };
}

/** 1 − C(n − c, k) / C(n, k), as a product so that nothing overflows. */
function passAtK(input: MetricInput): Computation {
  const n = input.number(samples, { min: 1, whole: true });
  const c = input.number(passed, count);
  const k = input.number(cutoff, { min: 1, whole: true });
  if (c > n) throw input.wrong(passed, `is ${c}, more than the ${n} samples`);
  if (k > n) throw input.wrong(cutoff, `is ${k}, more than the ${n} samples`);
  let fail = 1;
  for (let drawn = 0; drawn < k; drawn++) fail *= Math.max(0, n - c - drawn) / (n - drawn);
  const value = 1 - fail;
  const factors = showSum(k, (drawn) => `${Math.max(0, n - c - drawn)}/${n - drawn}`).replaceAll(
    ' + ',
    ' · ',
  );
  return {
    value,
    steps: [
      `all ${k} fail: ${factors} = ${show(fail)}`,
      `pass@${k} = 1 − ${show(fail)} = ${show(value)}`,
    ],
  };
}

function requestCost(input: MetricInput): Computation {
  const sent = (input.number(inputTokens, { min: 0 }) * input.number(inputPrice, { min: 0 })) / 1e6;
  const got =
    (input.number(outputTokens, { min: 0 }) * input.number(outputPrice, { min: 0 })) / 1e6;
  const value = sent + got;
  return {
    value,
    steps: [`cost = sent + received = ${show(sent)} + ${show(got)} = ${show(value)}`],
  };
}

function lifetimeValue(input: MetricInput): Computation {
  const gain = input.number(marginField);
  const stay = input.number(retention, { min: 0, max: 1, as: 'a share' });
  const rate = input.numberOr(discountRate, 0, { min: 0 });
  const factor = stay / (1 + rate);
  if (factor === 1)
    return undefinedValue('nobody leaves and nothing is discounted: the sum has no end');
  const value = gain / (1 - factor);
  const line = `LTV = Σ m·(r / (1 + d))ᵗ = m / (1 − r / (1 + d)) = ${show(gain)} / ${show(1 - factor)} = ${show(value)}`;
  return { value, steps: [line] };
}

function detectable(input: MetricInput): Computation {
  const sd = input.number(deviation, { min: 0 });
  const n = input.number(size, { min: 1, whole: true });
  const open = { min: Number.MIN_VALUE, max: 1 - Number.EPSILON, as: 'a probability' } as const;
  const z =
    -normalQuantile(input.numberOr(alpha, 0.05, open) / 2) +
    normalQuantile(input.numberOr(power, 0.8, open));
  const value = z * sd * Math.sqrt(2 / n);
  return {
    value,
    steps: [`MDE = (zα + zβ)·σ·√(2/n) = ${show(z)}·${show(sd)}·√(2/${n}) = ${show(value)}`],
  };
}

function uplift(input: MetricInput): Computation {
  const rateOf = (of: typeof treated) => {
    const given = input.required(of);
    if (typeof given !== 'object' || given === null || isList(given)) {
      throw input.wrong(of, 'is not an object with conversions and n');
    }
    const part = new MetricInput(given as Record<string, unknown>);
    const n = part.number(size, { min: 1, whole: true });
    return part.number(conversions, { min: 0, max: n, as: 'a part of n' }) / n;
  };
  const [with_, without] = [rateOf(treated), rateOf(control)];
  const value = with_ - without;
  return { value, steps: [`uplift = ${show(with_)} − ${show(without)} = ${show(value)}`] };
}

function gini(input: MetricInput): Computation {
  const sorted = input.someNumbers(exposures, { min: 0, as: 'a count' }).slice().sort();
  const total = sum(sorted);
  if (total === 0) return undefinedValue('nothing was shown');
  const n = sorted.length;
  const above = sumOf(n, (index) => (2 * (index + 1) - n - 1) * (sorted[index] as number));
  const value = above / (n * total);
  const terms = showSum(
    n,
    (index) => `${term(2 * (index + 1) - n - 1)}·${show(sorted[index] as number)}`,
  );
  return {
    value,
    steps: [
      `sorted: ${showList(sorted)}`,
      `G = (${terms}) / (${n}·${show(total)}) = ${show(value)}`,
    ],
  };
}

function neighborRecall(input: MetricInput): Computation {
  const wanted = input.list(exact);
  const k = input.numberOr(cutoff, wanted.length, { min: 1, whole: true });
  if (wanted.length < k) throw input.wrong(exact, `has ${wanted.length} neighbors: give ${k}`);
  const truth = new Set(wanted.slice(0, k));
  const found = new Set(
    input
      .list(returned)
      .slice(0, k)
      .filter((id) => truth.has(id)),
  ).size;
  const value = found / k;
  return {
    value,
    steps: [`of the exact top ${k} the index found ${found}: ${found} / ${k} = ${show(value)}`],
  };
}

export const business: readonly MetricFormula[] = [
  metric({
    id: 'win-rate',
    name: 'Win rate',
    formula: '(wins + ½ · ties) / comparisons',
    forms: [[wins, losses]],
    options: [ties],
    work: winRate,
  }),
  metric({
    id: 'pass-at-k',
    name: 'pass@k',
    aliases: ['pass@k'],
    formula: '1 − C(n − c, k) / C(n, k)',
    forms: [[samples, passed, cutoff]],
    work: passAtK,
  }),
  metric({
    id: 'cost-per-request',
    name: 'Cost per request',
    formula: 'tokens in · price in + tokens out · price out, prices a million tokens',
    forms: [[inputTokens, outputTokens, inputPrice, outputPrice]],
    work: requestCost,
  }),
  metric({
    id: 'lifetime-value',
    name: 'Lifetime value',
    aliases: ['ltv', 'clv'],
    formula: 'Σ margin · retentionᵗ / (1 + discount)ᵗ, t from 0',
    forms: [[marginField, retention]],
    options: [discountRate],
    work: lifetimeValue,
  }),
  metric({
    id: 'minimum-detectable-effect',
    name: 'Minimum detectable effect',
    aliases: ['mde'],
    formula: '(zα + zβ) · σ · √(2 / n)',
    forms: [[deviation, size]],
    options: [alpha, power],
    work: detectable,
  }),
  metric({
    id: 'uplift',
    name: 'Uplift',
    formula: 'rate of the treated − rate of the others',
    forms: [[treated, control]],
    work: uplift,
  }),
  metric({
    id: 'exposure-gini',
    name: 'Gini of exposure',
    aliases: ['gini'],
    formula: 'Σ (2j − n − 1) · e_j / (n · Σ e), exposures sorted upward',
    forms: [[exposures]],
    work: gini,
  }),
  metric({
    id: 'ann-recall',
    name: 'ANN recall',
    formula: '|returned top K ∩ exact top K| / K',
    forms: [[returned, exact]],
    options: [cutoff],
    work: neighborRecall,
  }),
];
