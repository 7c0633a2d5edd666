/** Hides a name in a text that is to be asked about. */
import { searchKey } from '../search.ts';
import { contentStems } from './kinds/recall.ts';

export const blank = '____';

/** The text with every way of writing the names left blank. */
export function mask(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce((masked, name) => masked.replace(patternFor(name), blank), text)
    .replace(new RegExp(`${blank}(?:[\\s,/]+${blank})+`, 'g'), blank);
}

/** The words of the name, however they are joined; a single word also with an ending. */
function patternFor(name: string): RegExp {
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(escape);
  if (words.length === 0) return /(?!)/g;
  const ending = words.length === 1 && name.length >= 5 ? '\\p{L}{0,4}' : '(?:s|es)?';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]*')}${ending}(?![\\p{L}\\p{N}])`,
    'giu',
  );
}

/** Does the text still say one of the names, whole or in all the words that matter? */
export function revealsAny(text: string, names: readonly string[]): boolean {
  const key = ` ${searchKey(text)} `;
  const stems = new Set(contentStems(text));
  return names.some((name) => {
    const words = contentStems(name);
    const isThere = key.includes(` ${searchKey(name)} `);
    return isThere || (words.length > 0 && words.every((word) => stems.has(word)));
  });
}

/** Does the text share a word that matters with the name? Then one need not know the answer. */
export function givesAway(text: string, name: string): boolean {
  const stems = new Set(contentStems(text));
  return contentStems(name).some((word) => word.length > 2 && stems.has(word));
}
