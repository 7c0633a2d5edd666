import type { Model } from '../../core/catalog.ts';
import {
  type Block,
  type Document,
  document,
  fields,
  listSection,
  paragraph,
} from '../document.ts';
import { familyName } from './metric.ts';
import { type EntryContext, ending, lookAlikes, namesOf, title } from './shared.ts';

export function modelDocument(model: Model, context: EntryContext): Document {
  return document(
    title(model, familyName(model.family)),
    paragraph(model.how),
    facts(model, context),
    listSection(2, 'Use when', model.useWhen),
    listSection(2, 'Trade-offs', model.tradeOffs),
    listSection(2, 'Strengths', model.strengths),
    listSection(2, 'Weaknesses', model.weaknesses),
    listSection(2, 'Tips', model.tips),
    listSection(2, 'Pitfalls', model.pitfalls),
    listSection(2, 'Examples', model.examples),
    lookAlikes(model, context),
    ending(model, context),
  );
}

function facts(model: Model, { catalog }: EntryContext): Block | undefined {
  const { cost, complexity, interpretability, data } = model;
  const big = [
    complexity?.training ? `training ${complexity.training}` : '',
    complexity?.inference ? `inference ${complexity.inference}` : '',
  ].filter((part) => part !== '');
  return fields([
    ['Tasks', model.tasks.join(', ')],
    ['Data', `${data.amount} amounts of ${data.kinds.join(', ')} data. ${data.note}`],
    [
      'Cost',
      `training ${cost.training}, inference ${cost.inference}, memory ${cost.memory}. ${cost.note}`,
    ],
    ['Complexity', big.join(', ')],
    ['Interpretable', `${interpretability.level}. ${interpretability.note}`],
    ['Domains', namesOf(catalog, model.domains)],
  ]);
}
