/** No sentence and no run of words stands in two entries. */
import type { Entry } from '../../core/catalog.ts';
import type { Scope } from './scope.ts';
import { type Text, textsOf } from './texts.ts';

/** A shorter sentence may be the only way to say it. */
const sentenceWords = 8;
/** A run of this many words that two entries share is no accident. */
const runWords = 12;

/** What may well be the same in two entries. */
const shared = new Set([
  'sources',
  'aliases',
  'formula',
  'formulas',
  'example',
  'signals',
  'complexity',
  'kind',
]);

export function checkCopies(scope: Scope): void {
  const first = new Map<number, string>();
  for (const located of scope.knowledge.entries) {
    const here = new Set<number>();
    for (const text of proseOf(located.value)) {
      const original = originalOf(text, first, here);
      if (original === undefined) continue;
      scope.tell(
        located,
        text.path,
        'copied-text',
        `this says with the same words what "${original}" says`,
        'say what is particular to this entry, and link to the other under see',
      );
    }
    for (const run of here) if (!first.has(run)) first.set(run, located.value.id);
  }
}

function* proseOf(entry: Entry): Generator<Text> {
  for (const text of textsOf(entry)) {
    if (!text.path.some((part) => shared.has(String(part)))) yield text;
  }
}

/** The other entry in which a sentence or run of this text stands; its own are added to `here`. */
function originalOf(
  { text }: Text,
  first: ReadonlyMap<number, string>,
  here: Set<number>,
): string | undefined {
  let original: string | undefined;
  for (const run of runsOf(text)) {
    original ??= first.get(run);
    here.add(run);
  }
  return original;
}

/** Hashes of the sentences of a text, and of its runs of words. */
function* runsOf(text: string): Generator<number> {
  for (const sentence of text.toLowerCase().split(/[.;!?](?=\s|$)/)) {
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < sentenceWords) continue;
    yield hashOf(words);
    for (let start = 0; start + runWords <= words.length; start++) {
      yield hashOf(words.slice(start, start + runWords));
    }
  }
}

/** FNV-1a twice over, into the 53 bits that a number holds exactly. */
function hashOf(words: readonly string[]): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (const word of words) {
    for (let index = 0; index <= word.length; index++) {
      const code = index < word.length ? word.charCodeAt(index) : 32;
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
    }
  }
  return (low >>> 0) + (high >>> 11) * 2 ** 32;
}
