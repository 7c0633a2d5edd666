/** Hides a name in a text that is to be asked about. */
import { searchKey } from '../search.ts';
import { contentStems } from './kinds/recall.ts';

const blank = '____';
/** An article before a blank tells whether the name begins with a vowel. */
const articles = new RegExp(`\\b(a)n? (${blank})`, 'gi');

/** The text with every way of writing the names left blank. */
export function mask(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce((masked, name) => masked.replace(patternFor(name), blank), text)
    .replace(new RegExp(`${blank}(?:[\\s,/]+${blank})+`, 'g'), blank)
    .replace(articles, '$1(n) $2');
}

/** Letters and digits by ranges: Unicode classes cost a millisecond for every name. */
const wordCharacters = '0-9A-Za-z\\u00aa-\\u1fff\\u2070-\\u209f';
const wordPattern = new RegExp(`[${wordCharacters}]+`, 'g');

/** The words of the name, however they are joined; a single word also with an ending. */
function patternFor(name: string): RegExp {
  const words = name.match(wordPattern) ?? [];
  if (words.length === 0) return /(?!)/g;
  const ending = words.length === 1 && name.length >= 5 ? '[a-z]{0,4}' : '(?:s|es)?';
  const joined = words.join(`[^${wordCharacters}]*`);
  return new RegExp(`(?<![${wordCharacters}])${joined}${ending}(?![${wordCharacters}])`, 'gi');
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
