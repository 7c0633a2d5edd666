/** The JSON of a sheet: its entries; of one that is put together, what it is read from. */
import type { Catalog, Kind } from '../../core/catalog.ts';
import {
  type Chooser,
  type ChooserRow,
  metricChoosers,
  modelChoosers,
  numbersToKnow,
  rolloutChooser,
} from '../../core/choosers.ts';
import type { Sheet } from './run.ts';

export function sheetData({ contents, isAll, catalog }: Sheet): Record<string, unknown> {
  const isComposed = contents.some(({ composed }) => composed);
  const entries = [...new Set(contents.flatMap((each) => each.entries))];
  const of = (kind: Kind) => entries.filter((entry) => entry.kind === kind);
  const whole = { plans: catalog.plans, questions: catalog.questions };
  return {
    ...(isAll ? { framework: catalog.framework } : {}),
    ...(isComposed ? { choosers: choosersOf(catalog) } : {}),
    steps: isComposed ? catalog.all('step') : of('step'),
    domains: of('domain'),
    metrics: of('metric'),
    models: of('model'),
    topics: of('topic'),
    cases: of('case'),
    ...(isAll ? whole : {}),
  };
}

function choosersOf(catalog: Catalog) {
  const numberCount = catalog.all('topic').length;
  return {
    metrics: metricChoosers(catalog).map(domainOf),
    models: modelChoosers(catalog).map(domainOf),
    rollouts: rolloutChooser(catalog).map(rowOf),
    numbers: numbersToKnow(catalog, numberCount).map(({ topic, number }) => ({
      topic: topic.id,
      ...number,
    })),
  };
}

function domainOf<E extends Named>({ domain, rows }: Chooser<E>) {
  return { domain: domain.id, rows: rows.map(rowOf) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function rowOf<E extends Named>({ entry: { id, name }, when, instead }: ChooserRow<E>) {
  return { id, name, when, instead };
}
