/** Every card of an entry: made from its fields, or written by hand. */
import type { Catalog, Entry, EntryOf, IndexRecord, Kind } from '../../catalog.ts';
import type { Card } from '../card.ts';
import { authoredBySubject, authoredCard } from './authored.ts';
import { caseCards } from './case.ts';
import { domainCards } from './domain.ts';
import { metricCards } from './metric.ts';
import { modelCards } from './model.ts';
import { skillCards } from './skill.ts';
import { stepCards } from './step.ts';
import { topicCards } from './topic.ts';

const makers = {
  metric: metricCards,
  model: modelCards,
  topic: topicCards,
  domain: domainCards,
  step: stepCards,
  case: caseCards,
} as const satisfies { [K in Kind]: (entry: EntryOf<K>, catalog: Catalog) => Card[] };

export interface Deck {
  /** The cards of an entry, in a fixed order; made on first use. */
  cardsOf(record: Pick<IndexRecord, 'kind' | 'id'>): readonly Card[];
  /** The card with this id, if the knowledge still has it. */
  card(id: string): Card | undefined;
}

export function createDeck(catalog: Catalog): Deck {
  const made = new Map<string, readonly Card[]>();
  let authored: ReturnType<typeof authoredBySubject> | undefined;

  function cardsOf({ kind, id }: Pick<IndexRecord, 'kind' | 'id'>): readonly Card[] {
    const key = `${kind}/${id}`;
    let cards = made.get(key);
    if (!cards) {
      authored ??= authoredBySubject(catalog.questions);
      const entry = catalog.get(kind, id);
      const written = (authored.get(key) ?? []).flatMap(
        (each) => authoredCard(each, catalog) ?? [],
      );
      cards = entry ? [...generated(entry, catalog), ...written] : [];
      made.set(key, cards);
    }
    return cards;
  }
  return {
    cardsOf,
    card(id) {
      const [key = ''] = id.split('#');
      const [kind = '', entry = ''] = key.split('/');
      return cardsOf({ kind: kind as Kind, id: entry }).find((card) => card.id === id);
    },
  };
}

/** The table pairs each kind with its own entry; TypeScript cannot follow that by itself. */
function generated(entry: Entry, catalog: Catalog): Card[] {
  const make = makers[entry.kind] as (entry: Entry, catalog: Catalog) => Card[];
  return [...make(entry, catalog), ...skillCards(entry)];
}
