import type { Metric } from '../../core/catalog.ts';
import { directionTexts, phaseTexts, rangeText } from '../../core/metric-text.ts';
import {
  type Block,
  codeBlock,
  type Document,
  document,
  emphasis,
  fields,
  formula,
  listSection,
  paragraph,
  section,
  strong,
} from '../document.ts';
import { valueText } from '../number.ts';
import { type EntryContext, ending, lookAlikes, namesOf, title } from './shared.ts';

export function metricDocument(metric: Metric, context: EntryContext): Document {
  return document(
    title(metric, phaseTexts[metric.phase], familyName(metric.family)),
    metric.question ? { type: 'paragraph', children: [emphasis(metric.question)] } : undefined,
    { type: 'paragraph', children: [{ type: 'text', value: metric.definition }] },
    facts(metric, context),
    listSection(2, 'Use when', metric.useWhen),
    listSection(2, 'Misleads when', metric.misleadsWhen),
    listSection(
      2,
      'Reading it',
      metric.reading.map(({ value, meaning }) => [strong(value), `: ${meaning}`]),
    ),
    listSection(2, 'Pitfalls', metric.pitfalls),
    example(metric),
    lookAlikes(metric, context),
    ending(metric, context),
  );
}

/** The story, the value, and the working as one would write it on a whiteboard. */
function example({ name, example: worked }: Metric): Block[] {
  if (!worked) return [];
  const { story, value, steps = [] } = worked;
  const result = value === undefined ? [] : [paragraph(strong(`${name} = ${valueText(value)}`))];
  return section(2, 'Example', [
    paragraph(story),
    ...result,
    ...(steps.length > 0 ? [codeBlock(steps)] : []),
  ]);
}

function facts(metric: Metric, { catalog }: EntryContext): Block | undefined {
  return fields([
    ['Formula', formula(metric.formula)],
    ['Where', metric.formula.where],
    ['Range', `${rangeText(metric.range)}, ${directionTexts[metric.direction]}`],
    ['Averaging', metric.averaging],
    ['Needs', metric.needs.join(', ')],
    ['Traits', metric.traits.map((trait) => trait.replaceAll('-', ' ')).join(', ')],
    ['Domains', namesOf(catalog, metric.domains)],
  ]);
}

export function familyName(family: string): string {
  return family.replaceAll('-', ' ');
}
