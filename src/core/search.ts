/** Ranks entries for what was typed: exact names first, then parts, prefixes and typos. */

import type { IndexRecord, Kind } from './catalog.ts';
import { allowedEdits, editDistance } from './typo.ts';

export interface SearchResult {
  readonly record: IndexRecord;
  /** 0 to 100; from `goodScore` on it is what was meant. */
  readonly score: number;
}

/** Below this a result is only a suggestion. */
export const goodScore = 50;

const british: readonly (readonly [RegExp, string])[] = [
  [/is(ation|ing|ed|er|e)\b/g, 'iz$1'],
  [/colour/g, 'color'],
  [/behaviour/g, 'behavior'],
  [/neighbour/g, 'neighbor'],
  [/favourite/g, 'favorite'],
  [/catalogue/g, 'catalog'],
  [/(label|model)l/g, '$1'],
];

/**
 * The form in which names and queries are compared: lower case, no accents or punctuation,
 * one spelling, no plural. "Recall@K" and "recall-at-k" become the same.
 */
export function searchKey(text: string): string {
  let key = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  key = key.replace(/@/g, ' at ').replace(/&/g, ' and ').replace(/\+/g, ' ');
  key = key
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (const [pattern, replacement] of british) key = key.replace(pattern, replacement);
  return key.replace(/\b(\p{L}{3,}[^su\P{L}])s\b/gu, '$1');
}

/** Every record that has something to do with the query, best first. */
export function search(
  records: readonly IndexRecord[],
  query: string,
  kind?: Kind | undefined,
): SearchResult[] {
  const key = searchKey(query);
  if (key === '') return [];
  const considered =
    kind === undefined ? records : records.filter((record) => record.kind === kind);
  const isExact = considered.some(
    ({ keys, partKeys }) => keys.includes(key) || partKeys.includes(key),
  );
  const wanted: Wanted = { key, words: key.split(' '), mayBeTypo: !isExact };
  return considered
    .map((record) => ({ record, score: scoreOf(record, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.record.name.length - b.record.name.length);
}

interface Wanted {
  readonly key: string;
  readonly words: readonly string[];
  /** Typos are considered only when nothing bears the very name: comparing is what costs. */
  readonly mayBeTypo: boolean;
}

function scoreOf(record: IndexRecord, wanted: Wanted): number {
  return Math.max(
    bestOf(record.keys, wanted),
    bestOf(record.partKeys, wanted) * 0.94,
    wanted.mayBeTypo ? summaryScore(searchKey(record.summary), wanted) : 0,
  );
}

function bestOf(names: readonly string[], wanted: Wanted): number {
  let best = 0;
  names.forEach((name, index) => {
    best = Math.max(best, nameScore(name, wanted) - Math.min(index, 3) * 0.5);
  });
  return best;
}

function nameScore(name: string, { key, words, mayBeTypo }: Wanted): number {
  if (name === key) return 100;
  if (name.startsWith(key)) return 70 + 20 * (key.length / name.length);
  const there = name.split(' ');
  if (sameWords(words, there)) return 95;
  if (words.every((word) => there.some((other) => other.startsWith(word)))) {
    return 60 + 20 * (key.length / name.length);
  }
  if (!mayBeTypo) return 0;
  if (name.replaceAll(' ', '') === key.replaceAll(' ', '')) return 97;
  const edits = editDistance(key, name);
  if (edits <= allowedEdits(Math.min(key.length, name.length))) return 88 - 6 * edits;
  return looseScore(words, there);
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

/** All the words of a longer query stand in the summary. */
function summaryScore(summary: string, { words }: Wanted): number {
  const telling = words.filter((word) => word.length > 2);
  if (telling.length < 2) return 0;
  const there = new Set(summary.split(' '));
  const found = telling.filter((word) => there.has(word)).length;
  return found === telling.length ? 52 : (30 * found) / telling.length;
}
