/**
 * The short way for the commonest call: `mlsd [metric|model|…|lookup] words… [--json]`
 * answers without loading the command-line parser. Everything else takes the long way,
 * and a test proves that both ways say the same.
 */
import type { LookupOptions } from './commands/lookup/run.ts';
import { type Kind, kinds } from './core/catalog.ts';

export function parseQuickLookup(argv: readonly string[]): LookupOptions | undefined {
  const [command, ...rest] = argv;
  const kind = kinds.find((each) => each === command);
  if (!kind && command !== 'lookup') return undefined;
  const words = rest.filter((word) => word !== '--json');
  const isJson = words.length < rest.length;
  const isPlainWords = words.length > 0 && words.every((word) => !word.startsWith('-'));
  return isPlainWords ? { kind: kind as Kind | undefined, words, isJson } : undefined;
}
