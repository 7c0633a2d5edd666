/** What BLEU puts in place of n-gram precisions that are 0 (Chen & Cherry 2014, numbers as in NLTK). */
import { clippedPrecision, type Precision, type Segment } from './ngrams.ts';

interface Place {
  readonly segment: Segment;
  /** Tokens of all candidates. */
  readonly length: number;
}

export const smoothings = [
  'method0',
  'method1',
  'method2',
  'method3',
  'method4',
  'method5',
  'method6',
  'method7',
] as const;

type Method = (typeof smoothings)[number];
type Smoothing = (precisions: readonly Precision[], place: Place) => number[];

const epsilon = 0.1;
const alpha = 5;
const k = 5;

const methods = {
  method0: (precisions) => precisions.map(ratio),
  method1: (precisions) =>
    precisions.map((each) => (each.matches === 0 ? epsilon / each.total : ratio(each))),
  method2: (precisions) =>
    precisions.map((each, order) =>
      order === 0 ? ratio(each) : (each.matches + 1) / (each.total + 1),
    ),
  method3: (precisions) => halving(precisions, (turn) => 1 / 2 ** turn),
  method4: byLength,
  method5: (precisions, { segment }) => neighbors(precisions.map(ratio), segment),
  method6: byTrend,
  method7: (precisions, place) => neighbors(byLength(precisions, place), place.segment),
} satisfies Record<Method, Smoothing>;

export function smoothed(
  method: Method,
  precisions: readonly Precision[],
  place: Place,
): readonly number[] {
  return methods[method](precisions, place);
}

function ratio({ matches, total }: Precision): number {
  return matches / total;
}

/** The n-th order without a match gets a count that shrinks with n. */
function halving(precisions: readonly Precision[], count: (turn: number) => number): number[] {
  let turn = 0;
  return precisions.map((each) => (each.matches === 0 ? count(++turn) / each.total : ratio(each)));
}

/** Shorter texts get smaller counts. */
function byLength(precisions: readonly Precision[], { length }: Place): number[] {
  if (length <= 1) return precisions.map(ratio);
  return halving(precisions, (turn) => Math.log(length) / (2 ** turn * k));
}

/** Mean with the orders on both sides. */
function neighbors(rates: readonly number[], segment: Segment): number[] {
  const next = [...rates, ratio(clippedPrecision(segment, 5))];
  let before = (rates[0] ?? 0) + 1;
  return rates.map((rate, order) => {
    before = (before + rate + (next[order + 1] as number)) / 3;
    return before;
  });
}

/** Interpolates with what the two orders below would lead one to expect. */
function byTrend(precisions: readonly Precision[], { segment }: Place): number[] {
  const rates: number[] = [];
  for (const [order, each] of precisions.entries()) {
    const [last = 0, beforeLast = 0] = [rates[order - 1], rates[order - 2]];
    const expected = beforeLast === 0 ? 0 : last ** 2 / beforeLast;
    const grams = Math.max(0, segment.hypothesis.length - order);
    rates.push(order < 2 ? ratio(each) : (each.matches + alpha * expected) / (grams + alpha));
  }
  return rates;
}
