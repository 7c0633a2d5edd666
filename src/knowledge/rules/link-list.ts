/** Every link of an entry, with the place where it is written. */
import type { Entry, EntryOf, Kind } from '../../core/catalog.ts';
import type { Path } from '../source.ts';

export interface Link {
  readonly path: Path;
  /** The list it stands in, in which nothing is named twice; undefined where that is no fault. */
  readonly list: string | undefined;
  readonly id: string;
  /** The kind that is wanted; undefined: any. */
  readonly kind?: Kind | undefined;
}

export function linksOf(entry: Entry): Link[] {
  const ofKind = linksOfKind[entry.kind] as (entry: Entry) => Link[];
  return [...many(['see'], entry.see), ...ofKind(entry)];
}

const linksOfKind: { readonly [K in Kind]: (entry: EntryOf<K>) => Link[] } = {
  metric: (entry) => [...alike(entry), ...many(['domains'], entry.domains, 'domain')],
  model: (entry) => [...alike(entry), ...many(['domains'], entry.domains, 'domain')],
  topic: (entry) => [...alike(entry), ...many(['steps'], entry.steps, 'step')],
  step: ({ topics, metrics }) => [
    ...many(['topics'], topics, 'topic'),
    ...many(['metrics'], metrics, 'metric'),
  ],
  domain: ({ metrics, models }) => [...members('metric', metrics), ...members('model', models)],
  case: (entry) => [...many(['domains'], entry.domains, 'domain'), ...partsOfCase(entry)],
};

function alike(entry: EntryOf<'metric' | 'model' | 'topic'>): Link[] {
  return entry.lookAlikes.map(({ id }, index) => ({
    path: ['lookAlikes', index, 'id'],
    list: 'lookAlikes',
    id,
    kind: entry.kind,
  }));
}

/** A domain may list a member once under each of its headings. */
function members(
  kind: 'metric' | 'model',
  all: readonly { readonly id: string; readonly group?: string | undefined }[],
): Link[] {
  return all.map(({ id, group }, index) => ({
    path: [`${kind}s`, index, 'id'],
    list: `${kind}s ${group ?? ''}`,
    id,
    kind,
  }));
}

function partsOfCase(entry: EntryOf<'case'>): Link[] {
  const steps = (['rubric', 'probes', 'twists', 'design'] as const).flatMap((field) =>
    entry[field].map(
      ({ step }, index): Link => ({
        path: [field, index, 'step'],
        list: field === 'design' ? field : undefined,
        id: step,
        kind: 'step',
      }),
    ),
  );
  const seen = (['facts', 'rubric', 'probes'] as const).flatMap((field) =>
    entry[field].flatMap(({ see }, index) => many([field, index, 'see'], see)),
  );
  return [...steps, ...seen];
}

function many(path: Path, ids: readonly string[], kind?: Kind): Link[] {
  return ids.map((id, index) => ({ path: [...path, index], list: path.join(' '), id, kind }));
}
