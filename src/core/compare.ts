/** Entries of one kind side by side: in what they differ, and when to choose which. */
import type { Catalog, Entry, EntryOf, Kind } from './catalog.ts';
import { directionTexts, phaseTexts, rangeText } from './metric-text.ts';

export interface Comparison {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
  readonly differences: readonly Difference[];
  /** Labels of the fields in which there is no difference. */
  readonly same: readonly string[];
  readonly choices: readonly Choice[];
}

export interface Difference {
  readonly label: string;
  /** For each entry what the others do not all have too. */
  readonly values: readonly (readonly string[])[];
}

export interface Choice {
  readonly entry: Entry;
  readonly when: readonly string[];
}

/** Reasons to choose an entry: as many as one keeps in mind. */
const mostReasons = 3;

/** All entries must be of one kind. */
export function compareEntries(entries: readonly Entry[], catalog: Catalog): Comparison {
  const [first] = entries;
  if (!first || entries.some(({ kind }) => kind !== first.kind)) {
    throw new Error('only entries of one kind can be compared');
  }
  const tell = fieldsOf[first.kind] as (entry: Entry, catalog: Catalog) => Fields;
  const told = entries.map((entry) => tell(entry, catalog));
  const all = Object.keys(told[0] ?? {}).map((label) => ({
    label,
    values: withoutShared(told.map((fields) => listOf(fields[label]))),
  }));
  const differs = ({ values }: Difference) => values.some((value) => value.length > 0);
  return {
    kind: first.kind,
    entries,
    differences: all.filter(differs),
    same: all
      .filter((each) => !differs(each))
      .map(({ label }) => label)
      .filter((label) => told.some((fields) => listOf(fields[label]).length > 0)),
    choices: entries.map((entry) => ({ entry, when: reasonsFor(entry, entries) })),
  };
}

/** What a field holds: one text, several, or none. */
type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

function listOf(value: Fields[string]): readonly string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

function withoutShared(values: readonly (readonly string[])[]): string[][] {
  const isShared = (item: string) => values.every((each) => each.includes(item));
  return values.map((items) => items.filter((item) => !isShared(item)));
}

/** What the others say of when to choose it, then its own reasons. */
function reasonsFor(entry: Entry, entries: readonly Entry[]): string[] {
  const ofOthers = entries.flatMap((other) =>
    'lookAlikes' in other
      ? other.lookAlikes.filter(({ id }) => id === entry.id).map((each) => each.chooseThisWhen)
      : [],
  );
  return [...new Set([...ofOthers, ...ownReasons(entry)])].slice(0, mostReasons);
}

function ownReasons(entry: Entry): readonly string[] {
  if (entry.kind === 'topic' && entry.useWhen.length === 0) {
    return entry.techniques.flatMap(({ name, useWhen }) =>
      useWhen ? [`${name}: ${useWhen}`] : [],
    );
  }
  if ('useWhen' in entry) return entry.useWhen;
  return [entry.summary];
}

const fieldsOf: { [K in Kind]: (entry: EntryOf<K>, catalog: Catalog) => Fields } = {
  metric: (metric, catalog) => ({
    What: metric.summary,
    Answers: metric.question,
    Formula: metric.formula.text,
    Range: rangeText(metric.range),
    Direction: directionTexts[metric.direction],
    Phase: phaseTexts[metric.phase],
    Family: words(metric.family),
    Averaging: metric.averaging,
    Needs: metric.needs,
    Traits: metric.traits.map(words),
    'Misleads when': metric.misleadsWhen[0],
    Pitfall: metric.pitfalls[0],
    Domains: names(catalog, metric.domains),
  }),
  model: (model, catalog) => ({
    What: model.summary,
    Family: words(model.family),
    Tasks: model.tasks,
    Training: costText(model.cost.training, model.complexity?.training),
    Inference: costText(model.cost.inference, model.complexity?.inference),
    Memory: model.cost.memory,
    Interpretability: model.interpretability.level,
    'Data needed': model.data.amount,
    'Data kinds': model.data.kinds,
    Strength: model.strengths[0],
    Weakness: model.weaknesses[0],
    Pitfall: model.pitfalls[0],
    Domains: names(catalog, model.domains),
  }),
  topic: (topic, catalog) => ({
    What: topic.summary,
    Area: words(topic.area),
    Techniques: topic.techniques.map(({ name }) => name),
    Benefit: topic.benefits[0],
    'Trade-off': topic.tradeOffs[0],
    Pitfall: topic.pitfalls[0],
    Numbers: topic.numbers.map(({ name, value, unit }) => `${name} ${value}${unitText(unit)}`),
    Steps: names(catalog, topic.steps),
  }),
  domain: (domain, catalog) => ({
    What: domain.summary,
    Goal: domain.goal,
    Tasks: domain.tasks.map(({ name }) => name),
    Data: domain.data.map(({ name }) => name),
    Metrics: names(
      catalog,
      domain.metrics.map(({ id }) => id),
    ),
    Models: names(
      catalog,
      domain.models.map(({ id }) => id),
    ),
    Pitfall: domain.pitfalls[0],
  }),
  step: (step, catalog) => ({
    What: step.summary,
    Minutes: `${step.minutes.min}–${step.minutes.max}`,
    Goal: step.goal,
    'On the board': step.deliverable,
    Fault: step.faults[0],
    Topics: names(catalog, step.topics),
    Metrics: names(catalog, step.metrics),
  }),
  case: (design, catalog) => ({
    What: design.summary,
    Difficulty: `${design.difficulty} of 5`,
    Domains: names(catalog, design.domains),
    'Must do': design.requirements.functional,
    'How well': design.requirements.nonFunctional,
    Pitfall: design.pitfalls[0],
  }),
};

function costText(grade: string, complexity: string | undefined): string {
  return complexity ? `${grade}, ${complexity}` : grade;
}

/** " days", "%": as it stands after the value. */
function unitText(unit: string | undefined): string {
  if (unit === undefined) return '';
  return unit.startsWith('%') ? unit : ` ${unit}`;
}

function words(value: string): string {
  return value.replaceAll('-', ' ');
}

function names(catalog: Catalog, ids: readonly string[]): string[] {
  return ids.map((id) => catalog.record(id)?.name ?? id);
}
