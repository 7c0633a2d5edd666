/** What each kind of entry puts on one screen. */
import type { EntryOf, Metric, Model, Topic } from '../../core/catalog.ts';
import { directionTexts, phaseTexts, rangeText } from '../../core/metric-text.ts';
import { searchKey } from '../../core/search.ts';
import { familyName } from './metric.ts';
import { unitText } from './topic.ts';

export type ShortKind = 'metric' | 'model' | 'topic';

export interface Short {
  /** The most telling first. */
  readonly facts: readonly Fact[];
  readonly use: readonly string[];
  readonly watch: { readonly title: string; readonly items: readonly string[] };
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly isCode?: boolean;
}

/** `query` is what was typed: of a topic it may name one technique. */
export const shorts: { [K in ShortKind]: (entry: EntryOf<K>, query: string) => Short } = {
  metric: metricShort,
  model: modelShort,
  topic: topicShort,
};

function metricShort(metric: Metric): Short {
  return {
    facts: [
      { label: 'Metric', value: `${phaseTexts[metric.phase]}, ${familyName(metric.family)}` },
      { label: 'Formula', value: metric.formula.text, isCode: true },
      { label: 'Range', value: `${rangeText(metric.range)}, ${directionTexts[metric.direction]}` },
      { label: 'Needs', value: metric.needs.join(', ') },
    ],
    use: metric.useWhen,
    watch: { title: 'Misleads when', items: metric.misleadsWhen },
  };
}

function modelShort(model: Model): Short {
  const { cost, data, weaknesses, pitfalls } = model;
  const costs = `training ${cost.training}, inference ${cost.inference}, memory ${cost.memory}`;
  return {
    facts: [
      { label: 'Model', value: `${familyName(model.family)}: ${model.tasks.join(', ')}` },
      { label: 'How', value: model.how },
      { label: 'Cost', value: `${costs}; interpretability ${model.interpretability.level}` },
      { label: 'Data', value: `${data.amount} amounts of ${data.kinds.join(', ')} data` },
    ],
    use: model.useWhen,
    watch: {
      title: 'Watch out',
      items: [...weaknesses.slice(0, 1), ...pitfalls, ...weaknesses.slice(1)],
    },
  };
}

function topicShort(topic: Topic, query: string): Short {
  const { techniques, numbers } = topic;
  const asked = techniques.find(({ name, aliases }) =>
    [name, ...aliases].some((each) => searchKey(each) === searchKey(query)),
  );
  return {
    facts: [
      { label: 'Topic', value: topic.area.replaceAll('-', ' ') },
      asked
        ? { label: 'Of these', value: `${asked.name}: ${asked.what}` }
        : { label: 'What', value: topic.what },
      { label: 'Techniques', value: techniques.map(({ name }) => name).join(', ') },
      {
        label: 'Numbers',
        value: numbers
          .map(({ name, value, unit }) => `${name} ${value}${unitText(unit)}`)
          .join('; '),
      },
    ],
    use: firstSaid(asked?.useWhen, topic.useWhen, saidOf(techniques, 'useWhen')),
    watch: {
      title: 'Watch out',
      items: firstSaid(
        asked?.watchOut,
        [...topic.pitfalls, ...topic.tradeOffs],
        saidOf(techniques, 'watchOut'),
      ),
    },
  };
}

/** What is said of the technique asked for, then of the topic, then of its techniques. */
function firstSaid(
  ofAsked: string | undefined,
  ofTopic: readonly string[],
  ofTechniques: readonly string[],
): string[] {
  const first = ofAsked ? [ofAsked] : [];
  return [...first, ...(ofTopic.length > 0 ? ofTopic : ofTechniques)];
}

function saidOf(techniques: Topic['techniques'], field: 'useWhen' | 'watchOut'): string[] {
  return techniques.flatMap((technique) => {
    const said = technique[field];
    return said ? [`${technique.name}: ${said}`] : [];
  });
}
