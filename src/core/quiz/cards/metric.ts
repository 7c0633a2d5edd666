/** Cards about a metric. */
import type { Catalog, Metric } from '../../catalog.ts';
import {
  cardId,
  cardOf,
  choiceQuestion,
  type Predicate,
  sentences,
  subjectOf,
  way,
  whichEntry,
} from '../build.ts';
import type { Card, Way } from '../card.ts';
import { claimsQuestion } from '../claims.ts';
import { metricClaims } from '../metric-claims.ts';
import {
  askableTraits,
  decisiveNeedsOf,
  directionPredicate,
  directionText,
  needPredicate,
  phasePredicate,
  phaseWord,
  traitPredicate,
} from '../metric-predicates.ts';
import { claimText, rangeClaim, rangeText, wrongClaims } from '../metric-range.ts';
import { contrastCards, nameCard, opening, recallCards } from './facts.ts';

export function metricCards(metric: Metric, catalog: Catalog): Card[] {
  const all = catalog.all('metric');
  const predicates = predicatesOf(metric);
  return [
    nameCard(metric, catalog, {
      prompt: (clue) =>
        `Which metric is this? ${clue} (${phaseWord(metric)}; ${directionText(metric)})`,
      explanation: opening(metric.definition),
    }),
    cardOf(metric, 'range', [rangeWay(metric)]),
    cardOf(metric, 'facts', [factsWay(metric, catalog)]),
    ...predicates.map((predicate) =>
      cardOf(metric, predicate.id, [whichEntry(metric, predicate, all, explain(metric))]),
    ),
    ...recallCards(
      metric,
      {
        fact: 'use',
        prompt: `When is ${metric.name} the right metric?`,
        explanation: metric.summary,
      },
      sentences(metric.useWhen),
    ),
    ...recallCards(
      metric,
      {
        fact: 'misleads',
        prompt: `When does ${metric.name} mislead?`,
        explanation: metric.pitfalls.join(' ') || metric.summary,
      },
      sentences(metric.misleadsWhen),
    ),
    ...contrastCards(metric, catalog),
  ];
}

function predicatesOf(metric: Metric): Predicate<Metric>[] {
  const { direction, phase } = metric;
  return [
    ...(direction === 'higher' || direction === 'lower' ? [directionPredicate(direction)] : []),
    ...(phase === 'offline' || phase === 'online' ? [phasePredicate(phase)] : []),
    ...decisiveNeedsOf(metric).map(needPredicate),
    ...askableTraits(metric).map(traitPredicate),
  ];
}

function explain(metric: Metric): string {
  return `${metric.name}: ${metric.summary} ${sentence(rangeText(metric.range))} ${sentence(directionText(metric))}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function rangeWay(metric: Metric): Way {
  return way('choice', (random) => {
    const truth = rangeClaim(metric);
    if (!truth) return undefined;
    const base = {
      card: cardId(metric, 'range'),
      about: subjectOf(metric),
      prompt: `Which values can ${metric.name} take, and which way is better?`,
      explanation:
        metric.reading.map(({ value, meaning }) => `${value}: ${meaning}`).join(' ') ||
        explain(metric),
    };
    const right = { text: claimText(truth), why: explain(metric) };
    return choiceQuestion(base, right, wrongClaims(metric.name, truth, random), random);
  });
}

function factsWay(metric: Metric, catalog: Catalog): Way {
  const base = {
    card: cardId(metric, 'facts'),
    about: subjectOf(metric),
    explanation: explain(metric),
  };
  return way('multiple', (random) => claimsQuestion(base, metricClaims(metric, catalog), random));
}
