/**
 * The quick way to the value of a plain YAML file. It gives up on everything that is not plainly
 * the same for every reader of YAML, and on what is wrong: then `yaml.ts` judges. It is only more
 * lenient about the indentation of lists in brackets.
 */
import { CORE_SCHEMA, type LoadOptions, load } from 'js-yaml';
import { maxDepth } from './limits.ts';
import { findControlCharacter } from './yaml.ts';

/** What readers of YAML may see differently, or what only `yaml.ts` can bound or name. */
const particular = [
  /(?:^|[\s[{,:-])(?:[&*](?=\S)|!)/, // anchors, aliases, tags
  /^%|^---|^\.\.\.|(?:^|[\s[{,-])\?(?:\s|$)/, // directives, documents, complex keys
  /[\]}]\s*:|^\s*:|[[{,]\s*:/, // collections and nothing as keys
  /(?:^|[\s{,-])(?:~|null|true|false|[-+.]?\d[\w.+-]*)\s*:/, // keys that are no text
  /\b\d+_+\d|\b0[bo]\d|\de\+?\d{3}|\.(?:inf|nan)\b/, // numbers
  /\t|\r(?!\n)|\ufeff|[|>][-+]?\d/, // white space, marks, indents by number
];
const notPlain = new RegExp(particular.map(({ source }) => source).join('|'), 'im');

const options = { schema: CORE_SCHEMA, maxDepth } as LoadOptions;

/** undefined: not plain, or not right. */
export function readPlainYaml(text: string): unknown {
  if (notPlain.test(text) || findControlCharacter(text)) return undefined;
  try {
    return load(text, options);
  } catch {
    return undefined;
  }
}
