/** How far two distributions are apart: KS, PSI, KL and Jensen–Shannon. */
import { field } from './fields.ts';
import { type Computation, type Field, type MetricFormula, metric } from './formula.ts';
import type { MetricInput } from './input.ts';
import { type Alternative, exactTail, gcd, oneSidedTail, twoSidedTail } from './kolmogorov.ts';
import { sum, sumOf } from './sum.ts';
import { show, showList, showMean, showSum, table } from './working.ts';

const sample1 = field('first', 'the first sample', 'sample1', 'reference');
const sample2 = field('second', 'the second sample', 'sample2', 'current');
const alternative = field('alternative', 'two-sided, less or greater');
const method = field('method', 'auto, exact or asymp', 'mode');
const expectedField = field('expected', 'counts or shares of each bin, then', 'reference');
const actualField = field('actual', 'counts or shares of each bin, now', 'current');
const epsilon = field('eps', 'what stands in for a share of 0');
const first = field('p', 'the first distribution');
const second = field('q', 'the second distribution');
const base = field('base', 'the base of the logarithm, e unless given');
const mass = { min: 0, as: 'a mass' } as const;
/** Up to so many samples the p-value is exact, as in SciPy. */
const mostExact = 10_000;

function kolmogorovSmirnov(input: MetricInput): Computation {
  const [one, two] = [sample1, sample2].map((of) => input.someNumbers(of).slice().sort());
  const kinds: readonly Alternative[] = ['two-sided', 'less', 'greater'];
  const kind = input.choice(alternative, kinds, 'two-sided');
  const gaps = gapsOf(one as Float64Array, two as Float64Array);
  const { steps, at } = widest(gaps, kind);
  const [m, n] = [one?.length ?? 0, two?.length ?? 0];
  const cells = (m / gcd(m, n)) * n;
  const statistic = steps / cells;
  const wanted = input.choice(method, ['auto', 'exact', 'asymp'], 'auto');
  const isExact = wanted === 'exact' || (wanted === 'auto' && Math.max(m, n) <= mostExact);
  const pvalue = isExact ? exactTail(m, n, steps, kind) : asymptotic(m, n, statistic, kind);
  const sign = kind === 'two-sided' ? '|F1 − F2|' : kind === 'greater' ? 'F1 − F2' : 'F2 − F1';
  const where = at === undefined ? '' : `, at x = ${show(at)}`;
  const line = `D = greatest ${sign} = ${show(statistic)}${where}`;
  const how = isExact ? 'exact, over all orders of the pooled sample' : 'for large samples';
  return {
    value: { statistic, pvalue },
    steps: [line, `n1 = ${m}, n2 = ${n}: p = ${show(pvalue)} (${how})`],
  };
}

/** Extremes of F1 − F2 in steps of one over the least common multiple of the sizes. */
interface Gaps {
  readonly above: number;
  readonly aboveAt: number | undefined;
  readonly below: number;
  readonly belowAt: number | undefined;
}

function gapsOf(one: Float64Array, two: Float64Array): Gaps {
  const divisor = gcd(one.length, two.length);
  const [up, down] = [two.length / divisor, one.length / divisor];
  let [i, j, above, below] = [0, 0, 0, 0];
  let [aboveAt, belowAt]: (number | undefined)[] = [];
  while (i < one.length && j < two.length) {
    const x = Math.min(one[i] as number, two[j] as number);
    while (i < one.length && one[i] === x) i++;
    while (j < two.length && two[j] === x) j++;
    const height = i * up - j * down;
    if (height > above) [above, aboveAt] = [height, x];
    if (-height > below) [below, belowAt] = [-height, x];
  }
  return { above, aboveAt, below, belowAt };
}

function widest(gaps: Gaps, kind: Alternative): { steps: number; at: number | undefined } {
  const isAbove = kind === 'greater' || (kind === 'two-sided' && gaps.above >= gaps.below);
  return isAbove
    ? { steps: gaps.above, at: gaps.aboveAt }
    : { steps: gaps.below, at: gaps.belowAt };
}

function asymptotic(m: number, n: number, distance: number, kind: Alternative): number {
  if (kind !== 'two-sided') return oneSidedTail(m, n, distance);
  return twoSidedTail(roundHalfEven((m * n) / (m + n)), distance);
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}

/** The area between the distribution functions, swept from the least value to the greatest. */
function wasserstein(input: MetricInput): Computation {
  const [one, two] = [sample1, sample2].map((of) => input.someNumbers(of).slice().sort());
  const [a, b] = [one as Float64Array, two as Float64Array];
  const all = new Float64Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  all.sort();
  let [i, j] = [0, 0];
  const value = sumOf(all.length - 1, (index) => {
    const x = all[index] as number;
    while (i < a.length && (a[i] as number) <= x) i++;
    while (j < b.length && (b[j] as number) <= x) j++;
    return Math.abs(i / a.length - j / b.length) * ((all[index + 1] as number) - x);
  });
  if (a.length !== b.length)
    return { value, steps: [`W1 = area between F1 and F2 = ${show(value)}`] };
  const gap = (index: number) => Math.abs((a[index] as number) - (b[index] as number));
  const line = showMean(
    'W1 = mean gap of the sorted values',
    a.length,
    (index) => show(gap(index)),
    value,
  );
  return { value, steps: [`sorted: ${showList(a)} and ${showList(b)}`, line] };
}

/** Two lists of masses of one length, each scaled to sum 1. */
function sharesIn(input: MetricInput, one: Field, two: Field): [Float64Array, Float64Array] {
  const lists = [one, two].map((of) => input.someNumbers(of, mass));
  const [a, b] = lists as [Float64Array, Float64Array];
  input.sameLength(one, a.length, two, b.length);
  return [scaled(input, one, a), scaled(input, two, b)];
}

function scaled(input: MetricInput, of: Field, masses: Float64Array): Float64Array {
  const total = sum(masses);
  if (total === 0) throw input.wrong(of, 'sums to 0: there are no observations');
  return masses.map((value) => value / total);
}

function stability(input: MetricInput): Computation {
  const [expected, actual] = sharesIn(input, expectedField, actualField);
  const least = input.numberOr(epsilon, 0, { min: 0 });
  for (const shares of [expected, actual]) {
    for (const [index, share] of shares.entries()) if (share === 0) shares[index] = least;
  }
  const part = (index: number) => drift(actual[index] as number, expected[index] as number);
  const value = sumOf(expected.length, part);
  const rows = table(['bin', 'expected', 'actual', '(a − e)·ln(a/e)'], expected.length, (index) => [
    String(index + 1),
    ...[expected[index] as number, actual[index] as number, part(index)].map(show),
  ]);
  const line = `PSI = ${showSum(expected.length, (index) => show(part(index)))} = ${show(value)}`;
  const why = 'a bin is empty on one side only: infinite; give eps to smooth it';
  return { value, steps: [...rows, line, ...(Number.isFinite(value) ? [] : [why])] };
}

function drift(actual: number, expected: number): number {
  if (actual === expected) return 0;
  if (actual === 0 || expected === 0) return Number.POSITIVE_INFINITY;
  return (actual - expected) * Math.log(actual / expected);
}

/**
 * p·ln(p/q) − p + q: over two distributions it sums to the divergence, and as every part is at
 * least 0 nearly equal distributions do not cancel to noise.
 */
function divergencePart(p: number, q: number): number {
  if (p === 0) return q;
  if (q === 0) return Number.POSITIVE_INFINITY;
  const change = (p - q) / q;
  if (Math.abs(change) > 1e-3) return p * Math.log(p / q) - p + q;
  const square = change * change;
  return (
    q *
    square *
    (1 / 2 - change / 6 + square / 12 - (square * change) / 20 + (square * square) / 30)
  );
}

function divergence(p: Float64Array, q: Float64Array): number {
  return sumOf(p.length, (index) => divergencePart(p[index] as number, q[index] as number));
}

function scaleIn(input: MetricInput): { unit: string; scale: number } {
  const number = input.numberOr(base, Math.E, { min: 0 });
  if (number <= 0 || number === 1) throw input.wrong(base, `is ${number}: above 0 and not 1`);
  const unit = number === Math.E ? 'nats' : number === 2 ? 'bits' : `units of base ${number}`;
  return { unit, scale: Math.log(number) };
}

function kullbackLeibler(input: MetricInput): Computation {
  const [p, q] = sharesIn(input, first, second);
  const { unit, scale } = scaleIn(input);
  const value = divergence(p, q) / scale;
  const terms = showSum(p.length, (index) => {
    const [a, b] = [p[index] as number, q[index] as number];
    return a === 0 ? '0' : `${show(a)}·ln(${show(a)}/${show(b)})`;
  });
  const steps = [`p = ${showList(p)}, q = ${showList(q)}`];
  if (value === Number.POSITIVE_INFINITY)
    return { value, steps: [...steps, 'q is 0 where p is not: ∞'] };
  const divided = scale === 1 ? '' : ` / ln ${show(Math.exp(scale))}`;
  return { value, steps: [...steps, `KL = (${terms})${divided} = ${show(value)} ${unit}`] };
}

function jensenShannon(input: MetricInput): Computation {
  const [p, q] = sharesIn(input, first, second);
  const { unit, scale } = scaleIn(input);
  const middle = p.map((value, index) => (value + (q[index] as number)) / 2);
  const [left, right] = [divergence(p, middle) / scale, divergence(q, middle) / scale];
  const value = (left + right) / 2;
  const steps = [
    `m = (p + q) / 2 = ${showList(middle)}`,
    `JS = ½·KL(p‖m) + ½·KL(q‖m) = ½·${show(left)} + ½·${show(right)} = ${show(value)} ${unit}`,
  ];
  return { value, steps };
}

export const distribution: readonly MetricFormula[] = [
  metric({
    id: 'ks-2samp',
    name: 'Kolmogorov–Smirnov, two samples',
    aliases: ['ks', 'ks-statistic', 'kolmogorov-smirnov', 'ks-test'],
    formula: 'D = greatest |F1(x) − F2(x)|',
    forms: [[sample1, sample2]],
    options: [alternative, method],
    work: kolmogorovSmirnov,
  }),
  metric({
    id: 'wasserstein-distance',
    name: 'Wasserstein distance',
    aliases: ['earth-movers-distance', 'emd'],
    formula: 'W1 = ∫ |F1(x) − F2(x)| dx',
    forms: [[sample1, sample2]],
    work: wasserstein,
  }),
  metric({
    id: 'psi',
    name: 'Population stability index',
    aliases: ['population-stability-index'],
    formula: 'PSI = Σ (a − e) · ln(a / e) over bins',
    forms: [[expectedField, actualField]],
    options: [epsilon],
    work: stability,
  }),
  metric({
    id: 'kl-divergence',
    name: 'KL divergence',
    aliases: ['kl', 'kullback-leibler', 'relative-entropy'],
    formula: 'KL(p‖q) = Σ p · ln(p / q)',
    forms: [[first, second]],
    options: [base],
    work: kullbackLeibler,
  }),
  metric({
    id: 'js-divergence',
    name: 'Jensen–Shannon divergence',
    aliases: ['js', 'jensen-shannon'],
    formula: 'JS = ½·KL(p‖m) + ½·KL(q‖m), m = (p + q)/2',
    forms: [[first, second]],
    options: [base],
    work: jensenShannon,
  }),
];
