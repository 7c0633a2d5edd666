/** What a quiz is about: the entries that the words on the command line stand for. */
import { type Catalog, type IndexRecord, type Kind, kinds } from '../catalog.ts';
import { search } from '../near.ts';
import { goodScore, searchKey } from '../search.ts';

export type Scope =
  | { readonly records: readonly IndexRecord[] }
  | { readonly unknown: string; readonly suggestions: readonly string[] };

/** The entries of any of the words; all entries when there are none. */
export function scopeOf(catalog: Catalog, words: readonly string[]): Scope {
  if (words.length === 0) return { records: catalog.records };
  // "missing data" may have been typed as two words; as one name it is meant more closely.
  const whole = words.length > 1 ? recordsFor(catalog, words.join(' '), 95) : [];
  if (whole.length > 0) return { records: whole };
  const found = words.map((word) => ({ word, records: recordsFor(catalog, word, goodScore) }));
  const miss = found.find(({ records }) => records.length === 0);
  if (miss) return { unknown: miss.word, suggestions: suggestionsFor(catalog, miss.word) };
  return { records: [...new Set(found.flatMap(({ records }) => records))] };
}

/** The framework is the steps under another name. */
const kindNames = { framework: 'step', interview: 'step' } as const satisfies Record<string, Kind>;

/** A kind, a family or area, a domain with its members, or one entry by its name. */
function recordsFor(catalog: Catalog, word: string, leastScore: number): IndexRecord[] {
  const key = searchKey(word);
  const kind =
    kinds.find((each) => searchKey(each) === key) ?? kindNames[key as keyof typeof kindNames];
  if (kind) return catalog.records.filter((record) => record.kind === kind);
  const group = catalog.records.filter((record) => searchKey(record.group) === key);
  const named = search(catalog.records, word).filter(({ score }) => score >= leastScore);
  const [best] = named;
  // An exact name with members, or the members of a group, mean more than a name like it.
  if (best && best.score >= 95) {
    return [...new Set([...withMembers(catalog, best.record), ...group])];
  }
  return group.length > 0 ? group : best ? withMembers(catalog, best.record) : [];
}

/** A domain brings its metrics and models, a step the topics and metrics spoken of in it. */
function withMembers(catalog: Catalog, record: IndexRecord): IndexRecord[] {
  const ids = members[record.kind]?.(catalog, record.id) ?? [];
  return [record, ...ids.flatMap((id) => catalog.record(id) ?? [])];
}

const members: Partial<Record<Kind, (catalog: Catalog, id: string) => readonly string[]>> = {
  domain(catalog, id) {
    const domain = catalog.get('domain', id);
    return domain ? [...domain.metrics, ...domain.models].map((each) => each.id) : [];
  },
  step(catalog, id) {
    const step = catalog.get('step', id);
    return step ? [...step.topics, ...step.metrics] : [];
  },
};

function suggestionsFor(catalog: Catalog, word: string): string[] {
  const near = search(catalog.records, word).map(({ record }) => record.id);
  const domains = catalog.records.filter(({ kind }) => kind === 'domain').map(({ id }) => id);
  return [...new Set([...near, ...domains, ...kinds])].slice(0, 3);
}
