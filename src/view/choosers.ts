/** Choosers as blocks: tables with all there is to weigh, and short lists. */
import type { Catalog, Metric, Model, Topic } from '../core/catalog.ts';
import {
  type Chooser,
  type ChooserOptions,
  type ChooserRow,
  dataAmounts,
  type Instead,
  metricChoosers,
  metricsByTrait,
  modelChoosers,
  modelsByData,
  type NumberToKnow,
  rolloutChooser,
} from '../core/choosers.ts';
import {
  type Block,
  fields,
  heading,
  type Inline,
  list,
  section,
  strong,
  table,
} from './document.ts';
import { familyName } from './entries/metric.ts';
import { unitText } from './entries/topic.ts';

const shortDirections = {
  higher: 'higher',
  lower: 'lower',
  'nearest-zero': 'near zero',
  depends: 'depends',
} as const satisfies Record<Metric['direction'], string>;

/** Which metric when, by domain. */
export function metricTables(catalog: Catalog): Block[] {
  return byDomain('Which metric when', metricChoosers(catalog), (rows) =>
    table(
      ['Metric', 'Choose it when', 'Better', 'Instead, when'],
      rows.map(({ entry, when, instead }) => [
        strong(entry.name),
        when,
        shortDirections[entry.direction],
        insteadText(instead),
      ]),
    ),
  );
}

/** Which model when, by domain, with what it asks for and costs. */
export function modelTables(catalog: Catalog): Block[] {
  return byDomain('Which model when', modelChoosers(catalog), (rows) =>
    table(
      ['Model', 'Choose it when', 'Data', 'Cost', 'Explains itself', 'Instead, when'],
      rows.map(({ entry, when, instead }) => [
        strong(entry.name),
        when,
        `${entry.data.amount}, ${entry.data.kinds.join(', ')}`,
        costText(entry),
        entry.interpretability.level,
        insteadText(instead),
      ]),
    ),
  );
}

export function rolloutTable(catalog: Catalog): Block[] {
  return section(
    2,
    'Which rollout when',
    table(
      ['Rollout', 'Choose it when', 'Price', 'Instead, when'],
      rolloutChooser(catalog).map(({ entry, when, instead }) => [
        strong(entry.name),
        when,
        entry.tradeOffs[0] ?? '',
        insteadText(instead),
      ]),
    ),
  );
}

/** Metrics that have a trait, models that suit data. */
export function propertyTables(catalog: Catalog): Block[] {
  return [
    ...section(
      2,
      'Metrics by trait',
      fields(
        metricsByTrait(catalog).map(({ trait, metrics }) => [familyName(trait), namesOf(metrics)]),
      ),
    ),
    ...section(
      2,
      'Models by the data they need',
      table(
        ['Data', ...dataAmounts.map((amount) => `${amount} amounts`)],
        modelsByData(catalog).map(({ kind, models }) => [strong(kind), ...models.map(namesOf)]),
      ),
    ),
  ];
}

/** A line for each metric: the name, in which direction, when. */
export function metricLines(catalog: Catalog, options: ChooserOptions): Block[] {
  return byDomain('Which metric when', metricChoosers(catalog, options), (rows) =>
    list(
      rows.map(({ entry, when }) => [
        strong(entry.name),
        ` (${shortDirections[entry.direction]}): ${when}`,
      ]),
    ),
  );
}

export function modelLines(catalog: Catalog, options: ChooserOptions): Block[] {
  return byDomain('Which model when', modelChoosers(catalog, options), (rows) =>
    list(rows.map(({ entry, when }) => [strong(entry.name), `: ${when}`])),
  );
}

export function rolloutLines(catalog: Catalog): Block[] {
  return section(2, 'Which rollout when', list(rolloutChooser(catalog).map(rolloutLine)));
}

function rolloutLine({ entry, when }: ChooserRow<Topic>): Inline[] {
  return [strong(entry.name), `: ${when}`];
}

export function numberLines(numbers: readonly NumberToKnow[], withNotes: boolean): Block[] {
  return section(
    2,
    'Numbers to know',
    list(
      numbers.map(({ number: { name, value, unit, note } }) => [
        `${name}: `,
        strong(`${value}${unitText(unit)}`),
        ...(withNotes ? [`. ${note}`] : []),
      ]),
    ),
  );
}

function byDomain<E>(
  title: string,
  choosers: readonly Chooser<E>[],
  body: (rows: readonly ChooserRow<E>[]) => Block,
): Block[] {
  const parts = choosers
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ domain, rows }) => section(3, domain.name, body(rows)));
  return parts.length > 0 ? [heading(2, title), ...parts] : [];
}

/** "MAE: Every unit of error should cost the same." */
function insteadText(instead: readonly Instead[]): Inline[] {
  return instead.flatMap(({ name, when }, index) => [
    ...(index > 0 ? [' '] : []),
    strong(name),
    `: ${when}`,
  ]);
}

function costText({ cost }: Model): string {
  return `training ${cost.training}, inference ${cost.inference}, memory ${cost.memory}`;
}

function namesOf(entries: readonly { readonly name: string }[]): string {
  return entries.map(({ name }) => name).join(', ');
}
