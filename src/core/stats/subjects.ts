/** What a candidate would call a subject: a domain with its metrics and models, or a kind of entry. */
import type { Catalog, Kind } from '../catalog.ts';

export interface StudySubject {
  readonly id: string;
  readonly name: string;
}

export interface StudySubjects {
  /** In reading order. */
  readonly all: readonly StudySubject[];
  /** The subjects of an entry, named "metric/ndcg": one, or several domains. */
  of(entry: string): readonly StudySubject[];
}

/** For what belongs to no domain. */
const byKind = {
  metric: { id: 'metrics', name: 'Other metrics' },
  model: { id: 'models', name: 'Other models' },
  topic: { id: 'topics', name: 'ML life cycle' },
  domain: { id: 'domains', name: 'Domains' },
  step: { id: 'steps', name: 'Interview steps' },
  case: { id: 'cases', name: 'Cases' },
} as const satisfies Record<Kind, StudySubject>;

const nowhere: StudySubject = { id: 'gone', name: 'No longer there' };

export function studySubjects(catalog: Catalog): StudySubjects {
  const members = new Map<string, StudySubject[]>();
  const domains = catalog.all('domain').map(({ id, name, metrics, models }) => {
    const subject = { id, name };
    const entries = [
      `domain/${id}`,
      ...metrics.map((metric) => `metric/${metric.id}`),
      ...models.map((model) => `model/${model.id}`),
    ];
    for (const entry of new Set(entries)) {
      members.set(entry, [...(members.get(entry) ?? []), subject]);
    }
    return subject;
  });
  return {
    all: [...domains, ...Object.values(byKind), nowhere],
    of(entry) {
      const [kind = '', id = ''] = entry.split('/');
      if (catalog.record(id)?.kind !== kind) return [nowhere];
      return members.get(entry) ?? [byKind[kind as Kind]];
    },
  };
}
