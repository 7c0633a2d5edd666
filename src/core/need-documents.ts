/** What each entry tells of the needs that it answers, gathered from itself and from all that speak of it. */
import type { Entry, EntryOf, Kind, Question } from './catalog.ts';
import type { NeedDocument } from './need-table.ts';

interface Told {
  readonly parts: readonly string[];
  readonly summary: readonly string[];
  readonly when: readonly string[];
  readonly text: readonly string[];
}

type Sayings = readonly (string | undefined)[];

/** What tells against an entry (pitfalls, weaknesses, when it misleads) is left out: it is no reason to choose it. */
const told: { [K in Kind]: (entry: EntryOf<K>) => Told } = {
  metric: ({ question, useWhen, definition, reading, averaging, needs }) => ({
    parts: [],
    summary: said([question]),
    when: useWhen,
    text: said([definition, averaging, needs.join(', '), ...reading.map(({ meaning }) => meaning)]),
  }),
  model: ({
    tasks,
    useWhen,
    how,
    strengths,
    tradeOffs,
    cost,
    interpretability,
    data,
    ...more
  }) => ({
    parts: tasks,
    summary: [],
    when: useWhen,
    text: said([
      how,
      ...strengths,
      ...tradeOffs,
      cost.note,
      interpretability.note,
      data.note,
      data.kinds.join(', '),
      ...more.examples,
      ...more.tips,
    ]),
  }),
  topic: ({ techniques, useWhen, what, benefits, procedure, examples, numbers, ...more }) => ({
    parts: namesOf(techniques),
    summary: [],
    when: said([...useWhen, ...techniques.map((technique) => technique.useWhen)]),
    text: said([
      what,
      ...techniques.map((technique) => technique.what),
      ...benefits,
      ...procedure,
      ...examples,
      ...numbers.map(({ name, note }) => `${name}: ${note}`),
      ...more.pitfalls,
    ]),
  }),
  domain: ({ goal, tasks, data }) => ({
    parts: namesOf([...tasks, ...data]),
    summary: [goal],
    when: tasks.map(({ what, examples }) => [what, ...examples].join(', ')),
    text: data.map(({ what }) => what),
  }),
  step: ({ goal, checklist, questions, tips, deliverable }) => ({
    parts: [],
    summary: goal,
    when: checklist.map(({ text }) => text),
    text: said([
      ...checklist.flatMap(({ items }) => items),
      ...questions,
      ...tips.map(({ name, text }) => `${name}: ${text}`),
      deliverable,
    ]),
  }),
  case: ({ prompt, requirements }) => ({
    parts: [],
    summary: [prompt],
    when: requirements.functional,
    text: requirements.nonFunctional,
  }),
};

export function needDocuments(
  entries: readonly Entry[],
  questions: readonly Question[],
): NeedDocument[] {
  const chosen = reasonsOfOthers(entries);
  const asked = new Map<string, string[]>();
  for (const { about, prompt } of questions) push(asked, about.split('/')[1] ?? '', prompt);
  return entries.map((entry) => {
    const tell = told[entry.kind] as (entry: Entry) => Told;
    const { parts, summary, when, text } = tell(entry);
    const reasons = chosen.get(entry.id) ?? [];
    return {
      id: entry.id,
      fields: {
        name: said([entry.name, entry.longName, ...entry.aliases]),
        parts,
        asks: entry.asks,
        summary: [entry.summary, ...summary],
        when,
        chosen: reasons,
        asked: asked.get(entry.id) ?? [],
        text,
      },
      sentences: {
        asks: entry.asks,
        reasons: [entry.summary, ...summary, ...when, ...reasons],
      },
    };
  });
}

/** What look-alikes and domains say of when an entry is the right one. */
function reasonsOfOthers(entries: readonly Entry[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const entry of entries) {
    if ('lookAlikes' in entry) {
      for (const { id, chooseThisWhen } of entry.lookAlikes) push(reasons, id, chooseThisWhen);
    }
    if (entry.kind === 'domain') {
      for (const { id, note } of entry.metrics) if (note) push(reasons, id, note);
      for (const { id, useWhen } of entry.models) push(reasons, id, useWhen);
    }
  }
  return reasons;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

function said(sayings: Sayings): string[] {
  return sayings.filter((saying) => saying !== undefined);
}

function namesOf(parts: readonly { name: string; aliases: readonly string[] }[]): string[] {
  return parts.flatMap(({ name, aliases }) => [name, ...aliases]);
}
