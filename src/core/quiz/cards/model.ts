/** Cards about a model. */
import type { Catalog, Model } from '../../catalog.ts';
import { cardId, cardOf, sentences, subjectOf, way, whichEntry } from '../build.ts';
import type { Card, Way } from '../card.ts';
import { claimsQuestion } from '../claims.ts';
import { modelClaims, modelPredicates } from '../model-predicates.ts';
import { contrastCards, nameCard, opening, recallCards } from './facts.ts';

export function modelCards(model: Model, catalog: Catalog): Card[] {
  const all = catalog.all('model');
  const { name, summary } = model;
  return [
    nameCard(model, catalog, {
      prompt: (clue) => `Which model or method is this? ${clue}`,
      explanation: opening(model.how),
    }),
    cardOf(model, 'facts', [factsWay(model)]),
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

function factsWay(model: Model): Way {
  const { summary, interpretability, cost, data } = model;
  const base = {
    card: cardId(model, 'facts'),
    about: subjectOf(model),
    explanation: [summary, interpretability.note, cost.note, data.note].join(' '),
  };
  return way('multiple', (random) => claimsQuestion(base, modelClaims(model), random));
}
