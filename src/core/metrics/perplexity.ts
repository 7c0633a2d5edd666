/** Perplexity of a language model from the probabilities it gave to the tokens that came. */
import { field } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import { type MetricInput, numbersIn, probability } from './input.ts';
import { meanOf, sumOf } from './sum.ts';
import { show, showMean, showSum } from './working.ts';

const tokens = field('token-probabilities', 'the probability of each token', 'probabilities');
const logs = field('log-probabilities', 'the log probability of each token', 'logprobs');
const base = field('base', 'the base of the logarithms: e, 2, 10 or a number');
const sequences = field('sequences', 'token probabilities of each sequence');
const pool = field('pool', 'tokens, or "mean of per-sequence perplexity"');

/** Natural logarithms of the probabilities. */
function surprise(probabilities: Float64Array): Float64Array {
  return probabilities.map((chance) => -Math.log(chance));
}

function perplexityOf(surprises: Float64Array): number {
  return Math.exp(meanOf(surprises.length, (index) => surprises[index] as number));
}

function perplexity(input: MetricInput): Computation {
  if (input.has(sequences)) return overSequences(input);
  if (input.has(logs)) return fromLogs(input);
  return conclude(surprise(input.someNumbers(tokens, probability)));
}

function conclude(surprises: Float64Array): Computation {
  const value = perplexityOf(surprises);
  const mean = Math.log(value);
  const name = 'mean of −ln p';
  const line = showMean(name, surprises.length, (index) => show(surprises[index] as number), mean);
  if (value === Number.POSITIVE_INFINITY) {
    return {
      value,
      steps: ['a token had probability 0: −ln 0 = ∞, so the perplexity is infinite'],
    };
  }
  return { value, steps: [line, `perplexity = exp(${show(mean)}) = ${show(value)}`] };
}

function fromLogs(input: MetricInput): Computation {
  const given = input.someNumbers(logs, { max: 0, infinite: true, as: 'a log probability' });
  const scale = Math.log(baseIn(input));
  return conclude(given.map((log) => -log * scale));
}

function baseIn(input: MetricInput): number {
  const value = input.optional(base);
  if (value === null || value === 'e') return Math.E;
  const number = typeof value === 'string' ? Number(value) : input.number(base);
  if (number > 0 && number !== 1 && Number.isFinite(number)) return number;
  throw input.wrong(base, `is ${value}: give e, 2, 10 or another number above 0`);
}

function overSequences(input: MetricInput): Computation {
  const name = input.nameOf(sequences);
  const each = input.list(sequences).map((sequence, index) => {
    const values = numbersIn(sequence, `${name} row ${index + 1}`, probability, name);
    if (values.length > 0) return surprise(values);
    throw input.wrong(sequences, `row ${index + 1} is empty`, index + 1);
  });
  if (each.length === 0) throw input.wrong(sequences, 'is empty: give at least one sequence');
  const pooling = String(input.optional(pool) ?? 'tokens');
  if (/^mean\b/.test(pooling)) return meanOfSequences(each);
  if (/\btokens?\b|^pooled$/.test(pooling)) return pooled(each);
  throw input.wrong(pool, `is "${pooling}": choose tokens or mean`);
}

function meanOfSequences(each: readonly Float64Array[]): Computation {
  const values = each.map(perplexityOf);
  const value = meanOf(values.length, (index) => values[index] as number);
  const line = showMean(
    'mean perplexity',
    values.length,
    (index) => show(values[index] as number),
    value,
  );
  return { value, steps: [line, 'not the perplexity of the corpus, which pools the tokens'] };
}

function pooled(each: readonly Float64Array[]): Computation {
  const count = sumOf(each.length, (index) => each[index]?.length ?? 0);
  const all = new Float64Array(count);
  let start = 0;
  for (const surprises of each) {
    all.set(surprises, start);
    start += surprises.length;
  }
  const lengths = showSum(each.length, (index) => String(each[index]?.length));
  const { value, steps } = conclude(all);
  return { value, steps: [`tokens pooled over the sequences: ${lengths} = ${count}`, ...steps] };
}

export const languageModel: readonly MetricFormula[] = [
  metric({
    id: 'perplexity',
    name: 'Perplexity',
    aliases: ['ppl'],
    formula: 'PPL = exp(−(1/N) · Σ ln p(token))',
    forms: [[tokens], [logs], [sequences]],
    options: [base, pool],
    work: perplexity,
  }),
];
