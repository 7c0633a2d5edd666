/** Weights of terms in documents: TF-IDF and BM25. */
import { field } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import { isList, type MetricInput, tell } from './input.ts';
import { tokensFrom, tokensIn } from './ngrams.ts';
import { sum, sumOf } from './sum.ts';
import { show, showSum, table } from './working.ts';

const documents = field('documents', 'the texts');
const tokenized = field('tokenised-documents', 'the tokens of each text', 'tokenized-documents');
const variant = field('variant', 'sklearn, or textbook: tf · ln(N / df)');
const smoothIdf = field('smooth-idf', 'false for ln(N / df) + 1');
const useIdf = field('use-idf', 'false for term frequencies alone');
const sublinear = field('sublinear-tf', 'true for 1 + ln tf');
const norm = field('norm', 'l2, l1 or null');
const stopWords = field('stop-words', 'words that are left out');
const lowercase = field('lowercase', 'false to keep capitals');
const query = field('query', 'the words that are searched for');
const saturation = field('k1', 'how soon repetition stops counting');
const lengthWeight = field('b', 'how much the length of a document counts, 0 to 1');
const idfField = field('idf', 'lucene (never negative) or robertson');

function documentsIn(input: MetricInput, cut: (text: string) => string[]): string[][] {
  const from = input.has(tokenized) ? tokenized : documents;
  const name = input.nameOf(from);
  const texts = input.list(from).map((text, index) => {
    if (typeof text === 'string') return cut(text);
    if (isList(text)) return tokensFrom(text, `${name} row ${index + 1}`);
    throw input.wrong(from, `has ${tell(text)} at position ${index + 1}, not a text`, index + 1);
  });
  if (texts.length === 0) throw input.wrong(from, 'is empty: give at least one text');
  return texts;
}

/** scikit-learn's default: lower case, runs of two or more word characters. */
function words(input: MetricInput): (text: string) => string[] {
  const keep = !input.flag(lowercase, true);
  return (text) => (keep ? text : text.toLowerCase()).match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}

function countTerms(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

function tfidf(input: MetricInput): Computation {
  const stop = new Set(input.has(stopWords) ? input.list(stopWords) : []);
  const texts = documentsIn(input, words(input)).map((text) =>
    text.filter((word) => !stop.has(word)),
  );
  const counts = texts.map(countTerms);
  const vocabulary = [...new Set(texts.flat())].sort(byCodePoint);
  if (vocabulary.length === 0)
    throw input.wrong(documents, 'has no words: the vocabulary is empty');
  const frequency = vocabulary.map((word) => counts.filter((each) => each.has(word)).length);
  const weight = weighting(input, texts.length);
  const idf = frequency.map(weight.idf);
  const matrix = counts.map((each) =>
    weight.scale(
      vocabulary.map((word, column) => weight.tf(each.get(word) ?? 0) * (idf[column] as number)),
    ),
  );
  const rows = table(
    ['term', 'df', 'idf', ...matrix.map((_, row) => `doc ${row + 1}`)].slice(0, 8),
    vocabulary.length,
    (column) => [
      vocabulary[column] as string,
      String(frequency[column]),
      show(idf[column] as number),
      ...matrix.slice(0, 5).map((row) => show(row[column] as number)),
    ],
  );
  return { value: { vocabulary, idf, matrix }, steps: [weight.line, ...rows] };
}

interface Weighting {
  readonly line: string;
  idf(frequency: number): number;
  tf(count: number): number;
  scale(row: number[]): number[];
}

function weighting(input: MetricInput, count: number): Weighting {
  const isTextbook = input.choice(variant, ['sklearn', 'textbook'], 'sklearn') === 'textbook';
  const isSmooth = input.flag(smoothIdf, !isTextbook) && !isTextbook;
  const isSublinear = input.flag(sublinear, false);
  const isUsed = input.flag(useIdf, true);
  const scaled = input.mentions(norm) ? normIn(input) : isTextbook ? 'none' : 'l2';
  const idf = (frequency: number) => {
    if (isTextbook) return Math.log(count / frequency);
    return isSmooth ? Math.log((1 + count) / (1 + frequency)) + 1 : Math.log(count / frequency) + 1;
  };
  const rule = isTextbook
    ? 'ln(N / df)'
    : isSmooth
      ? 'ln((1 + N) / (1 + df)) + 1'
      : 'ln(N / df) + 1';
  const rows = scaled === 'none' ? '' : `, rows scaled to ${scaled} length 1`;
  return {
    line: `weight = ${isSublinear ? '(1 + ln tf)' : 'tf'} · idf, idf = ${rule}, N = ${count}${rows}`,
    idf: isUsed ? idf : () => 1,
    tf: (times) => (isSublinear && times > 0 ? 1 + Math.log(times) : times),
    scale: (row) => {
      if (scaled === 'none') return row;
      const length =
        scaled === 'l1' ? sum(row.map(Math.abs)) : Math.sqrt(sum(row.map((x) => x * x)));
      return length === 0 ? row : row.map((value) => value / length);
    },
  };
}

function normIn(input: MetricInput): 'l1' | 'l2' | 'none' {
  return input.has(norm) ? input.choice(norm, ['l1', 'l2', 'none'], 'l2') : 'none';
}

function byCodePoint(a: string, b: string): number {
  const [first, second] = [Array.from(a), Array.from(b)];
  const at = first.findIndex((character, index) => character !== second[index]);
  if (at < 0) return first.length - second.length;
  return (first[at]?.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1);
}

function bm25(input: MetricInput): Computation {
  const texts = documentsIn(input, words(input));
  const terms =
    typeof input.optional(query) === 'string'
      ? words(input)(String(input.required(query)))
      : tokensIn(input, query);
  const k1 = input.numberOr(saturation, 1.2, { min: 0 });
  const b = input.numberOr(lengthWeight, 0.75, { min: 0, max: 1 });
  const kind = input.choice(idfField, ['lucene', 'robertson'], 'lucene');
  const counts = texts.map(countTerms);
  const average = sumOf(texts.length, (index) => texts[index]?.length ?? 0) / texts.length;
  const documentsWith = (term: string) => counts.filter((each) => each.has(term)).length;
  const idf = new Map(
    [...new Set(terms)].map((term) => [term, idfOf(kind, texts.length, documentsWith(term))]),
  );
  const partOf = (term: string, index: number) => {
    const times = counts[index]?.get(term) ?? 0;
    if (times === 0) return 0;
    const length = (texts[index]?.length ?? 0) / average;
    return ((idf.get(term) ?? 0) * times * (k1 + 1)) / (times + k1 * (1 - b + b * length));
  };
  const value = texts.map((_, index) =>
    sumOf(terms.length, (at) => partOf(terms[at] as string, index)),
  );
  const rows = table(['document', 'length', 'score'], texts.length, (index) => {
    const parts = showSum(terms.length, (at) => show(partOf(terms[at] as string, index)));
    return [
      String(index + 1),
      String(texts[index]?.length),
      `${parts} = ${show(value[index] as number)}`,
    ];
  });
  const known = [...idf].slice(0, 8).map(([term, weight]) => `${term} ${show(weight)}`);
  return { value, steps: [`idf: ${known.join(', ')}; mean length ${show(average)}`, ...rows] };
}

function idfOf(kind: 'lucene' | 'robertson', count: number, frequency: number): number {
  const odds = (count - frequency + 0.5) / (frequency + 0.5);
  return kind === 'lucene' ? Math.log1p(odds) : Math.log(odds);
}

export const retrieval: readonly MetricFormula[] = [
  metric({
    id: 'tfidf',
    name: 'TF-IDF',
    formula: 'weight = tf · idf, idf = ln((1 + N) / (1 + df)) + 1, rows scaled to length 1',
    forms: [[documents], [tokenized]],
    options: [variant, smoothIdf, useIdf, sublinear, norm, stopWords, lowercase],
    work: tfidf,
  }),
  metric({
    id: 'bm25',
    name: 'BM25',
    aliases: ['okapi-bm25'],
    formula: 'Σ over query terms idf · tf(k1 + 1) / (tf + k1(1 − b + b·|d|/avgdl))',
    forms: [
      [documents, query],
      [tokenized, query],
    ],
    options: [saturation, lengthWeight, idfField],
    work: bm25,
  }),
];
