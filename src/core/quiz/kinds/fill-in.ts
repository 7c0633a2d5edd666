/** A name to type: aliases and small typos count. */
import { searchKey } from '../../search.ts';
import { allowedEdits, editDistance } from '../../typo.ts';
import type { FillInQuestion, Rival } from '../question.ts';
import type { KindRules } from './kind.ts';
import { contentStems } from './recall.ts';

export const fillIn: KindRules<'fill-in'> = {
  label: 'fill in',
  weight: 2,
  grade(question, typed) {
    const key = searchKey(typed);
    if (question.keys.some((accepted) => isSame(accepted, key))) {
      return { isCorrect: true, rating: 'good', answer: typed };
    }
    const rival = question.rivals.find(({ keys }) => keys.some((other) => isSame(other, key)));
    if (!rival && isSmallTypo(question, key)) {
      const remark = `It is written ${question.answer}.`;
      return { isCorrect: true, rating: 'good', answer: typed, remark };
    }
    if (!rival && saysMostOf(question, typed)) {
      const remark = `It is called ${question.answer}.`;
      return { isCorrect: true, rating: 'hard', answer: typed, remark };
    }
    return { isCorrect: false, rating: 'again', answer: typed, remark: rival && tell(rival) };
  },
  answer: ({ answer }) => answer,
  hints: ({ answer }) => [withBlanks(answer, 1), withBlanks(answer, 2)],
};

/** The first letters of each word and a dot for every other; half of a short word stays hidden. */
function withBlanks(answer: string, shown: number): string {
  return answer.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const open = Math.min(shown, Math.floor(word.length / 2));
    return word.slice(0, open) + '.'.repeat(word.length - open);
  });
}

/** Equal but for spaces: "drop out" is "dropout". */
function isSame(a: string, b: string): boolean {
  return b !== '' && a.replaceAll(' ', '') === b.replaceAll(' ', '');
}

/** Near to the answer, and nearer to it than to anything else of its kind. */
function isSmallTypo({ keys, rivals }: FillInQuestion, key: string): boolean {
  const edits = fewestEdits(keys, key);
  if (edits === undefined) return false;
  return rivals.every(
    (rival) => (fewestEdits(rival.keys, key) ?? Number.POSITIVE_INFINITY) > edits,
  );
}

/** undefined: none is near enough to be meant. Digits are never a typo. */
function fewestEdits(keys: readonly string[], key: string): number | undefined {
  const near = keys
    .filter((each) => digits(each) === digits(key))
    .map((each) => ({ edits: editDistance(each, key), allowed: allowedEdits(each.length) }))
    .filter(({ edits, allowed }) => edits <= allowed)
    .map(({ edits }) => edits);
  return near.length > 0 ? Math.min(...near) : undefined;
}

const mostShare = 2 / 3;

/** Two thirds of the words that matter, at least two, and more than of anything else. */
function saysMostOf({ keys, rivals }: FillInQuestion, typed: string): boolean {
  const said = new Set(contentStems(typed));
  const share = (names: readonly string[]) =>
    Math.max(...names.map((name) => heardShare(name, said)));
  const own = share(keys);
  return own >= mostShare && rivals.every((rival) => share(rival.keys) < own);
}

function heardShare(name: string, said: ReadonlySet<string>): number {
  const wanted = contentStems(name);
  const heard = wanted.filter((word) => said.has(word)).length;
  return heard < 2 ? 0 : heard / wanted.length;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function tell({ name, summary }: Rival): string {
  return `${name} is something else: ${summary}`;
}
