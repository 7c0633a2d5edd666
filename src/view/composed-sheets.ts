/** Sheets that are put together from fields of many entries. */
import type { Catalog, Kind, Step } from '../core/catalog.ts';
import { numbersToKnow } from '../core/choosers.ts';
import type { ComposedSheet } from '../core/sheet.ts';
import {
  metricLines,
  metricTables,
  modelLines,
  modelTables,
  numberLines,
  propertyTables,
  rolloutLines,
  rolloutTable,
} from './choosers.ts';
import {
  type Block,
  bars,
  type Document,
  document,
  heading,
  list,
  paragraph,
  section,
  strong,
} from './document.ts';
import { familyName } from './entries/metric.ts';
import { minutesText } from './entries/step.ts';

const makers: Record<ComposedSheet, (catalog: Catalog, title: string) => Document> = {
  choosers: (catalog, title) =>
    document(
      heading(1, title),
      metricTables(catalog),
      modelTables(catalog),
      rolloutTable(catalog),
      propertyTables(catalog),
    ),
  'night-before': (catalog, title) =>
    document(
      heading(1, title),
      frameworkInMinutes(catalog),
      metricLines(catalog, { perGroup: 4 }),
      modelLines(catalog, { perGroup: 3 }),
      rolloutLines(catalog),
      numberLines(numbersToKnow(catalog, 3), true),
    ),
  'two-pages': (catalog, title) =>
    document(
      heading(1, title),
      framework(catalog),
      metricLines(catalog, { perGroup: 3 }),
      modelLines(catalog, { perGroup: 3 }),
      rolloutLines(catalog),
      numberLines(numbersToKnow(catalog, 1), false),
      namesByGroup(catalog),
    ),
};

export function composedDocument(sheet: ComposedSheet, catalog: Catalog, title: string): Document {
  return makers[sheet](catalog, title);
}

/** The minutes as bars, then what is done and said in each step. */
function frameworkInMinutes(catalog: Catalog): Block[] {
  const steps = catalog.all('step');
  const minutes = bars('Minutes of each step', {
    series: ['Minutes'],
    rows: steps.map(({ number, name, minutes: range }) => ({
      label: `${number} ${name}`,
      values: [{ value: range.max, text: minutesText(range) }],
    })),
  });
  return [
    heading(2, `${catalog.framework.name}: ${catalog.framework.totalMinutes} minutes`),
    ...(minutes ? [minutes] : []),
    ...steps.flatMap((step) => [
      heading(3, `${step.number} ${step.name}, ${minutesText(step.minutes)}`),
      list(step.checklist.map(({ text }) => text)),
      paragraph(strong('On the board: '), step.deliverable),
    ]),
  ];
}

function framework(catalog: Catalog): Block[] {
  return section(
    2,
    `${catalog.framework.name}: ${catalog.framework.totalMinutes} minutes`,
    list(catalog.all('step').map(stepItem), true),
  );
}

function stepItem({ name, minutes, checklist }: Step) {
  return {
    line: [strong(name), `, ${minutesText(minutes)}`],
    under: list(checklist.map(({ text }) => text)),
  };
}

/** The names of all metrics, models and topics, by family or area. */
function namesByGroup(catalog: Catalog): Block[] {
  const rows = (['metric', 'model', 'topic'] as const satisfies readonly Kind[]).flatMap((kind) => {
    const groups = new Map<string, string[]>();
    for (const { group, name } of catalog.records.filter((record) => record.kind === kind)) {
      groups.set(group, [...(groups.get(group) ?? []), name]);
    }
    return [
      heading(3, `${kind[0]?.toUpperCase()}${kind.slice(1)}s`),
      ...[...groups].map(([group, names]) =>
        paragraph(strong(familyName(group)), `: ${names.join(', ')}`),
      ),
    ];
  });
  return [heading(2, 'All there is to look up'), ...rows];
}
