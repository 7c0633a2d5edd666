/** All of an entry as text: loaded only when it is asked for, the short form is what most look at. */
import type { Entry } from '../../core/catalog.ts';
import { renderTerminal, type TerminalStyle } from '../render/terminal.ts';
import { entryDocument } from './entry.ts';
import type { EntryContext } from './shared.ts';

export function renderFull(entry: Entry, context: EntryContext, style: TerminalStyle): string {
  return renderTerminal(entryDocument(entry, context), style);
}
