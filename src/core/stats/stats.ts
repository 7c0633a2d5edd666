/** What the history says about the practice so far; the history counts, here it is put together. */
import type { Catalog } from '../catalog.ts';
import { entryIdOf } from '../quiz/card.ts';
import { recallAfter } from './forgetting.ts';
import type { MockPace } from './pacing.ts';
import { type StudySubject, studySubjects } from './subjects.ts';

/** Answers of one week about one entry in one kind of question. */
export interface AnswerGroup {
  /** 0 is the first week that is looked at. */
  readonly week: number;
  /** "metric/ndcg". */
  readonly entry: string;
  readonly kind: string;
  readonly answers: number;
  readonly right: number;
  readonly tookMs: number;
  /** Answers to cards that came back: seen before on another day. */
  readonly returns: number;
  readonly remembered: number;
}

/** Cards of one entry for which the same time has passed, measured by their stability. */
export interface CardGroup {
  readonly entry: string;
  readonly daysPerStability: number;
  readonly cards: number;
}

export interface DayCount {
  /** Its midnight. */
  readonly day: number;
  readonly count: number;
}

interface Leech {
  readonly card: string;
  readonly lapses: number;
}

/** What was counted in the history. */
export interface PracticeFacts {
  readonly now: number;
  /** The midnight from which answers are grouped. */
  readonly since: number;
  /** All answers ever given and not taken back. */
  readonly answers: number;
  readonly groups: readonly AnswerGroup[];
  readonly cards: readonly CardGroup[];
  readonly calendar: readonly DayCount[];
  readonly overdue: number;
  readonly forecast: readonly DayCount[];
  readonly leeches: readonly Leech[];
  readonly mocks: readonly MockPace[];
  /** The share of answers that should be right when a card comes back. */
  readonly target: number;
}

export interface Score {
  readonly answers: number;
  readonly right: number;
}

export interface SubjectRecall extends StudySubject, Score {
  readonly cards: number;
  /** The mean chance to remember one of its cards now; undefined without cards. */
  readonly recall: number | undefined;
}

export interface EntryScore extends Score {
  readonly entry: string;
  readonly name: string;
  readonly meanMs: number;
}

export interface RetentionWeek {
  readonly day: number;
  readonly returns: number;
  readonly remembered: number;
}

export interface Stats extends Omit<PracticeFacts, 'groups' | 'cards' | 'leeches'> {
  readonly cardCount: number;
  readonly recall: number | undefined;
  /** Answers since `since`. */
  readonly recent: Score & { readonly tookMs: number };
  readonly daysPracticed: { readonly days: number; readonly of: number };
  readonly subjects: readonly SubjectRecall[];
  readonly kinds: readonly (Score & { readonly kind: string })[];
  readonly retention: RetentionWeek;
  readonly weeks: readonly RetentionWeek[];
  readonly weakest: readonly EntryScore[];
  readonly slowest: readonly EntryScore[];
  readonly leeches: readonly (Leech & { readonly name: string })[];
}

/** Fewer answers than this say little about an entry. */
const fewestAnswers = 3;
const mostListed = 5;
const practiceDays = 28;
const weekMs = 7 * 86_400_000;

export function statsFrom(facts: PracticeFacts, catalog: Catalog): Stats {
  const { groups, cards, calendar, since } = facts;
  const nameOf = (entry: string) => catalog.record(entry.split('/')[1] ?? '')?.name ?? entry;
  const entries = scoresOf(groups, ({ entry }) => entry);
  const asked = [...entries].filter(([, { answers }]) => answers >= fewestAnswers);
  const scored = asked.map(
    ([entry, { answers, right, tookMs }]): EntryScore => ({
      entry,
      name: nameOf(entry),
      answers,
      right,
      meanMs: tookMs / answers,
    }),
  );
  const weeks = weeksOf(groups, since);
  const lastDays = calendar.slice(-practiceDays);
  const { groups: _groups, cards: _cards, ...rest } = facts;
  return {
    ...rest,
    cardCount: sum(cards.map((group) => group.cards)),
    recall: meanRecall(cards),
    recent: sumOf(groups),
    daysPracticed: { days: lastDays.filter(({ count }) => count > 0).length, of: lastDays.length },
    subjects: subjectsOf(facts, catalog),
    kinds: [...scoresOf(groups, ({ kind }) => kind)]
      .map(([kind, { answers, right }]) => ({ kind, answers, right }))
      .sort((a, b) => b.answers - a.answers || (a.kind < b.kind ? -1 : 1)),
    retention: {
      day: since,
      returns: sum(weeks.map((week) => week.returns)),
      remembered: sum(weeks.map((week) => week.remembered)),
    },
    weeks,
    weakest: scored
      .filter(({ answers, right }) => right < answers)
      .sort((a, b) => cautiousShare(a) - cautiousShare(b))
      .slice(0, mostListed),
    slowest: [...scored].sort((a, b) => b.meanMs - a.meanMs).slice(0, mostListed),
    leeches: facts.leeches.map((leech) => ({
      ...leech,
      name: catalog.record(entryIdOf(leech.card))?.name ?? leech.card,
    })),
  };
}

/** The mean chance to remember one of the cards. */
function meanRecall(groups: readonly CardGroup[]): number | undefined {
  const cards = sum(groups.map((group) => group.cards));
  if (cards === 0) return undefined;
  return sum(groups.map((each) => each.cards * recallAfter(each.daysPerStability))) / cards;
}

function subjectsOf({ groups, cards }: PracticeFacts, catalog: Catalog): SubjectRecall[] {
  const subjects = studySubjects(catalog);
  const cardsOf = groupBy(cards, ({ entry }) => subjects.of(entry).map(({ id }) => id));
  const answersOf = groupBy(groups, ({ entry }) => subjects.of(entry).map(({ id }) => id));
  return subjects.all.flatMap(({ id, name }) => {
    const own = cardsOf.get(id) ?? [];
    const { answers, right } = sumOf(answersOf.get(id) ?? []);
    const count = sum(own.map((group) => group.cards));
    if (count + answers === 0) return [];
    return [{ id, name, cards: count, recall: meanRecall(own), answers, right }];
  });
}

function weeksOf(groups: readonly AnswerGroup[], since: number): RetentionWeek[] {
  const byWeek = groupBy(groups, ({ week }) => [week]);
  return [...byWeek]
    .map(([week, own]) => ({
      day: since + week * weekMs,
      returns: sum(own.map(({ returns }) => returns)),
      remembered: sum(own.map(({ remembered }) => remembered)),
    }))
    .filter(({ returns }) => returns > 0)
    .sort((a, b) => a.day - b.day);
}

/** As if one more had been right and one more wrong: three of three is less sure than thirty of thirty. */
function cautiousShare({ right, answers }: Score): number {
  return (right + 1) / (answers + 2);
}

function scoresOf(groups: readonly AnswerGroup[], key: (group: AnswerGroup) => string) {
  const sums = [...groupBy(groups, (group) => [key(group)])];
  return new Map(sums.map(([name, own]) => [name, sumOf(own)]));
}

function sumOf(groups: readonly AnswerGroup[]) {
  return {
    answers: sum(groups.map(({ answers }) => answers)),
    right: sum(groups.map(({ right }) => right)),
    tookMs: sum(groups.map(({ tookMs }) => tookMs)),
  };
}

function groupBy<T, K>(items: readonly T[], keys: (item: T) => readonly K[]): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const own = found.get(key);
      if (own) own.push(item);
      else found.set(key, [item]);
    }
  }
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
