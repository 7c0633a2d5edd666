/** BLEU of tokenized text, with the smoothings of Chen & Cherry 2014 as NLTK numbers them. */
import { MetricInputError, UndefinedMetricError } from './errors.ts';
import { field } from './fields.ts';
import { type Computation, type Field, type MetricFormula, metric } from './formula.ts';
import { isList, type MetricInput } from './input.ts';
import { clippedPrecision, type Precision, type Segment, tokensFrom, tokensIn } from './ngrams.ts';
import { smoothed, smoothings } from './smoothing.ts';
import { sum, sumOf } from './sum.ts';
import { show } from './working.ts';

const references = field('references', 'the reference texts', 'list_of_references');
const candidate = field('candidate', 'the text that is judged', 'hypothesis');
const candidates = field('candidates', 'the texts that are judged', 'hypotheses');
const weightsField = field('weights', 'the weight of each n-gram order, ¼ each for 1 to 4');
const smoothing = field('smoothing', 'method0 … method7 for orders without a match');
const autoReweigh = field('auto-reweigh', 'true to drop orders longer than a short text');

function sentence(input: MetricInput): Computation {
  const hypothesis = tokensIn(input, candidate);
  return score(input, [
    { references: referencesFrom(input, input.required(references)), hypothesis },
  ]);
}

function corpus(input: MetricInput): Computation {
  const texts = input.list(candidates);
  const given = input.list(references);
  if (texts.length !== given.length) {
    throw input.wrong(references, `has ${given.length} entries for ${texts.length} candidates`);
  }
  if (texts.length === 0) throw input.wrong(candidates, 'is empty: give at least one text');
  const name = input.nameOf(candidates);
  const segments = texts.map((text, index) => ({
    references: referencesFrom(input, given[index]),
    hypothesis: tokensFrom(text, `${name} at position ${index + 1}`),
  }));
  return score(input, segments);
}

/** Several references; one text, or one list of tokens, is a single reference. */
function referencesFrom(input: MetricInput, value: unknown): string[][] {
  const name = input.nameOf(references);
  if (typeof value === 'string') return [tokensFrom(value, name)];
  if (!isList(value) || value.length === 0) {
    throw new MetricInputError(
      name,
      `${name} needs at least one reference text for each candidate`,
    );
  }
  return Array.from(value, (reference) => tokensFrom(reference, name));
}

function score(input: MetricInput, segments: readonly Segment[]): Computation {
  const length = sumOf(segments.length, (index) => segments[index]?.hypothesis.length ?? 0);
  const target = sumOf(segments.length, (index) => closestLength(segments[index] as Segment));
  const weights = weightsIn(input, length);
  const precisions = weights.map((_, order) => pooledPrecision(segments, order + 1));
  const penalty = length > target ? 1 : length === 0 ? 0 : Math.exp(1 - target / length);
  const method = input.choice(smoothing, smoothings, 'method0');
  const segment = segments.at(-1) as Segment;
  const steps = stepsOf({ precisions, penalty, length, target });
  if ((precisions[0]?.matches ?? 0) === 0)
    return { value: 0, steps: [...steps, 'no word matches: BLEU = 0'] };
  if (method === 'method6' && !precisions[2]?.matches) {
    throw new UndefinedMetricError('smoothing method6 needs a 3-gram that matches');
  }
  const values = smoothed(method, precisions, { segment, length });
  const missing = values.findIndex(
    (value, order) => !(value > 0) && (weights[order] as number) > 0,
  );
  if (missing >= 0) {
    const line = `no ${missing + 1}-gram matches: the geometric mean, and so BLEU, is 0`;
    return { value: 0, steps: [...steps, line] };
  }
  const logs = sumOf(values.length, (order) => {
    const weight = weights[order] as number;
    return weight === 0 ? 0 : weight * Math.log(values[order] as number);
  });
  const value = penalty * Math.exp(logs);
  const smooth =
    method === 'method0' ? [] : [`smoothed by ${method}: ${values.map(show).join(', ')}`];
  const line = `BLEU = BP · exp(Σ w_n · ln p_n) = ${show(penalty)}·exp(${show(logs)}) = ${show(value)}`;
  return { value, steps: [...steps, ...smooth, line] };
}

function weightsIn(input: MetricInput, length: number): number[] {
  if (input.has(weightsField)) {
    const weights = [...input.numbers(weightsField, { min: 0, as: 'a weight' })];
    if (weights.length > 0 && sum(weights) > 0) return weights;
    throw input.wrong(weightsField, 'has no weight above 0');
  }
  const orders = input.flag(autoReweigh, false) && length > 0 ? Math.min(4, length) : 4;
  return Array.from({ length: orders }, () => 1 / orders);
}

/** Of the references the length nearest to the candidate's, the shorter one of two. */
function closestLength({ references: texts, hypothesis }: Segment): number {
  const away = (length: number) => Math.abs(length - hypothesis.length);
  return texts
    .map(({ length }) => length)
    .reduce((best, length) =>
      away(length) < away(best) || (away(length) === away(best) && length < best) ? length : best,
    );
}

function pooledPrecision(segments: readonly Segment[], n: number): Precision {
  const each = segments.map((segment) => clippedPrecision(segment, n));
  return {
    matches: sumOf(each.length, (index) => each[index]?.matches ?? 0),
    total: sumOf(each.length, (index) => each[index]?.total ?? 0),
  };
}

interface Parts {
  readonly precisions: readonly Precision[];
  readonly penalty: number;
  readonly length: number;
  readonly target: number;
}

function stepsOf({ precisions, penalty, length, target }: Parts): string[] {
  const rates = precisions.map(
    ({ matches, total }, order) => `p${order + 1} = ${matches}/${total}`,
  );
  const brevity =
    length > target
      ? `BP = 1, as ${length} > ${target} tokens`
      : `BP = exp(1 − ${target}/${length}) = ${show(penalty)}`;
  return [`clipped matches: ${rates.join(', ')}`, brevity];
}

const formula = 'BLEU = BP · exp(Σ w_n · ln p_n), BP = 1 if c > r, else exp(1 − r/c)';
const options: readonly Field[] = [weightsField, smoothing, autoReweigh];

export const bleu: readonly MetricFormula[] = [
  metric({
    id: 'bleu-corpus',
    name: 'BLEU',
    aliases: ['bleu', 'corpus-bleu'],
    formula,
    forms: [[candidates, references]],
    options,
    work: corpus,
  }),
  metric({
    id: 'bleu-sentence',
    name: 'Sentence BLEU',
    aliases: ['sentence-bleu'],
    formula,
    forms: [[candidate, references]],
    options,
    work: sentence,
  }),
];
