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
  const wanted: Wanted = { key, words: key.split(' ') };
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

function nameScore(name: string, { key, words }: Wanted): number {
  if (name.startsWith(key)) return 70 + 20 * (key.length / name.length);
  const there = name.split(' ');
  if (sameWords(words, there)) return 95;
  if (words.every((word) => there.some((other) => other.startsWith(word)))) {
    return 60 + 20 * (key.length / name.length);
  }
  if (name.replaceAll(' ', '') === key.replaceAll(' ', '')) return 97;
  const edits = editDistance(key, name);
  if (edits <= allowedEdits(Math.min(key.length, name.length))) return typoScore(name, edits);
  return looseScore(words, there);
}

/** A short word is soon like another one: there the beginning of a name counts more than a typo. */
function typoScore(name: string, edits: number): number {
  return (name.length < 6 ? 74 : 88) - 6 * edits;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

/** Word by word, each allowed its own typo; words without a partner cost. */
function looseScore(wanted: readonly string[], there: readonly string[]): number {
  const found = wanted.filter((word) =>
    there.some(
      (other) => editDistance(word, other) <= allowedEdits(Math.min(word.length, other.length)),
    ),
  ).length;
  if (found === 0) return 0;
  const overlap = (2 * found) / (wanted.length + there.length);
  return found === wanted.length ? 40 + 30 * overlap : 45 * overlap;
}
