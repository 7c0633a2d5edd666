/** A card: one thing to know, with an id that never changes, and the ways to ask for it. */
import type { Random } from '../random.ts';
import type { Question, QuestionKind, Subject } from './question.ts';

export interface Way {
  readonly kind: QuestionKind;
  /** A question, freshly mixed; undefined when the knowledge at hand does not allow a fair one. */
  ask(random: Random): Question | undefined;
}

export interface Card {
  /** metric/ndcg#range: the entry and the fact. Histories are keyed by it. */
  readonly id: string;
  readonly about: Subject;
  readonly ways: readonly Way[];
}

/** The entry that a card is about, from the card's id. */
export function entryIdOf(card: string): string {
  return /^[a-z]+\/([a-z0-9-]+)#/.exec(card)?.[1] ?? '';
}

/** A part of an id made from a name. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
