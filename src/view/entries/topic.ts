import type { Topic } from '../../core/catalog.ts';
import {
  type Block,
  type Document,
  document,
  formula,
  type Inline,
  list,
  listSection,
  paragraph,
  section,
  strong,
} from '../document.ts';
import { type EntryContext, ending, lookAlikes, namesOf, title } from './shared.ts';

type Technique = Topic['techniques'][number];

export function topicDocument(topic: Topic, context: EntryContext): Document {
  const steps = namesOf(context.catalog, topic.steps);
  return document(
    title(topic, topic.area.replaceAll('-', ' '), steps && `spoken of in: ${steps}`),
    paragraph(topic.what),
    section(
      2,
      'Formulas',
      topic.formulas.map((each) =>
        paragraph(
          ...(each.name ? [`${each.name}: `] : []),
          formula(each),
          ...(each.where ? [` (${each.where})`] : []),
        ),
      ),
    ),
    listSection(2, 'How it is done', topic.procedure, true),
    ...techniqueGroups(topic).map(([group, techniques]) =>
      section(2, group, list(techniques.map(techniqueItem))),
    ),
    listSection(2, 'Use when', topic.useWhen),
    listSection(2, 'Benefits', topic.benefits),
    listSection(2, 'Trade-offs', topic.tradeOffs),
    listSection(2, 'Pitfalls', topic.pitfalls),
    listSection(
      2,
      'Numbers to know',
      topic.numbers.map(({ name, value, unit, note }) => [
        strong(`${name} ${value}${unitText(unit)}`),
        `: ${note}`,
      ]),
    ),
    listSection(2, 'Examples', topic.examples),
    lookAlikes(topic, context),
    ending(topic, context),
  );
}

/** "30 days" and "5%", as it stands after the value. */
export function unitText(unit: string | undefined): string {
  if (unit === undefined) return '';
  return unit.startsWith('%') ? unit : ` ${unit}`;
}

function techniqueGroups(topic: Topic): [string, Technique[]][] {
  const groups = new Map<string, Technique[]>();
  for (const technique of topic.techniques) {
    const group = technique.group ?? 'Techniques';
    groups.set(group, [...(groups.get(group) ?? []), technique]);
  }
  return [...groups];
}

function techniqueItem({ name, aliases, what, useWhen, watchOut }: Technique):
  | {
      line: Inline[];
      under: Block & { type: 'list' };
    }
  | Inline[] {
  const also = aliases.length > 0 ? ` (${aliases.join(', ')})` : '';
  const line: Inline[] = [strong(name), `${also}: ${what}`];
  const under = [
    ...(useWhen ? [`Use when: ${useWhen}`] : []),
    ...(watchOut ? [`Watch out: ${watchOut}`] : []),
  ];
  return under.length > 0 ? { line, under: list(under) } : line;
}
