import type { Domain } from '../../core/catalog.ts';
import {
  type Block,
  type Document,
  document,
  type Inline,
  list,
  listSection,
  section,
  strong,
} from '../document.ts';
import { type EntryContext, ending, nameOf, title } from './shared.ts';

export function domainDocument(domain: Domain, context: EntryContext): Document {
  return document(
    title(domain),
    section(2, 'Goal', { type: 'paragraph', children: [{ type: 'text', value: domain.goal }] }),
    listSection(
      2,
      'Tasks',
      domain.tasks.map(({ name, what, examples }) => [
        strong(name),
        `: ${what}${examples.length > 0 ? ` For example ${examples.join(', ')}.` : ''}`,
      ]),
    ),
    listSection(
      2,
      'Data',
      domain.data.map(({ name, what }) => [strong(name), `: ${what}`]),
    ),
    ...grouped(domain.metrics, 'Metrics').map(([group, metrics]) =>
      section(2, group, list(metrics.map((metric) => metricItem(metric, context)))),
    ),
    ...grouped(domain.models, 'Models').map(([group, models]) =>
      section(2, group, list(models.map((model) => modelItem(model, context)))),
    ),
    listSection(2, 'Pitfalls', domain.pitfalls),
    ending(domain, context),
  );
}

/** Under the heading of its group: "Ranking metrics". */
function grouped<T extends { group?: string | undefined }>(
  members: readonly T[],
  heading: string,
): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const title = member.group ? `${member.group} ${heading.toLowerCase()}` : heading;
    groups.set(title, [...(groups.get(title) ?? []), member]);
  }
  return [...groups];
}

function metricItem({ id, note }: Domain['metrics'][number], { catalog }: EntryContext): Inline[] {
  return [strong(nameOf(catalog, id)), `: ${note ?? catalog.record(id)?.summary ?? ''}`];
}

function modelItem(
  { id, useWhen, tradeOffs }: Domain['models'][number],
  { catalog }: EntryContext,
): { line: Inline[]; under: Block & { type: 'list' } } {
  return { line: [strong(nameOf(catalog, id)), `: ${useWhen}`], under: list([...tradeOffs]) };
}
