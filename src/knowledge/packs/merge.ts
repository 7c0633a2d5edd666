/** A knowledge base with a pack put over it. */
import { type Catalog, type Entry, type EntryOf, kinds } from '../../core/catalog.ts';
import type { KnowledgeContents } from '../compile.ts';
import type { LoadedKnowledge } from '../load.ts';
import type { Located } from '../reader.ts';

/** All that a catalog holds. */
export function everythingIn(catalog: Catalog): KnowledgeContents {
  const { framework, questions, plans, scorecard } = catalog;
  return {
    entries: kinds.flatMap((kind) => catalog.all(kind)),
    framework,
    questions,
    plans,
    scorecard,
  };
}

/** Everything of the base, replaced by id and added to by what the pack holds. */
export function withPack(base: KnowledgeContents, pack: LoadedKnowledge): KnowledgeContents {
  const own = valuesOf(pack.entries);
  return {
    entries: listedInDomains(over(base.entries, own), own),
    framework: pack.framework?.value ?? base.framework,
    questions: over(base.questions, valuesOf(pack.questions)),
    plans: over(base.plans, valuesOf(pack.plans)),
    scorecard: pack.scorecard?.value ?? base.scorecard,
  };
}

function valuesOf<T>(all: readonly Located<T>[]): T[] {
  return all.map(({ value }) => value);
}

function over<T extends { readonly id: string }>(base: readonly T[], own: readonly T[]): T[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...base.filter(({ id }) => !ids.has(id)), ...own];
}

/** A metric or model of a pack stands in the domains that it names, though they do not list it. */
function listedInDomains(all: readonly Entry[], own: readonly Entry[]): Entry[] {
  const metrics = own.filter((entry) => entry.kind === 'metric');
  const models = own.filter((entry) => entry.kind === 'model');
  return all.map((entry) =>
    entry.kind === 'domain' ? withMembers(entry, metrics, models) : entry,
  );
}

function withMembers(
  domain: EntryOf<'domain'>,
  metrics: readonly EntryOf<'metric'>[],
  models: readonly EntryOf<'model'>[],
): EntryOf<'domain'> {
  const isNew = (
    { id, domains }: EntryOf<'metric' | 'model'>,
    there: readonly { readonly id: string }[],
  ) => domains.includes(domain.id) && !there.some((member) => member.id === id);
  return {
    ...domain,
    metrics: [
      ...domain.metrics,
      ...metrics.filter((metric) => isNew(metric, domain.metrics)).map(({ id }) => ({ id })),
    ],
    models: [
      ...domain.models,
      ...models
        .filter((model) => isNew(model, domain.models))
        .map(({ id, useWhen: [first = ''], tradeOffs }) => ({ id, useWhen: first, tradeOffs })),
    ],
  };
}
