/** Texts with one reference or several, and metrics over such pairs: errors, exact match, words shared. */
import { field } from './fields.ts';
import { type Computation, type Field, type MetricFormula, metric } from './formula.ts';
import { isList, type MetricInput } from './input.ts';
import { countGrams, overlap, tokensFrom } from './ngrams.ts';
import { meanOf, sumOf } from './sum.ts';
import { show, showMean, table } from './working.ts';

const reference = field('reference', 'the reference text', 'truth');
const candidate = field('candidate', 'the text that is judged', 'hypothesis');
const references = field('references', 'a list of reference texts for each candidate');
const candidates = field('candidates', 'the texts that are judged', 'hypotheses');
const forms: readonly (readonly Field[])[] = [
  [reference, candidate],
  [references, candidates],
];

type Cut = (text: unknown, name: string) => string[];

interface Pair {
  readonly references: readonly string[][];
  readonly candidate: readonly string[];
}

function pairsIn(input: MetricInput, cut: Cut): Pair[] {
  if (!input.has(candidates)) {
    const wanted = cut(input.required(reference), input.nameOf(reference));
    const given = cut(input.required(candidate), input.nameOf(candidate));
    return [{ references: [wanted], candidate: given }];
  }
  const texts = input.list(candidates);
  const given = input.list(references);
  input.sameLength(candidates, texts.length, references, given.length);
  if (texts.length === 0) throw input.wrong(candidates, 'is empty: give at least one text');
  return texts.map((text, index) => {
    const own = given[index];
    const name = `${input.nameOf(references)} at position ${index + 1}`;
    const list = isList(own) ? Array.from(own) : [own];
    if (list.length === 0)
      throw input.wrong(references, `has no text at position ${index + 1}`, index + 1);
    return {
      references: list.map((each) => cut(each, name)),
      candidate: cut(text, `${input.nameOf(candidates)} at position ${index + 1}`),
    };
  });
}

function characters(text: unknown, name: string): string[] {
  return typeof text === 'string' ? Array.from(text) : tokensFrom(text, name);
}

/** As in SQuAD: lower case, no punctuation, no articles. */
function plainWords(text: unknown, name: string): string[] {
  const plain = typeof text === 'string' ? text : tokensFrom(text, name).join(' ');
  const words = plain
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
    .split(/\s+/);
  return words.filter((word) => word !== '' && !['a', 'an', 'the'].includes(word));
}

interface Edits {
  readonly substitutions: number;
  readonly deletions: number;
  readonly insertions: number;
}

function errorRate(name: string, cut: Cut): (input: MetricInput) => Computation {
  return (input) => {
    const each = pairsIn(input, cut).map(({ references: wanted, candidate: given }) =>
      wanted
        .map((text) => ({ length: text.length, ...fewestEdits(text, given) }))
        .reduce((best, next) => (size(next) < size(best) ? next : best)),
    );
    const total = (of: keyof Edits | 'length') =>
      sumOf(each.length, (index) => each[index]?.[of] ?? 0);
    const length = total('length');
    if (length === 0) throw input.wrong(reference, 'has nothing to divide by: it is empty');
    const counts = (['substitutions', 'deletions', 'insertions'] as const).map(total);
    const value = sumOf(3, (index) => counts[index] as number) / length;
    const line = `${name} = (S + D + I) / N = (${counts.join(' + ')}) / ${length} = ${show(value)}`;
    return { value, steps: [line] };
  };
}

/** Fewest edits that lead from the reference to the candidate. */
function fewestEdits(wanted: readonly string[], given: readonly string[]): Edits {
  let above = Array.from({ length: given.length + 1 }, (_, at) => edits(0, 0, at));
  for (const [row, token] of wanted.entries()) {
    const current = [edits(0, row + 1, 0)];
    for (const [column, other] of given.entries()) {
      const { substitutions: s, deletions: d, insertions: i } = above[column] as Edits;
      const up = above[column + 1] as Edits;
      const left = current[column] as Edits;
      const choices = [
        edits(token === other ? s : s + 1, d, i),
        edits(up.substitutions, up.deletions + 1, up.insertions),
        edits(left.substitutions, left.deletions, left.insertions + 1),
      ];
      current.push(choices.reduce((best, choice) => (size(choice) < size(best) ? choice : best)));
    }
    above = current;
  }
  return above[given.length] as Edits;
}

function edits(substitutions: number, deletions: number, insertions: number): Edits {
  return { substitutions, deletions, insertions };
}

function size({ substitutions, deletions, insertions }: Edits): number {
  return substitutions + deletions + insertions;
}

function overPairs(
  name: string,
  score: (candidate: readonly string[], wanted: readonly string[]) => number,
): (input: MetricInput) => Computation {
  return (input) => {
    const pairs = pairsIn(input, plainWords);
    const each = pairs.map((pair) =>
      Math.max(...pair.references.map((wanted) => score(pair.candidate, wanted))),
    );
    const value = meanOf(each.length, (index) => each[index] as number);
    const rows = table(['text', 'words compared', name], each.length, (index) => [
      String(index + 1),
      `${pairs[index]?.candidate.join(' ')} | ${pairs[index]?.references[0]?.join(' ')}`,
      show(each[index] as number),
    ]);
    const line = showMean(name, each.length, (index) => show(each[index] as number), value);
    return { value, steps: [...rows, line] };
  };
}

/** Two empty texts are the same. */
function sharedWords(given: readonly string[], wanted: readonly string[]): number {
  if (given.length === 0 && wanted.length === 0) return 1;
  const shared = overlap(countGrams(given, 1), countGrams(wanted, 1));
  return (2 * shared) / (given.length + wanted.length);
}

export const textPairs: readonly MetricFormula[] = [
  metric({
    id: 'wer',
    name: 'Word error rate',
    aliases: ['word-error-rate'],
    formula: 'WER = (substitutions + deletions + insertions) / words of the reference',
    forms,
    work: errorRate('WER', tokensFrom),
  }),
  metric({
    id: 'cer',
    name: 'Character error rate',
    aliases: ['character-error-rate'],
    formula: 'CER = (substitutions + deletions + insertions) / characters of the reference',
    forms,
    work: errorRate('CER', characters),
  }),
  metric({
    id: 'exact-match',
    name: 'Exact match',
    formula: 'EM = answers equal to a reference / answers, case, punctuation and articles aside',
    forms,
    work: overPairs('EM', (given, wanted) => Number(given.join(' ') === wanted.join(' '))),
  }),
  metric({
    id: 'token-f1',
    name: 'Token F1',
    formula: 'F1 = 2 · shared words / (words of the answer + words of the reference)',
    forms,
    work: overPairs('F1', sharedWords),
  }),
];
