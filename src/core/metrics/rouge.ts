/** Overlap of a text with one reference: ROUGE-N and ROUGE-L. */
import { field } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import type { MetricInput } from './input.ts';
import { countGrams, overlap, tokensIn } from './ngrams.ts';
import { show } from './working.ts';

const reference = field('reference', 'the reference text', 'true', 'truth');
const candidate = field('candidate', 'the text that is judged', 'hypothesis', 'predicted');
const order = field('n', 'how many tokens a gram has');
const forms = [[reference, candidate]];

interface Overlap {
  readonly matches: number;
  readonly candidate: number;
  readonly reference: number;
}

type Scores = { readonly precision: number; readonly recall: number; readonly f1: number };

function scoresOf({ matches, candidate: given, reference: wanted }: Overlap): Scores {
  const precision = given === 0 ? 0 : matches / given;
  const recall = wanted === 0 ? 0 : matches / wanted;
  const both = precision + recall;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

function stepsOf(name: string, counts: Overlap): string[] {
  const { precision, recall, f1 } = scoresOf(counts);
  return [
    `${name}: ${counts.matches} matched`,
    `recall = ${counts.matches} / ${counts.reference} = ${show(recall)}`,
    `precision = ${counts.matches} / ${counts.candidate} = ${show(precision)}`,
    `F1 = 2PR / (P + R) = ${show(f1)}`,
  ];
}

function gramOverlap(wanted: readonly string[], given: readonly string[], n: number): Overlap {
  return {
    matches: overlap(countGrams(given, n), countGrams(wanted, n)),
    candidate: Math.max(0, given.length - n + 1),
    reference: Math.max(0, wanted.length - n + 1),
  };
}

/** Longest common subsequence, in rows as long as the second list. */
function sequenceOverlap(wanted: readonly string[], given: readonly string[]): Overlap {
  let above = new Uint32Array(given.length + 1);
  for (const token of wanted) {
    const row = new Uint32Array(given.length + 1);
    for (let at = 1; at <= given.length; at++) {
      const isSame = given[at - 1] === token;
      row[at] = isSame
        ? (above[at - 1] as number) + 1
        : Math.max(above[at] as number, row[at - 1] as number);
    }
    above = row;
  }
  const matches = above[given.length] as number;
  return { matches, candidate: given.length, reference: wanted.length };
}

function rougeN(input: MetricInput): Computation {
  const n = input.numberOr(order, 1, { min: 1, whole: true });
  const counts = gramOverlap(tokensIn(input, reference), tokensIn(input, candidate), n);
  return { value: scoresOf(counts), steps: stepsOf(`${n}-grams`, counts) };
}

function rougeL(input: MetricInput): Computation {
  const counts = sequenceOverlap(tokensIn(input, reference), tokensIn(input, candidate));
  return { value: scoresOf(counts), steps: stepsOf('longest common subsequence', counts) };
}

function rouge(input: MetricInput): Computation {
  const [wanted, given] = [tokensIn(input, reference), tokensIn(input, candidate)];
  const all = {
    rouge1: gramOverlap(wanted, given, 1),
    rouge2: gramOverlap(wanted, given, 2),
    rougeL: sequenceOverlap(wanted, given),
  };
  return {
    value: {
      rouge1: scoresOf(all.rouge1),
      rouge2: scoresOf(all.rouge2),
      rougeL: scoresOf(all.rougeL),
    },
    steps: [
      ...stepsOf('ROUGE-1, words', all.rouge1),
      ...stepsOf('ROUGE-2, pairs of words', all.rouge2),
      ...stepsOf('ROUGE-L, longest common subsequence', all.rougeL),
    ],
  };
}

export const rougeFamily: readonly MetricFormula[] = [
  metric({
    id: 'rouge',
    name: 'ROUGE',
    aliases: ['rouge-score'],
    formula:
      'ROUGE-N = matched n-grams / n-grams of the reference; ROUGE-L from the longest common subsequence',
    forms,
    work: rouge,
  }),
  metric({
    id: 'rouge-n',
    name: 'ROUGE-N',
    aliases: ['rouge-1'],
    formula: 'recall = matched n-grams / n-grams of the reference; precision: of the candidate',
    forms,
    options: [order],
    work: rougeN,
  }),
  metric({
    id: 'rouge-l',
    name: 'ROUGE-L',
    formula: 'recall = LCS / reference length; precision = LCS / candidate length',
    forms,
    work: rougeL,
  }),
];
