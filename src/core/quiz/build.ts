/** Makes questions from facts; the soundness of every generated question is decided here. */
import type { Entry } from '../catalog.ts';
import type { Random } from '../random.ts';
import { searchKey } from '../search.ts';
import type { Card, Way } from './card.ts';
import { givesAway } from './mask.ts';
import type {
  ChoiceQuestion,
  FillInQuestion,
  OrderQuestion,
  Part,
  Question,
  RecallQuestion,
  Rival,
  Subject,
} from './question.ts';

/** A statement about entries that a field can prove or refute. */
export interface Predicate<E extends Entry> {
  /** Part of a card's id; never changes. */
  readonly id: string;
  /** "Which of these metrics is better when lower?" */
  readonly prompt: string;
  /** Words that give the answer away when they stand in its name, besides those of the prompt. */
  readonly keywords?: string | undefined;
  holds(entry: E): boolean;
  /** A field contradicts it. What no field decides neither holds nor fails. */
  fails(entry: E): boolean;
  /** What the field says, for this entry. */
  reason(entry: E): string;
}

export type Statement = { readonly text: string; readonly why: string };

const mostWrong = 3;
const fewestWrong = 2;

export function subjectOf({ kind, id, name }: Entry): Subject {
  return { kind, id, name };
}

export function cardId(entry: Entry, fact: string): string {
  return `${entry.kind}/${entry.id}#${fact}`;
}

/** A card without its ways, to be filled. */
export function cardOf(entry: Entry, fact: string, ways: readonly Way[]): Card {
  return { id: cardId(entry, fact), about: subjectOf(entry), ways };
}

interface Base {
  readonly card: string;
  readonly about: Subject;
  readonly prompt: string;
  readonly explanation: string;
}

/** Mixed options; undefined when there are too few that are provably wrong. */
export function choiceQuestion(
  base: Base,
  right: Statement,
  wrong: readonly Statement[],
  random: Random,
): ChoiceQuestion | undefined {
  const taken = new Set([searchKey(right.text)]);
  const distinct = wrong.filter(({ text }) => {
    const key = searchKey(text);
    return !taken.has(key) && taken.add(key);
  });
  const shown = distinct.slice(0, mostWrong);
  if (shown.length < fewestWrong || standsOut(right, shown)) return undefined;
  const options = [
    { ...right, isCorrect: true },
    ...shown.map((each) => ({ ...each, isCorrect: false })),
  ];
  return { ...base, kind: 'choice', id: `${base.card}:choice`, options: random.shuffle(options) };
}

/** Twice as long as any other, or half as long: then one need not read them. */
function standsOut({ text }: Statement, others: readonly Statement[]): boolean {
  const lengths = others.map((other) => other.text.length);
  const few = 6;
  return (
    text.length > 2 * Math.max(...lengths) + few || 2 * text.length + few < Math.min(...lengths)
  );
}

/** "Which of these …?" with entries as options, each wrong one refuted by a field. */
export function whichEntry<E extends Entry>(
  entry: E,
  predicate: Predicate<E>,
  all: readonly E[],
  explanation: string,
): Way {
  return {
    kind: 'choice',
    ask(random) {
      if (
        !predicate.holds(entry) ||
        givesAway(`${predicate.prompt} ${predicate.keywords ?? ''}`, entry.name)
      )
        return undefined;
      const refuted = all.filter((other) => other.id !== entry.id && predicate.fails(other));
      const wrong = nearest(entry, refuted, random).map((other) => ({
        text: other.name,
        why: predicate.reason(other),
      }));
      const card = cardId(entry, predicate.id);
      const base = { card, about: subjectOf(entry), prompt: predicate.prompt, explanation };
      const right = { text: entry.name, why: predicate.reason(entry) };
      return choiceQuestion(base, right, wrong, random);
    },
  };
}

/** Those that resemble the entry most, mixed: a stranger is no distractor. */
function nearest<E extends Entry>(entry: E, others: readonly E[], random: Random): E[] {
  const near = random
    .shuffle(others)
    .map((other) => ({ other, affinity: affinityOf(entry, other) }))
    .sort((a, b) => b.affinity - a.affinity)
    .map(({ other }) => other);
  const alike = near.filter(({ name }) => isOfLikeLength(name, entry.name));
  const enough = alike.length >= 2 * mostWrong ? alike : byLength(near, entry.name);
  return random.shuffle(enough.slice(0, 2 * mostWrong));
}

/** A name twice as long as the others, or half as long, is noticed before it is read. */
function isOfLikeLength(a: string, b: string): boolean {
  return lengthApart(a, b) <= Math.log(2);
}

/** How far lengths are apart, by their ratio; a few letters matter little in short names. */
function lengthApart(a: string, b: string): number {
  const padding = 6;
  return Math.abs(Math.log((a.length + padding) / (b.length + padding)));
}

function byLength<E extends Entry>(entries: readonly E[], name: string): E[] {
  return [...entries].sort((a, b) => lengthApart(a.name, name) - lengthApart(b.name, name));
}

function affinityOf(a: Entry, b: Entry): number {
  const familyOf = (entry: Entry) => ('family' in entry ? entry.family : entry.kind);
  const domainsOf = (entry: Entry) => ('domains' in entry ? entry.domains : []);
  const shared = domainsOf(a).filter((domain) => domainsOf(b).includes(domain)).length;
  const isSamePhase = 'phase' in a && 'phase' in b && a.phase === b.phase;
  return (familyOf(a) === familyOf(b) ? 3 : 0) + Math.min(shared, 2) + (isSamePhase ? 1 : 0);
}

export function fillInQuestion(
  base: Base,
  answer: string,
  names: readonly string[],
  rivals: readonly Rival[],
): FillInQuestion {
  const keys = [...new Set([answer, ...names].map(searchKey).filter(Boolean))];
  return { ...base, kind: 'fill-in', id: `${base.card}:fill-in`, answer, keys, rivals };
}

export function recallQuestion(base: Base, parts: readonly Part[]): RecallQuestion | undefined {
  if (parts.length === 0) return undefined;
  return { ...base, kind: 'recall', id: `${base.card}:recall`, parts };
}

/** `items` stand in the right order; they are shown in another. */
export function orderQuestion(
  base: Base,
  items: readonly string[],
  random: Random,
): OrderQuestion | undefined {
  if (items.length < 3 || items.length > 9 || new Set(items).size < items.length) return undefined;
  let shown = random.shuffle(items);
  // Shown in the right order, there would be nothing to do.
  while (shown.every((item, index) => item === items[index])) shown = random.shuffle(items);
  const order = items.map((item) => shown.indexOf(item));
  return { ...base, kind: 'order', id: `${base.card}:order`, items: shown, order };
}

/** Sentences to recall. */
export function sentences(texts: readonly string[]): Part[] {
  return texts.map((text) => ({ text, names: [] }));
}

/** A way of one kind that needs no chance. */
export function way(kind: Way['kind'], ask: (random: Random) => Question | undefined): Way {
  return { kind, ask };
}
