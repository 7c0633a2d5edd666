/** Decision tables: what to choose when, read from the fields of the entries. */
import type { Catalog, Domain, Metric, Model, Topic } from './catalog.ts';
import { metricTraits } from './schema/metric.ts';

/** What to take in place of an entry, and when. */
export interface Instead {
  readonly id: string;
  readonly name: string;
  readonly when: string;
}

export interface ChooserRow<E> {
  readonly entry: E;
  readonly when: string;
  readonly instead: readonly Instead[];
}

/** The rows of one domain. */
export interface Chooser<E> {
  readonly domain: Domain;
  readonly rows: readonly ChooserRow<E>[];
}

/** `perGroup`: so many of each group of a domain, the first ones; without it all of them. */
export interface ChooserOptions {
  readonly perGroup?: number | undefined;
}

/** An entry that several domains have stands under the first of them. */
export function metricChoosers(catalog: Catalog, options: ChooserOptions = {}): Chooser<Metric>[] {
  return choosersOf(catalog, 'metrics', (id) => catalog.get('metric', id), options);
}

export function modelChoosers(catalog: Catalog, options: ChooserOptions = {}): Chooser<Model>[] {
  return choosersOf(catalog, 'models', (id) => catalog.get('model', id), options);
}

function choosersOf<E extends Metric | Model>(
  catalog: Catalog,
  field: 'metrics' | 'models',
  get: (id: string) => E | undefined,
  { perGroup = Number.POSITIVE_INFINITY }: ChooserOptions,
): Chooser<E>[] {
  const seen = new Set<string>();
  return catalog.all('domain').map((domain) => {
    const counts = new Map<string, number>();
    const rows: ChooserRow<E>[] = [];
    for (const { id, group = '' } of domain[field]) {
      const count = counts.get(group) ?? 0;
      const entry = get(id);
      if (!entry || seen.has(id) || count >= perGroup) continue;
      seen.add(id);
      counts.set(group, count + 1);
      rows.push(rowOf(entry, catalog));
    }
    return { domain, rows };
  });
}

function rowOf<E extends Metric | Model | Topic>(entry: E, catalog: Catalog): ChooserRow<E> {
  return {
    entry,
    when: entry.useWhen[0] ?? entry.summary,
    instead: entry.lookAlikes.flatMap(({ id, chooseThisWhen }) => {
      const name = catalog.record(id)?.name;
      return name ? [{ id, name, when: chooseThisWhen }] : [];
    }),
  };
}

/** Ways to bring a model out: those of the area of deployment, and what may take their place. */
export function rolloutChooser(catalog: Catalog): ChooserRow<Topic>[] {
  const topics = catalog.all('topic');
  const deployments = topics.filter(
    ({ area, lookAlikes, useWhen }) =>
      area === 'deployment' && lookAlikes.length > 0 && useWhen.length > 0,
  );
  const alternatives = new Set(
    deployments.flatMap(({ lookAlikes }) => lookAlikes.map(({ id }) => id)),
  );
  const others = topics.filter(
    (topic) =>
      topic.area === 'experiments' && alternatives.has(topic.id) && topic.useWhen.length > 0,
  );
  return [...deployments, ...others].map((topic) => rowOf(topic, catalog));
}

/** For each trait the metrics that have it. */
export function metricsByTrait(
  catalog: Catalog,
): { readonly trait: (typeof metricTraits)[number]; readonly metrics: readonly Metric[] }[] {
  return metricTraits
    .map((trait) => ({
      trait,
      metrics: catalog.all('metric').filter(({ traits }) => traits.includes(trait)),
    }))
    .filter(({ metrics }) => metrics.length > 0);
}

export const dataAmounts = [
  'small',
  'medium',
  'large',
] as const satisfies readonly Model['data']['amount'][];

export interface DataRow {
  readonly kind: Model['data']['kinds'][number];
  /** For each of `dataAmounts` the models that are good with so much. */
  readonly models: readonly (readonly Model[])[];
}

/** For each kind of data the models it suits, by the amount that they need. */
export function modelsByData(catalog: Catalog): DataRow[] {
  const models = catalog.all('model');
  const kinds = [...new Set(models.flatMap(({ data }) => data.kinds))];
  return kinds.map((kind) => ({
    kind,
    models: dataAmounts.map((amount) =>
      models.filter(({ data }) => data.amount === amount && data.kinds.includes(kind)),
    ),
  }));
}

export interface NumberToKnow {
  readonly topic: Topic;
  readonly number: Topic['numbers'][number];
}

/** Thresholds and rules of thumb: the first of each topic, of so many topics of each area. */
export function numbersToKnow(catalog: Catalog, topicsPerArea: number): NumberToKnow[] {
  const counts = new Map<Topic['area'], number>();
  return catalog.all('topic').flatMap((topic) => {
    const [number] = topic.numbers;
    const count = counts.get(topic.area) ?? 0;
    if (!number || count >= topicsPerArea) return [];
    counts.set(topic.area, count + 1);
    return [{ topic, number }];
  });
}
