/**
 * The short way for the commonest call: `mlsd [metric|model|…|lookup] words… [--json] [--full]`
 * answers without loading the command-line parser. Everything else takes the long way,
 * and a test proves that both ways say the same.
 */
import type { LookupOptions } from './commands/lookup/run.ts';
import { isCommandName } from './commands/names.ts';
import { kinds } from './core/catalog.ts';

export function parseQuickLookup(argv: readonly string[]): LookupOptions | undefined {
  const words = argv.filter((word) => word !== '--json' && word !== '--full');
  if (words.length === 0 || words.some((word) => word.startsWith('-'))) return undefined;
  const [command = '', ...rest] = words;
  const isJson = argv.includes('--json');
  const isFull = argv.includes('--full');
  if (!isCommandName(command)) return { kind: undefined, words, isJson, isFull };
  const kind = kinds.find((each) => each === command);
  const isLookup = (kind !== undefined || command === 'lookup') && rest.length > 0;
  return isLookup ? { kind, words: rest, isJson, isFull } : undefined;
}
