/** Comparing two groups: the test of two proportions and the size of the groups. */
import { field } from './fields.ts';
import {
  type Computation,
  type Field,
  type MetricFormula,
  metric,
  undefinedValue,
} from './formula.ts';
import { type MetricInput, probability } from './input.ts';
import { normalQuantile, normalTail } from './normal.ts';
import { show, term } from './working.ts';

const conversions1 = field('conversions1', 'conversions in group 1', 'x1');
const conversions2 = field('conversions2', 'conversions in group 2', 'x2');
const size1 = field('n1', 'people in group 1');
const size2 = field('n2', 'people in group 2');
const alternative = field('alternative', 'two-sided, larger or smaller: group 1 against group 2');
const pooledField = field('pooled', 'false for the variance of each group on its own');
const rate1 = field('p1', 'the rate today', 'baseline');
const rate2 = field('p2', 'the rate to be detected', 'target');
const deviation = field('sd', 'the standard deviation of the measure');
const difference = field('difference', 'the difference to be detected', 'effect');
const alpha = field('alpha', 'the chance of a false alarm, 0.05 unless given');
const power = field('power', 'the chance to see the effect, 0.8 unless given');
const oneSided = field('one-sided', 'true for a test on one side');
const method = field('method', 'pooled, unpooled, arcsine, rule-of-16 or means');

function rateIn(input: MetricInput, conversions: Field, size: Field): { rate: number; n: number } {
  const n = input.number(size, { min: 1, whole: true });
  const count = input.number(conversions);
  if (count >= 0 && count <= n) return { rate: count / n, n };
  throw input.wrong(conversions, `is ${count}: it lies between 0 and ${input.nameOf(size)} = ${n}`);
}

function twoProportions(input: MetricInput): Computation {
  const one = rateIn(input, conversions1, size1);
  const two = rateIn(input, conversions2, size2);
  const kind = input.choice(alternative, ['two-sided', 'larger', 'smaller'], 'two-sided');
  const isPooled = input.flag(pooledField, true);
  const pooled = (one.rate * one.n + two.rate * two.n) / (one.n + two.n);
  const spread = ({ rate, n }: typeof one) => (rate * (1 - rate)) / n;
  const variance = isPooled
    ? pooled * (1 - pooled) * (1 / one.n + 1 / two.n)
    : spread(one) + spread(two);
  const gap = one.rate - two.rate;
  const steps = [
    `p1 = ${show(one.rate)}, p2 = ${show(two.rate)}${isPooled ? `, pooled p = ${show(pooled)}` : ''}`,
    `standard error = √${show(variance)} = ${show(Math.sqrt(variance))}`,
  ];
  if (variance === 0 && gap === 0) {
    const reason = 'the standard error is 0, as nobody or everybody converts: 0/0';
    return { ...undefinedValue(reason, steps), value: { z: null, pvalue: null } };
  }
  const z = gap / Math.sqrt(variance);
  const pvalue =
    kind === 'larger'
      ? normalTail(z)
      : kind === 'smaller'
        ? normalTail(-z)
        : 2 * normalTail(Math.abs(z));
  steps.push(
    `z = (p1 − p2) / standard error = ${show(gap)} / ${show(Math.sqrt(variance))} = ${show(z)}`,
  );
  return { value: { z, pvalue }, steps: [...steps, `p-value, ${kind} = ${show(pvalue)}`] };
}

interface Plan {
  readonly zAlpha: number;
  readonly zPower: number;
  readonly steps: readonly string[];
}

function planIn(input: MetricInput): Plan {
  const risk = openShare(input, alpha, 0.05);
  const chance = openShare(input, power, 0.8);
  const sides = input.flag(oneSided, false) ? 1 : 2;
  const zAlpha = -normalQuantile(risk / sides);
  const zPower = normalQuantile(chance);
  const line = `z for α = ${risk}, ${sides}-sided: ${show(zAlpha)}; z for power ${chance}: ${show(zPower)}`;
  return { zAlpha, zPower, steps: [line] };
}

function openShare(input: MetricInput, of: Field, otherwise: number): number {
  const value = input.numberOr(of, otherwise, probability);
  if (value > 0 && value < 1) return value;
  throw input.wrong(of, `is ${value}: it lies between 0 and 1`);
}

function sampleSize(input: MetricInput): Computation {
  const methods = ['pooled', 'unpooled', 'arcsine', 'rule-of-16', 'means'] as const;
  const kind = input.choice(method, methods, input.has(deviation) ? 'means' : 'pooled');
  const plan = planIn(input);
  const { n, lines } =
    kind === 'means' ? sizeForMeans(input, plan) : sizeForRates(input, plan, kind);
  // A hair above a whole number is that number.
  const ceil = Math.ceil(n - 1e-9 * n);
  const ignored = kind === 'rule-of-16' ? [] : plan.steps;
  return {
    value: { n, ceil },
    steps: [...ignored, ...lines, `n = ${show(n)} a group, so ${ceil}`],
  };
}

interface Size {
  readonly n: number;
  readonly lines: readonly string[];
}

function sizeForMeans(input: MetricInput, { zAlpha, zPower }: Plan): Size {
  const sd = input.number(deviation, { min: 0, as: 'a standard deviation' });
  const gap = input.number(difference);
  if (gap === 0) throw input.wrong(difference, 'is 0: there is no difference to detect');
  const n = (2 * sd ** 2 * (zAlpha + zPower) ** 2) / gap ** 2;
  return {
    n,
    lines: [`n = 2·s²·(zα + zβ)² / d² = 2·${show(sd)}²·${show(zAlpha + zPower)}² / ${term(gap)}²`],
  };
}

function sizeForRates(
  input: MetricInput,
  { zAlpha, zPower }: Plan,
  kind: 'pooled' | 'unpooled' | 'arcsine' | 'rule-of-16',
): Size {
  const [p1, p2] = [input.number(rate1, probability), input.number(rate2, probability)];
  if (p1 === p2)
    throw input.wrong(rate2, 'equals the other rate: there is no difference to detect');
  const gap = p1 - p2;
  const apart = p1 * (1 - p1) + p2 * (1 - p2);
  const mean = (p1 + p2) / 2;
  if (kind === 'pooled') {
    const root = zAlpha * Math.sqrt(2 * mean * (1 - mean)) + zPower * Math.sqrt(apart);
    const line = `n = ((zα·√(2·p̄·q̄) + zβ·√(p1·q1 + p2·q2)) / (p1 − p2))² = (${show(root)} / ${show(gap)})²`;
    return { n: (root / gap) ** 2, lines: [line] };
  }
  if (kind === 'unpooled') {
    const line = `n = (zα + zβ)²·(p1·q1 + p2·q2) / (p1 − p2)² = ${show((zAlpha + zPower) ** 2)}·${show(apart)} / ${term(gap)}²`;
    return { n: ((zAlpha + zPower) ** 2 * apart) / gap ** 2, lines: [line] };
  }
  if (kind === 'arcsine') {
    const h = 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
    const line = `h = 2·asin√p1 − 2·asin√p2 = ${show(h)}; n = 2·((zα + zβ) / h)²`;
    return { n: 2 * ((zAlpha + zPower) / h) ** 2, lines: [line] };
  }
  const line = `n = 16·p1·q1 / (p1 − p2)² = 16·${show(p1 * (1 - p1))} / ${term(gap)}²`;
  return { n: (16 * p1 * (1 - p1)) / gap ** 2, lines: [line] };
}

export const experiment: readonly MetricFormula[] = [
  metric({
    id: 'two-proportion-z',
    name: 'Two-proportion z-test',
    aliases: ['z-test', 'ab-test', 'two-proportion-z-test'],
    formula: 'z = (p1 − p2) / √(p(1 − p)(1/n1 + 1/n2)), p pooled',
    forms: [[conversions1, size1, conversions2, size2]],
    options: [alternative, pooledField],
    work: twoProportions,
  }),
  metric({
    id: 'ab-sample-size',
    name: 'A/B sample size',
    aliases: ['sample-size', 'power-analysis'],
    formula: 'n a group = ((zα·√(2·p̄·q̄) + zβ·√(p1·q1 + p2·q2)) / (p1 − p2))²',
    forms: [
      [rate1, rate2],
      [deviation, difference],
    ],
    options: [method, alpha, power, oneSided],
    work: sampleSize,
  }),
];
