/** One value for several classes: pooled, or a mean over them. */
import type { Tally } from './confusion.ts';
import { type Computation, undefinedValue } from './formula.ts';
import { type Counts, countsOf, lineOf, type Ratio } from './ratio.ts';
import { meanOf, sum } from './sum.ts';
import { show, showSum, table } from './working.ts';

export const averages = ['binary', 'macro', 'micro', 'weighted', 'samples'] as const;
export type Wanted = (typeof averages)[number];

export interface Averaging {
  readonly wanted: 'each' | Wanted;
  readonly ifZero: number;
  readonly drawing?: readonly string[];
}

export function averaged(tally: Tally, ratio: Ratio, how: Averaging): Computation {
  const { wanted, ifZero, drawing = [] } = how;
  const classes = Array.from({ length: tally.wanted }, (_, index) => countsOf(tally, index));
  const each = classes.map((counts) => ratio.of(counts, ifZero));
  const rows = table(['class', 'TP', 'FP', 'FN', ratio.name], classes.length, (index) =>
    rowOf(tally, index, each[index] as number),
  );
  const steps = [...drawing, ...rows];
  if (wanted === 'each') return { value: each, steps };
  if (wanted === 'micro') return pooled(classes, tally.total, ratio, { ...how, drawing: steps });
  if (wanted === 'macro') {
    if (each.length === 0) return undefinedValue('there are no classes to average over', steps);
    const value = meanOf(each.length, (index) => each[index] as number);
    const terms = showSum(each.length, (index) => show(each[index] as number));
    return { value, steps: [...steps, `macro = (${terms}) / ${each.length} = ${show(value)}`] };
  }
  return weighted(classes, ratio, { ...how, drawing: steps });
}

function rowOf(tally: Tally, index: number, value: number): string[] {
  const { hits, predicted: all, actual } = countsOf(tally, index);
  const counts = [hits, all - hits, actual - hits].map(show);
  return [String(tally.labels[index]), ...counts, show(value)];
}

function pooled(classes: Counts[], total: number, ratio: Ratio, how: Averaging): Computation {
  const counts = {
    hits: sum(classes.map(({ hits }) => hits)),
    predicted: sum(classes.map(({ predicted: all }) => all)),
    actual: sum(classes.map(({ actual }) => actual)),
    // Every sample is judged once a class.
    total: total * classes.length,
  };
  const value = ratio.of(counts, how.ifZero);
  const line = `pooled over the classes: ${lineOf(ratio, counts, how.ifZero)}`;
  return { value, steps: [...(how.drawing ?? []), line] };
}

function weighted(classes: Counts[], ratio: Ratio, how: Averaging): Computation {
  const { ifZero, drawing = [] } = how;
  const support = Float64Array.from(classes, ({ actual }) => actual);
  const each = classes.map((counts) => ratio.of(counts, ifZero));
  const total = sum(support);
  if (total === 0) {
    const value = ratio.ofNothing(
      classes.some(({ predicted: all }) => all > 0),
      ifZero,
    );
    return { value, steps: [...drawing, `no true sample of these classes: ${value}`] };
  }
  const value = meanOf(each.length, (index) => each[index] as number, support);
  const terms = showSum(
    each.length,
    (index) => `${show(support[index] as number)}·${show(each[index] as number)}`,
  );
  const line = `weighted by true samples = (${terms}) / ${show(total)} = ${show(value)}`;
  return { value, steps: [...drawing, line] };
}
