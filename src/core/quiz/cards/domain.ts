/** Cards about a domain. */
import type { Catalog, Domain, Kind } from '../../catalog.ts';
import { sentences } from '../build.ts';
import type { Card } from '../card.ts';
import type { Part } from '../question.ts';
import { nameCard, recallCards } from './facts.ts';
import { namesOf } from './names.ts';

export function domainCards(domain: Domain, catalog: Catalog): Card[] {
  const { name, goal, summary } = domain;
  const named = (kind: Kind, ids: readonly string[]) => partsOf(catalog, kind, ids);
  return [
    nameCard(domain, catalog, {
      prompt: (clue) => `Which domain of ML is this? ${clue}`,
      explanation: goal,
    }),
    ...recallCards(
      domain,
      { fact: 'metrics', prompt: `${name}: which metrics are in use?`, explanation: summary },
      named(
        'metric',
        domain.metrics.map(({ id }) => id),
      ),
    ),
    ...recallCards(
      domain,
      { fact: 'models', prompt: `${name}: which models are in use?`, explanation: summary },
      named(
        'model',
        domain.models.map(({ id }) => id),
      ),
    ),
    ...recallCards(
      domain,
      { fact: 'tasks', prompt: `${name}: which tasks are typical?`, explanation: goal },
      domain.tasks.map((task) => ({ text: `${task.name}: ${task.what}`, names: namesOf(task) })),
    ),
    ...domain.models.flatMap((use) => modelCards(domain, use, catalog)),
    ...recallCards(
      domain,
      { fact: 'pitfalls', prompt: `${name}: what goes wrong?`, explanation: summary },
      sentences(domain.pitfalls),
    ),
  ];
}

/** When a model is used in this domain, and at what price. */
function modelCards(domain: Domain, use: Domain['models'][number], catalog: Catalog): Card[] {
  const model = catalog.record(use.id);
  if (!model) return [];
  const prompt = `${domain.name}: when do you use ${model.name}, and what does it cost?`;
  return recallCards(domain, { fact: `model-${use.id}`, prompt, explanation: model.summary }, [
    ...sentences([use.useWhen, ...use.tradeOffs]),
  ]);
}

function partsOf(catalog: Catalog, kind: Kind, ids: readonly string[]): Part[] {
  const records = [...new Set(ids)].map((id) => catalog.record(id));
  return records.flatMap((record) =>
    record?.kind === kind ? [{ text: record.name, names: namesOf(record) }] : [],
  );
}
