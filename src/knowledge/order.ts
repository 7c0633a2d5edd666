/** The order in which entries are read, and what the index knows of each. */
import { type Entry, type IndexRecord, kinds } from '../core/catalog.ts';
import { metricFamilies } from '../core/schema/metric.ts';
import { modelFamilies } from '../core/schema/model.ts';
import { topicAreas } from '../core/schema/topic.ts';
import { searchKey } from '../core/search.ts';

/** The index records of entries: kind by kind, each kind in reading order. */
export function recordsOf(entries: readonly Entry[]): IndexRecord[] {
  return kinds.flatMap((kind) =>
    inReadingOrder(entries.filter((entry) => entry.kind === kind)).map(indexRecord),
  );
}

const byName = new Intl.Collator('en');

function inReadingOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => place(a) - place(b) || byName.compare(a.name, b.name));
}

function place(entry: Entry): number {
  switch (entry.kind) {
    case 'metric':
      return metricFamilies.indexOf(entry.family);
    case 'model':
      return modelFamilies.indexOf(entry.family);
    case 'topic':
      return topicAreas.indexOf(entry.area) * 1000 + entry.order;
    case 'domain':
      return entry.order;
    case 'step':
      return entry.number;
    case 'case':
      return 0;
  }
}

export function indexRecord(entry: Entry): IndexRecord {
  const { kind, id, name, longName, aliases, summary } = entry;
  const names = [name, id, ...(longName ? [longName] : []), ...aliases, ...numberNames(entry)];
  return {
    kind,
    id,
    name,
    longName,
    aliases,
    summary,
    group: groupOf(entry),
    keys: keysOf(names),
    partKeys: keysOf(partsOf(entry)),
  };
}

function keysOf(names: readonly string[]): string {
  return names.length > 0 ? `|${[...new Set(names.map(searchKey))].join('|')}|` : '';
}

/** A step is also known by its number. */
function numberNames(entry: Entry): string[] {
  return entry.kind === 'step' ? [String(entry.number), `step ${entry.number}`] : [];
}

function partsOf(entry: Entry): string[] {
  if (entry.kind === 'topic') return namesOf(entry.techniques);
  if (entry.kind === 'domain') return namesOf([...entry.tasks, ...entry.data]);
  return [];
}

function namesOf(parts: readonly { name: string; aliases: readonly string[] }[]): string[] {
  return parts.flatMap((part) => [part.name, ...part.aliases]);
}

function groupOf(entry: Entry): string {
  if (entry.kind === 'metric' || entry.kind === 'model') return entry.family;
  return entry.kind === 'topic' ? entry.area : entry.kind;
}
