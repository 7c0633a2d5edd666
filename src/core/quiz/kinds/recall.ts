/** Said from memory, compared with what should be named, then rated by the person. */
import { searchKey } from '../../search.ts';
import { allowedEdits, editDistance } from '../../typo.ts';
import type { Part, RecallQuestion } from '../question.ts';
import type { CardRating } from '../schedule.ts';
import type { KindRules } from './kind.ts';

export const recall: KindRules<'recall'> = {
  label: 'recall',
  weight: 1,
  isJudgedByPerson: true,
  grade: (_question, { text, rating }) => ({
    isCorrect: rating !== 'again',
    rating,
    answer: text,
  }),
  hints: ({ parts }) => [
    parts.length === 1 ? 'One thing is to be named.' : `${parts.length} things are to be named.`,
    `One of them begins: ${opening(parts[0]?.text ?? '')}`,
  ],
  answer: ({ parts }) => parts.map(({ text }) => text).join(' / '),
};

/** The first third of the words, or the first letter of a single one. */
function opening(text: string): string {
  const words = text.split(/\s+/);
  const shown = words.slice(0, Math.max(1, Math.floor(words.length / 3))).join(' ');
  return words.length > 1 ? `${shown} …` : `${text.charAt(0)} …`;
}

export interface Comparison {
  readonly named: readonly Part[];
  readonly missing: readonly Part[];
  /** A rating to start from; the person has the last word. */
  readonly suggested: CardRating;
}

/** Of the words of a sentence that matter, the share that has to be heard. */
const heardShare = 0.4;

export function compareRecall({ parts }: RecallQuestion, typed: string): Comparison {
  const words = searchKey(typed).split(' ').filter(Boolean);
  const named = parts.filter((part) => isNamed(part, words));
  const missing = parts.filter((part) => !named.includes(part));
  return { named, missing, suggested: suggestedRating(named.length / parts.length) };
}

function suggestedRating(share: number): CardRating {
  if (share >= 1) return 'easy';
  if (share >= 0.6) return 'good';
  return share >= 0.3 ? 'hard' : 'again';
}

function isNamed(part: Part, words: readonly string[]): boolean {
  if (part.names.length > 0) return part.names.some((name) => isHeard(searchKey(name), words));
  const wanted = contentStems(part.text);
  const said = new Set(words.map(stem));
  const heard = wanted.filter((each) => said.has(each)).length;
  return heard >= Math.min(2, wanted.length) && heard / wanted.length >= heardShare;
}

/** The words of a name stand next to each other in what was typed, typos allowed. */
function isHeard(name: string, words: readonly string[]): boolean {
  const wanted = name.split(' ');
  return words.some((_, start) =>
    wanted.every((word, index) => isWord(word, words[start + index] ?? '')),
  );
}

function isWord(wanted: string, said: string): boolean {
  return wanted === said || editDistance(wanted, said) <= allowedEdits(wanted.length);
}

const emptyWords = new Set(
  `a about above after all also an and any are as at be because been before being both but by can could
  do does each every few for from had has have how if in into is it its just like many may might more
  most much must no not of on one only or other out over own same should since so some such than that
  the their them then there these they this those to too under until up use used very was well were
  what when where which while who will with without would you your`.split(/\s+/),
);

/** The words that matter of a text that were also said, as the text has them. */
export function wordsInCommon(text: string, said: string): string[] {
  const heard = new Set(contentStems(said));
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
  const shared = words.filter((word) => contentStems(word).some((each) => heard.has(each)));
  return [...new Map(shared.map((word) => [word.toLowerCase(), word])).keys()];
}

/** The words that carry the meaning of a sentence, in a common form, each once. */
export function contentStems(text: string): string[] {
  const words = searchKey(text).split(' ');
  return [...new Set(words.filter((word) => word && !emptyWords.has(word)).map(stem))];
}

/** A crude common form: enough to tell "ranks", "ranked" and "ranking" from other words. */
function stem(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:ations?|ings?|edly|ed|ers?|ies|es|ly|y|s|e)$/u, '');
}
