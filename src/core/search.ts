/** Finds the entries that bear the name that was typed. What only comes near is found in near.ts. */

import type { IndexRecord, Kind } from './catalog.ts';

export interface SearchResult {
  readonly record: IndexRecord;
  /** 0 to 100; from `goodScore` on it is what was meant. */
  readonly score: number;
}

/** Below this a result is only a suggestion. */
export const goodScore = 50;

const british: Readonly<Record<string, string>> = {
  colour: 'color',
  behaviour: 'behavior',
  neighbour: 'neighbor',
  favourite: 'favorite',
  catalogue: 'catalog',
  labell: 'label',
  modell: 'model',
};
const britishWord = new RegExp(Object.keys(british).join('|'), 'g');

/**
 * The form in which names and queries are compared: lower case, no accents or punctuation,
 * one spelling, no plural. "Recall@K" and "recall-at-k" become the same.
 */
export function searchKey(text: string): string {
  const lower = /^[ -~]*$/.test(text) ? text.toLowerCase() : withoutAccents(text);
  return lower
    .replace(/@/g, ' at ')
    .replace(/&/g, ' and ')
    .replace(/['\u2019]/g, '')
    .replace(/[^a-z0-9\u0080-\uffff]+/g, ' ')
    .trim()
    .replace(britishWord, (word) => british[word] ?? word)
    .replace(/is(ation|ing|ed|er|e)\b/g, 'iz$1')
    .replace(/\b([a-z]{3,})ies\b/g, '$1y')
    .replace(/\b([a-z]{3,}[a-rtv-z])s\b/g, '$1');
}

/** Letters and digits only, each in its plain form: "é" is "e", "²" is "2". */
function withoutAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}@&'\u2019]+/gu, ' ')
    .toLowerCase();
}

/** The records that bear this very name, and those whose name begins with it; best first. */
export function searchExact(
  records: readonly IndexRecord[],
  query: string,
  kind?: Kind | undefined,
): SearchResult[] {
  const key = searchKey(query);
  const found = records
    .filter((record) => kind === undefined || record.kind === kind)
    .map((record) => ({ record, score: key === '' ? 0 : exactScore(record, key) }))
    .filter(({ score }) => score > 0)
    .sort(byScore);
  return found.some(({ score }) => score >= borneScore) ? found : [];
}

/** Of results that score alike the shorter name comes first. */
export function byScore(a: SearchResult, b: SearchResult): number {
  return b.score - a.score || a.record.name.length - b.record.name.length;
}

/** How much the name of a part counts against the name of the entry. */
export const partWeight = 0.94;
const borneScore = 100 * partWeight;

function exactScore({ keys, partKeys }: IndexRecord, key: string): number {
  if (bears(keys, key)) return 100 - Math.min(keys.split('|').indexOf(key) - 1, 3) * 0.5;
  if (bears(partKeys, key)) return borneScore;
  return keys.includes(`|${key} `) ? 70 : 0;
}

function bears(keys: string, key: string): boolean {
  return keys.includes(`|${key}|`);
}
