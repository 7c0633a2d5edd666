/** The names of an entry, and what they may be mistaken for. */
import type { Catalog, Entry } from '../../catalog.ts';
import type { Rival } from '../question.ts';

export function namesOf({
  name,
  longName,
  aliases,
}: {
  readonly name: string;
  readonly longName?: string | undefined;
  readonly aliases: readonly string[];
}): string[] {
  return [name, ...(longName ? [longName] : []), ...aliases];
}

/** The other entries of the same kind. */
export function rivalsOf(entry: Entry, catalog: Catalog): Rival[] {
  return catalog.records
    .filter(({ kind, id }) => kind === entry.kind && id !== entry.id)
    .map((record) => ({
      name: record.name,
      keys: record.keys.split('|').filter(Boolean),
      summary: record.summary,
    }));
}
