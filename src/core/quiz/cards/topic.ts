/** Cards about a topic and its techniques. */
import type { Catalog, Topic } from '../../catalog.ts';
import { searchKey } from '../../search.ts';
import { cardId, cardOf, fillInQuestion, sentences, subjectOf, way } from '../build.ts';
import { type Card, slug } from '../card.ts';
import { mask, revealsAny } from '../mask.ts';
import { contrastCards, nameCard, opening, orderCards, recallCards } from './facts.ts';
import { namesOf } from './names.ts';

type Technique = Topic['techniques'][number];

export function topicCards(topic: Topic, catalog: Catalog): Card[] {
  const { name, what } = topic;
  return [
    nameCard(topic, catalog, {
      prompt: (clue) => `Which topic of the ML life cycle is this? ${clue}`,
      explanation: opening(what),
    }),
    ...topic.techniques.filter(isTerm).map((technique) => techniqueCard(topic, technique)),
    ...recallCards(
      topic,
      {
        fact: 'techniques',
        prompt: `${name}: which techniques are there?`,
        explanation: opening(what),
      },
      listable(topic.techniques),
    ),
    ...orderCards(
      topic,
      {
        fact: 'procedure',
        prompt: `${name}: what is done in which order?`,
        explanation: opening(what),
      },
      topic.procedure,
    ),
    ...recallCards(
      topic,
      { fact: 'use', prompt: `${name}: when is it used?`, explanation: opening(what) },
      sentences(topic.useWhen),
    ),
    ...recallCards(
      topic,
      {
        fact: 'trade-offs',
        prompt: `${name}: what are the trade-offs?`,
        explanation: opening(what),
      },
      sentences(topic.tradeOffs),
    ),
    ...recallCards(
      topic,
      { fact: 'pitfalls', prompt: `${name}: what goes wrong?`, explanation: opening(what) },
      sentences(topic.pitfalls),
    ),
    ...contrastCards(topic, catalog),
  ];
}

/** More than nine names are a list to look up, not one to know by heart. */
function listable(techniques: readonly Technique[]): { text: string; names: string[] }[] {
  if (techniques.length < 2 || techniques.length > 9) return [];
  return techniques.map((technique) => ({ text: technique.name, names: namesOf(technique) }));
}

/** A term that one can be expected to produce, rather than a description. */
function isTerm({ name, aliases }: Technique): boolean {
  return [name, ...aliases].some((each) => each.split(/\s+/).length <= 3);
}

function techniqueCard(topic: Topic, technique: Technique): Card {
  const fact = `technique-${slug(technique.name)}`;
  const names = namesOf(technique);
  const ask = way('fill-in', () => {
    const prompt = `${topic.name}: which technique or term is this? ${mask(technique.what, names)}`;
    if (revealsAny(prompt, names)) return undefined;
    const explanation = [technique.useWhen, technique.watchOut].filter(Boolean).join(' ');
    const base = {
      card: cardId(topic, fact),
      about: subjectOf(topic),
      prompt,
      explanation: explanation || topic.summary,
    };
    return fillInQuestion(base, technique.name, names, siblings(topic, technique));
  });
  return cardOf(topic, fact, [ask]);
}

function siblings(topic: Topic, technique: Technique) {
  return topic.techniques
    .filter((other) => other !== technique)
    .map((other) => ({
      name: other.name,
      keys: namesOf(other).map(searchKey),
      summary: other.what,
    }));
}
