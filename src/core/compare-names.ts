/** Which entries are meant by what was typed after `compare`. */
import type { Catalog, IndexRecord, Kind } from './catalog.ts';
import { kinds } from './catalog.ts';
import { search } from './near.ts';
import { goodScore, searchExact, searchKey } from './search.ts';

export type Named =
  | { readonly ok: true; readonly records: readonly IndexRecord[] }
  | { readonly ok: false; readonly why: 'unknown'; readonly name: string }
  | { readonly ok: false; readonly why: 'kinds'; readonly records: readonly IndexRecord[] };

/** A name may mean another kind than its best one when that comes as near as this. */
const scoreTolerance = 15;

/** The entries in the order they were named, each once; all of one kind. */
export function findNamed(catalog: Catalog, words: readonly string[]): Named {
  const names = splitNames(catalog, words);
  const meanings = names.map((name) => meaningsOf(catalog, name));
  const unknown = names[meanings.findIndex((each) => each.size === 0)];
  if (unknown !== undefined) return { ok: false, why: 'unknown', name: unknown };
  const [best] = kinds
    .map((kind) => meanings.map((each) => each.get(kind)))
    .filter((found) => found.every((each) => each !== undefined))
    .map((found) => ({ found, score: found.reduce((sum, each) => sum + each.score, 0) }))
    .sort((a, b) => b.score - a.score);
  if (best) return { ok: true, records: [...new Set(best.found.map(({ record }) => record))] };
  const records = meanings.flatMap((each) => [...each.values()].slice(0, 1));
  return { ok: false, why: 'kinds', records: records.map(({ record }) => record) };
}

const separators = /^(?:vs\.?|versus|or|against|,)$/i;

/** Words between separators, or else as many words as make up a name that there is. */
export function splitNames(catalog: Catalog, words: readonly string[]): string[] {
  if (!words.some((word) => separators.test(word))) return joinNames(catalog, words);
  return words
    .map((word) => (separators.test(word) ? '\n' : word))
    .join(' ')
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function joinNames(catalog: Catalog, words: readonly string[]): string[] {
  const names: string[] = [];
  for (let start = 0; start < words.length; ) {
    let end = words.length;
    while (end > start + 1 && !isName(catalog, words.slice(start, end))) end--;
    names.push(words.slice(start, end).join(' '));
    start = end;
  }
  return names;
}

function isName(catalog: Catalog, words: readonly string[]): boolean {
  const key = searchKey(words.join(' '));
  return searchExact(catalog.named(key), key).length > 0;
}

interface Meaning {
  readonly record: IndexRecord;
  readonly score: number;
}

/** The best entry of each kind that the name may mean, best kind first. */
function meaningsOf(catalog: Catalog, name: string): Map<Kind, Meaning> {
  const exact = searchExact(catalog.named(searchKey(name)), name);
  const found = exact.length > 0 ? exact : search(catalog.records, name);
  const floor = Math.max(goodScore, (found[0]?.score ?? 0) - scoreTolerance);
  const meanings = new Map<Kind, Meaning>();
  for (const { record, score } of found) {
    if (score >= floor && !meanings.has(record.kind)) meanings.set(record.kind, { record, score });
  }
  return meanings;
}
