/** How often the true class is among the K that score highest. */
import { classLabels, cutoff, field, sampleWeight, scores, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import type { MetricInput } from './input.ts';
import { type LabeledScores, labeledIn } from './scored.ts';
import { meanOf, sumOf } from './sum.ts';
import { show, table } from './working.ts';

const normalize = field('normalize', 'false for the number of hits');

function topK(input: MetricInput): Computation {
  const k = input.numberOr(cutoff, 2, { min: 1, whole: true });
  const rows = input.isMatrix(scores) ? input.matrix(scores) : twoColumns(input);
  const width = rows[0]?.length ?? 0;
  const { labels, codes, weights } = columnsIn(labeledIn(input, rows.length), width);
  if (labels.length !== width) {
    const need = `${labels.length} classes: give a column for each, or name them in labels`;
    throw input.wrong(scores, `has ${width} columns for ${need}`);
  }
  const places = rows.map((row, index) => placeOf(row, codes[index] as number));
  const isHit = (index: number) => Number((places[index] as number) <= k);
  const steps = table(['sample', 'true', 'place'], places.length, (index) => [
    String(index + 1),
    String(labels[codes[index] as number]),
    String(places[index]),
  ]);
  const hits = sumOf(places.length, (index) => isHit(index) * (weights?.[index] ?? 1));
  if (!input.flag(normalize, true))
    return { value: hits, steps: [...steps, `hits = ${show(hits)}`] };
  const value = meanOf(places.length, isHit, weights);
  return {
    value,
    steps: [...steps, `true class in the first ${k}: ${show(hits)}, share = ${show(value)}`],
  };
}

/** Whole numbers below the number of columns name columns, also when not all of them occur. */
function columnsIn(samples: LabeledScores, width: number): LabeledScores {
  const isColumn = (label: unknown) => typeof label === 'number' && label >= 0 && label < width;
  if (samples.labels.length >= width || !samples.labels.every(isColumn)) return samples;
  const labels = Array.from({ length: width }, (_, index) => index);
  return { ...samples, labels, codes: samples.codes.map((code) => Number(samples.labels[code])) };
}

/** Of equal scores the later class stands first, as in scikit-learn. */
function placeOf(row: Float64Array, own: number): number {
  const score = row[own] as number;
  return 1 + row.filter((other, at) => other > score || (other === score && at > own)).length;
}

/** One score a sample: that of the second class, cut at ½ if all are probabilities, else at 0. */
function twoColumns(input: MetricInput): Float64Array[] {
  const values = input.numbers(scores);
  const cut = values.every((value) => value >= 0 && value <= 1) ? 0.5 : 0;
  return Array.from(values, (value) => Float64Array.of(value > cut ? 0 : 1, value > cut ? 1 : 0));
}

export const topKFamily: readonly MetricFormula[] = [
  metric({
    id: 'top-k-accuracy',
    name: 'Top-K accuracy',
    aliases: ['top-k', 'top@k'],
    formula: 'samples whose true class is among the K highest scores / samples',
    forms: [[truth, scores]],
    options: [cutoff, classLabels, sampleWeight, normalize],
    work: topK,
  }),
];
