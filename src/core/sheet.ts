/** Which entries stand on a cheat sheet. */
import { type Catalog, type Entry, type Kind, kinds } from './catalog.ts';
import { search } from './near.ts';
import { goodScore, searchKey } from './search.ts';

export interface SheetContents {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Put together from fields of many entries instead of one entry after the other. */
  readonly composed?: ComposedSheet | undefined;
}

/** Sheets for which no entry stands. */
export const composedSheets = {
  'night-before': 'The night before',
  'two-pages': 'Everything on two pages',
  choosers: 'Which one when',
} as const;

export type ComposedSheet = keyof typeof composedSheets;
const composedNames = Object.keys(composedSheets) as ComposedSheet[];

/** The order in which a sheet is read. */
const sheetOrder = [
  'step',
  'domain',
  'metric',
  'model',
  'topic',
  'case',
] as const satisfies readonly Kind[];

export function wholeBase(catalog: Catalog): SheetContents {
  return { title: 'Everything', entries: sheetOrder.flatMap((kind) => catalog.all(kind)) };
}

/** What a word stands for on a sheet: a kind, an area or family, or an entry with what belongs to it. */
export function sheetContents(catalog: Catalog, words: string): SheetContents | undefined {
  const key = searchKey(words);
  const composed = composedNames.find((name) => searchKey(name) === key);
  if (composed) {
    return { title: composedSheets[composed], entries: [], composed };
  }
  const kind = kinds.find((each) => searchKey(each) === key || searchKey(`${each}s`) === key);
  if (kind) return { title: `All ${kind}s`, entries: catalog.all(kind) };
  if (key === 'framework' || key === 'interview') {
    return { title: catalog.framework.name, entries: catalog.all('step') };
  }
  const exact = search(catalog.records, words).filter(({ score }) => score >= goodScore);
  const whole = exact.find(({ record, score }) => score >= 95 && hasMembers(record.kind));
  const group = groupEntries(catalog, key);
  const best = whole ?? (group.length > 0 ? undefined : exact[0]);
  if (!best) {
    return group.length > 0 ? { title: sentenceCase(words), entries: group } : undefined;
  }
  const entry = catalog.get(best.record.kind, best.record.id);
  return entry && { title: entry.name, entries: withMembers(catalog, entry) };
}

function hasMembers(kind: Kind): boolean {
  return kind === 'domain' || kind === 'step';
}

/** Entries of an area of topics or a family of metrics or models. */
function groupEntries(catalog: Catalog, key: string): Entry[] {
  return sheetOrder.flatMap((kind): readonly Entry[] =>
    kind === 'domain' || kind === 'step' || kind === 'case'
      ? []
      : catalog.all(kind).filter((entry) => searchKey(groupOf(entry)) === key),
  );
}

function groupOf(entry: Entry): string {
  if (entry.kind === 'topic') return entry.area;
  return entry.kind === 'metric' || entry.kind === 'model' ? entry.family : '';
}

function withMembers(catalog: Catalog, entry: Entry): Entry[] {
  const ids = membersOf(entry);
  return [entry, ...ids.flatMap((id) => entryOf(catalog, id) ?? [])];
}

function membersOf(entry: Entry): string[] {
  if (entry.kind === 'domain') return [...entry.metrics, ...entry.models].map(({ id }) => id);
  return entry.kind === 'step' ? [...entry.metrics, ...entry.topics] : [];
}

function entryOf(catalog: Catalog, id: string): Entry | undefined {
  const record = catalog.record(id);
  return record && catalog.get(record.kind, id);
}

/** The names of the sheets there are, by what they cover. */
export function sheetNames(
  catalog: Catalog,
): { readonly heading: string; readonly names: readonly string[] }[] {
  const groups = (kind: Kind) => [
    ...new Set(catalog.records.filter((record) => record.kind === kind).map(({ group }) => group)),
  ];
  const ids = (kind: Kind) =>
    catalog.records.filter((record) => record.kind === kind).map(({ id }) => id);
  return [
    { heading: 'To have at hand', names: composedNames },
    { heading: 'Steps of the interview', names: ['framework', ...ids('step')] },
    { heading: 'Domains', names: ids('domain') },
    { heading: 'Areas of the life cycle', names: groups('topic') },
    { heading: 'Families of metrics', names: groups('metric') },
    { heading: 'Families of models', names: groups('model') },
    { heading: 'Cases', names: ids('case') },
  ];
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
