/** Pieces that the documents of several kinds share. */
import type { Catalog, Entry } from '../../core/catalog.ts';
import { searchKey } from '../../core/search.ts';
import {
  type Block,
  entryCommand,
  fields,
  heading,
  type Inline,
  linked,
  listSection,
  paragraph,
  section,
} from '../document.ts';

/** How much of an entry is shown: what one reads, or everything there is. */
export type Detail = 'reading' | 'everything';

export interface EntryContext {
  readonly catalog: Catalog;
  readonly detail: Detail;
}

export function title(entry: Entry, ...facts: (string | undefined)[]): Block[] {
  const long = entry.longName ? ` (${entry.longName})` : '';
  const said = [entry.kind, ...facts].filter((fact) => fact !== undefined);
  return [
    { ...heading(1, `${entry.name}${long}`), data: { entry: entry.id } },
    paragraph({ type: 'emphasis', children: [{ type: 'text', value: said.join(' · ') }] }),
    paragraph(entry.summary),
  ];
}

export function nameOf(catalog: Catalog, id: string): string {
  return catalog.record(id)?.name ?? id;
}

export function namesOf(catalog: Catalog, ids: readonly string[]): string | undefined {
  return ids.length > 0 ? ids.map((id) => nameOf(catalog, id)).join(', ') : undefined;
}

/** What stands at the end of every entry: `links`, other names, what to read next, sources. */
export function ending(
  entry: Entry,
  { catalog }: EntryContext,
  links: readonly (readonly [label: string, names: string | undefined])[] = [],
): Block[] {
  const next = entry.see
    .flatMap((id): Inline[] => [entryCommand(commandFor(catalog, id), id), ', '])
    .slice(0, -1);
  return section(
    2,
    'Read on',
    fields([
      ...links,
      ['Also called', otherNames(entry).join(', ')],
      ['See also', next],
      ['Sources', linked(entry.sources.join('; '))],
    ]),
  );
}

/** Aliases that say more than the title does: "Mean Reciprocal Rank (MRR)" repeats it. */
function otherNames({ name, longName = '', aliases }: Entry): string[] {
  const said = new Set(
    [name, longName, `${longName} ${name}`, `${name} ${longName}`].map(searchKey),
  );
  return aliases.filter((alias) => !said.has(searchKey(alias)));
}

/** What to type to read an entry. */
export function commandFor(catalog: Catalog, id: string): string {
  return `mlsd ${catalog.record(id)?.kind ?? 'lookup'} ${id}`;
}

export function lookAlikes(
  entry: { readonly lookAlikes: readonly { id: string; chooseThisWhen: string }[] },
  { catalog }: EntryContext,
): Block[] {
  return listSection(
    2,
    'Look-alikes: choose instead',
    entry.lookAlikes.map(({ id, chooseThisWhen }) => [
      { type: 'strong', children: [{ type: 'text', value: nameOf(catalog, id) }] },
      `: ${chooseThisWhen}`,
    ]),
  );
}
