/** How good clusters are, and how far two rankings agree. */
import { field, scores, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import type { MetricInput } from './input.ts';
import { codesOf, labelsIn, sortedLabels } from './labels.ts';
import { mean, meanOf, sumOf } from './sum.ts';
import { show, showList, showMean } from './working.ts';

const clusters = field('clusters', 'the cluster of each point', 'predicted', 'y_pred');
const points = field('points', 'the points, a row each', 'vectors');
const second = field('scores', 'the other values', 'predicted', 'y_score', 'y_pred');
const times = field('times', 'when the event or the end of observation came');
const events = field('events', '1 where the event came, 0 where observation ended');

function codesIn(input: MetricInput, of: typeof truth): Int32Array {
  const labels = labelsIn(input, of);
  return codesOf(sortedLabels(input, of, labels), labels);
}

function pairsWithin(counts: Iterable<number>): number {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs;
}

function tallied(keys: Iterable<number | string>): Iterable<number> {
  const counts = new Map<number | string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts.values();
}

function adjustedRand(input: MetricInput): Computation {
  const [one, two] = [codesIn(input, truth), codesIn(input, clusters)];
  input.sameLength(truth, one.length, clusters, two.length);
  if (one.length < 2) throw input.wrong(truth, 'needs at least two points');
  const both = pairsWithin(tallied(Array.from(one, (code, index) => `${code} ${two[index]}`)));
  const [first, other] = [pairsWithin(tallied(one)), pairsWithin(tallied(two))];
  const all = pairsWithin([one.length]);
  const chance = (first * other) / all;
  const most = (first + other) / 2;
  const value = most === chance ? 1 : (both - chance) / (most - chance);
  const steps = [
    `pairs together: in the truth ${first}, in the clusters ${other}, in both ${both}, of ${all}`,
    `by chance ${first}·${other} / ${all} = ${show(chance)}, at most (${first} + ${other}) / 2 = ${show(most)}`,
    `ARI = (${both} − ${show(chance)}) / (${show(most)} − ${show(chance)}) = ${show(value)}`,
  ];
  return { value, steps };
}

function silhouette(input: MetricInput): Computation {
  const rows = input.matrix(points);
  const codes = codesIn(input, clusters);
  input.sameLength(points, rows.length, clusters, codes.length);
  const sizes = [...tallied(codes)];
  if (sizes.length < 2 || sizes.length >= rows.length) {
    return undefinedValue(
      `there are ${sizes.length} clusters of ${rows.length} points: 2 to n − 1 are needed`,
    );
  }
  const each = rows.map((_, index) => silhouetteOf(rows, codes, index));
  const value = meanOf(each.length, (index) => each[index] as number);
  return {
    value,
    steps: [showMean('silhouette', each.length, (index) => show(each[index] as number), value)],
  };
}

/** 0 for a point that is alone in its cluster. */
function silhouetteOf(rows: readonly Float64Array[], codes: Int32Array, index: number): number {
  const sums = new Map<number, { total: number; count: number }>();
  for (const [other, row] of rows.entries()) {
    if (other === index) continue;
    const code = codes[other] as number;
    const entry = sums.get(code) ?? { total: 0, count: 0 };
    const from = rows[index] as Float64Array;
    entry.total += Math.hypot(...from.map((value, at) => value - (row[at] as number)));
    entry.count++;
    sums.set(code, entry);
  }
  const own = sums.get(codes[index] as number);
  if (!own) return 0;
  sums.delete(codes[index] as number);
  const inside = own.total / own.count;
  const outside = Math.min(...[...sums.values()].map(({ total, count }) => total / count));
  const greater = Math.max(inside, outside);
  return greater === 0 ? 0 : (outside - inside) / greater;
}

function rankCorrelation(input: MetricInput): Computation {
  const [a, b] = [input.numbers(truth), input.numbers(second)];
  input.sameLength(truth, a.length, second, b.length);
  if (a.length < 2) throw input.wrong(truth, 'needs at least two values');
  const [ranksA, ranksB] = [ranksOf(a), ranksOf(b)];
  const spearman = correlation(ranksA, ranksB);
  const { concordant, discordant, below } = pairsOf(a, b);
  const steps = [
    `ranks: ${showList(ranksA)} and ${showList(ranksB)}`,
    `pairs in the same order ${concordant}, in opposite order ${discordant}`,
  ];
  if (spearman === null) return undefinedValue('one side does not vary', steps);
  const kendall = (concordant - discordant) / below;
  steps.push(
    `Kendall τ = (${concordant} − ${discordant}) / ${show(below)} = ${show(kendall)}`,
    `Spearman ρ = correlation of the ranks = ${show(spearman)}`,
  );
  return { value: { kendall, spearman }, steps };
}

/** Ranks from 1; equal values share their mean rank. */
function ranksOf(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    const value = values[order[start] as number];
    while (end < order.length && values[order[end] as number] === value) end++;
    for (let at = start; at < end; at++) ranks[order[at] as number] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

function correlation(a: Float64Array, b: Float64Array): number | null {
  const [centerA, centerB] = [mean(a), mean(b)];
  const product = (x: Float64Array, y: Float64Array, cx: number, cy: number) =>
    sumOf(x.length, (index) => ((x[index] as number) - cx) * ((y[index] as number) - cy));
  const spread = Math.sqrt(product(a, a, centerA, centerA) * product(b, b, centerB, centerB));
  return spread === 0 ? null : product(a, b, centerA, centerB) / spread;
}

/** Pairs by order; `below` is tau-b's divisor, all pairs when nothing is tied. */
function pairsOf(a: Float64Array, b: Float64Array) {
  let [concordant, discordant] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = i + 1; j < a.length; j++) {
      const sign =
        Math.sign((a[i] as number) - (a[j] as number)) *
        Math.sign((b[i] as number) - (b[j] as number));
      if (sign > 0) concordant++;
      else if (sign < 0) discordant++;
    }
  }
  const all = pairsWithin([a.length]);
  const below = Math.sqrt((all - pairsWithin(tallied(a))) * (all - pairsWithin(tallied(b))));
  return { concordant, discordant, below };
}

function concordance(input: MetricInput): Computation {
  const [when, risk] = [input.numbers(times), input.numbers(scores)];
  const seen = input.numbers(events, { min: 0, max: 1, whole: true, as: 'an indicator' });
  input.sameLength(times, when.length, scores, risk.length);
  input.sameLength(times, when.length, events, seen.length);
  let [right, tied, pairs] = [0, 0, 0];
  for (let i = 0; i < when.length; i++) {
    for (let j = 0; j < when.length; j++) {
      if (seen[i] !== 1 || (when[i] as number) >= (when[j] as number)) continue;
      pairs++;
      if ((risk[i] as number) > (risk[j] as number)) right++;
      else if (risk[i] === risk[j]) tied++;
    }
  }
  if (pairs === 0) return undefinedValue('no two of them can be compared');
  const value = (right + tied / 2) / pairs;
  const line = `C = (in the right order + ½·tied) / comparable pairs = (${right} + ½·${tied}) / ${pairs} = ${show(value)}`;
  return { value, steps: [line] };
}

export const grouping: readonly MetricFormula[] = [
  metric({
    id: 'adjusted-rand-index',
    name: 'Adjusted Rand index',
    aliases: ['ari'],
    formula: 'ARI = (RI − E[RI]) / (max RI − E[RI])',
    forms: [[truth, clusters]],
    work: adjustedRand,
  }),
  metric({
    id: 'silhouette',
    name: 'Silhouette',
    aliases: ['silhouette-score'],
    formula: 'mean of (b − a) / max(a, b): a within the cluster, b to the nearest other one',
    forms: [[points, clusters]],
    work: silhouette,
  }),
  metric({
    id: 'rank-correlation',
    name: 'Rank correlation',
    aliases: ['kendall-tau', 'spearman'],
    formula: 'τ = (concordant − discordant) / pairs; ρ = correlation of the ranks',
    forms: [[truth, second]],
    work: rankCorrelation,
  }),
  metric({
    id: 'concordance-index',
    name: 'Concordance index',
    aliases: ['c-index'],
    formula: 'C = (pairs in the right order + ½ · ties) / comparable pairs',
    forms: [[times, events, scores]],
    work: concordance,
  }),
];
