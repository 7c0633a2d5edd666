/**
 * The short way for the commonest call: `mlsd [metric|model|…|lookup] words… [--json] [--full]`
 * answers without loading the command-line parser. Everything else takes the long way,
 * and a test proves that both ways say the same.
 */
import type { LookupOptions } from './commands/lookup/run.ts';
import { isCommandName } from './commands/names.ts';
import { kinds } from './core/catalog.ts';
import type { PlaceOptions } from './reference.ts';

export interface QuickLookup {
  readonly lookup: LookupOptions;
  readonly places: PlaceOptions;
}

export function parseQuickLookup(argv: readonly string[]): QuickLookup | undefined {
  const { places, others } = takePlaces(argv);
  const words = others.filter((word) => word !== '--json' && word !== '--full');
  if (words.length === 0 || words.some((word) => word.startsWith('-'))) return undefined;
  const [command = '', ...rest] = words;
  const isJson = others.includes('--json');
  const isFull = others.includes('--full');
  if (!isCommandName(command))
    return { lookup: { kind: undefined, words, isJson, isFull }, places };
  const kind = kinds.find((each) => each === command);
  const isLookup = (kind !== undefined || command === 'lookup') && rest.length > 0;
  return isLookup ? { lookup: { kind, words: rest, isJson, isFull }, places } : undefined;
}

/** Takes `--pack DIR` and `--data-dir DIR` out; written in another form they are left to the long way. */
function takePlaces(argv: readonly string[]): { places: PlaceOptions; others: string[] } {
  const pack: string[] = [];
  const others: string[] = [];
  let dataDir: string | undefined;
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    const value = argv[index + 1];
    const isPlace = (word === '--pack' || word === '--data-dir') && value !== undefined;
    if (!isPlace || value.startsWith('-')) others.push(word);
    else {
      if (word === '--pack') pack.push(value);
      else dataDir = value;
      index++;
    }
  }
  return { places: { pack, dataDir }, others };
}
