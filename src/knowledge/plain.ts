/**
 * The quick way to the value of a plain YAML file. It gives up on everything that is not plainly
 * the same for every reader of YAML, and on everything that is wrong: then `yaml.ts` judges.
 */
import { CORE_SCHEMA, type LoadOptions, load } from 'js-yaml';
import { maxDepth } from './limits.ts';
import { findControlCharacter } from './yaml.ts';

/** Anchors, aliases, tags, directives, complex keys, documents, and numbers that readers of YAML see differently. */
const notPlain =
  /(?:^|[\s[{,:-])[&*!][^\s]|^[%?]|^---|^\.\.\.|[[{,-]\s*\?\s|\b\d+_+\d|\b0[bo]\d|\.(?:inf|nan)\b|\t/im;

const options = { schema: CORE_SCHEMA, maxDepth } as LoadOptions;

/** undefined: not plain, or not right. */
export function readPlainYaml(text: string): unknown {
  if (notPlain.test(text) || findControlCharacter(text) || /[[{]{8}|^ {80}/m.test(text))
    return undefined;
  try {
    return load(text, options);
  } catch {
    return undefined;
  }
}
