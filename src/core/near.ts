/** Ranks entries for what was typed when it may be a typo, a part of a name or its words in another order. */
import type { IndexRecord, Kind } from './catalog.ts';
import { byScore, partWeight, type SearchResult, searchExact, searchKey } from './search.ts';
import { allowedEdits, editDistance } from './typo.ts';

/** Every record that has something to do with the query, best first. */
export function search(
  records: readonly IndexRecord[],
  query: string,
  kind?: Kind | undefined,
): SearchResult[] {
  const exact = searchExact(records, query, kind);
  if (exact.length > 0) return exact;
  const key = searchKey(query);
  if (key === '') return [];
  const wanted = wantedFrom(key);
  return records
    .filter((record) => kind === undefined || record.kind === kind)
    .map((record) => ({ record, score: nearScore(record, wanted) }))
    .filter(({ score }) => score > 0)
    .sort(byScore);
}

/** The records whose name looks most like the query, however little that is. */
export function nearest(
  records: readonly IndexRecord[],
  query: string,
  count: number,
): IndexRecord[] {
  const key = searchKey(query);
  return records
    .map((record) => ({ record, unlike: Math.min(...record.keys.split('|').map(unlikeness)) }))
    .sort((a, b) => a.unlike - b.unlike)
    .slice(0, count)
    .map(({ record }) => record);

  function unlikeness(name: string): number {
    return name === '' ? 1 : editDistance(key, name) / Math.max(key.length, name.length);
  }
}

interface Wanted {
  readonly key: string;
  readonly words: readonly string[];
  /** The words in the order of the alphabet. */
  readonly sorted: string;
  /** The words without the spaces between them. */
  readonly joined: string;
  readonly isLike: (word: string, other: string) => boolean;
}

function wantedFrom(key: string): Wanted {
  const words = key.split(' ');
  const isLike = rememberLikeness();
  return { key, words, sorted: sortedWords(words), joined: words.join(''), isLike };
}

function sortedWords(words: readonly string[]): string {
  return [...words].sort().join(' ');
}

function nearScore(record: IndexRecord, wanted: Wanted): number {
  return Math.max(bestOf(record.keys, wanted), bestOf(record.partKeys, wanted) * partWeight);
}

function bestOf(keys: string, wanted: Wanted): number {
  let best = 0;
  for (const name of keys.split('|')) {
    if (name !== '') best = Math.max(best, nameScore(name, wanted));
  }
  return best;
}

function nameScore(name: string, { key, words, sorted, joined, isLike }: Wanted): number {
  if (name.startsWith(key)) return 70 + 20 * (key.length / name.length);
  const there = name.split(' ');
  if (name.length === key.length && sortedWords(there) === sorted) return 95;
  if (words.every((word) => there.some((other) => other.startsWith(word)))) {
    return 60 + 20 * (key.length / name.length);
  }
  if (name.length - there.length + 1 === joined.length && there.join('') === joined) return 97;
  const edits = editsIfMeant(key, name);
  return edits === undefined ? looseScore(words, there, isLike) : typoScore(name, edits);
}

/** How far apart two names are that may be meant for one another. */
function editsIfMeant(a: string, b: string): number | undefined {
  const allowed = allowedEdits(Math.min(a.length, b.length));
  if (Math.abs(a.length - b.length) > allowed) return undefined;
  const edits = editDistance(a, b);
  return edits <= allowed ? edits : undefined;
}

/** Whether two words are meant for one another; the words of names come again and again. */
function rememberLikeness(): (word: string, other: string) => boolean {
  const known = new Map<string, boolean>();
  return (word, other) => {
    if (word === other) return true;
    const pair = `${word} ${other}`;
    const before = known.get(pair);
    if (before !== undefined) return before;
    const isLike = editsIfMeant(word, other) !== undefined;
    known.set(pair, isLike);
    return isLike;
  };
}

/** A short word is soon like another one: there the beginning of a name counts more than a typo. */
function typoScore(name: string, edits: number): number {
  return (name.length < 6 ? 74 : 88) - 6 * edits;
}

/** Word by word, each allowed its own typo; words without a partner cost. */
function looseScore(
  wanted: readonly string[],
  there: readonly string[],
  isLike: Wanted['isLike'],
): number {
  const found = wanted.filter((word) => there.some((other) => isLike(word, other))).length;
  if (found === 0) return 0;
  const overlap = (2 * found) / (wanted.length + there.length);
  return found === wanted.length ? 40 + 30 * overlap : 45 * overlap;
}
