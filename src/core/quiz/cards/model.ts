/** Cards about a model. */
import type { Catalog, Model } from '../../catalog.ts';
import { cardOf, sentences, whichEntry } from '../build.ts';
import type { Card } from '../card.ts';
import { modelPredicates } from '../model-predicates.ts';
import { contrastCards, nameCard, opening, recallCards } from './facts.ts';

export function modelCards(model: Model, catalog: Catalog): Card[] {
  const all = catalog.all('model');
  const { name, summary } = model;
  return [
    nameCard(model, catalog, {
      prompt: (clue) => `Which model or method is this? ${clue}`,
      explanation: opening(model.how),
    }),
    ...modelPredicates(model).map(({ predicate, note }) =>
      cardOf(model, predicate.id, [whichEntry(model, predicate, all, `${name}: ${note}`)]),
    ),
    ...recallCards(
      model,
      { fact: 'use', prompt: `When do you use ${name}?`, explanation: summary },
      sentences(model.useWhen),
    ),
    ...recallCards(
      model,
      {
        fact: 'trade-offs',
        prompt: `What are the trade-offs of ${name}?`,
        explanation: `Weak spots: ${model.weaknesses.join(' ')}`,
      },
      sentences(model.tradeOffs),
    ),
    ...contrastCards(model, catalog),
  ];
}
