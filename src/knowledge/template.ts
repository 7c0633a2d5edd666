/** Starting files for new entries: every place to write in is marked, and `check` names those left. */
import { metricFamilies } from '../core/schema/metric.ts';
import { modelFamilies } from '../core/schema/model.ts';
import { topicAreas } from '../core/schema/topic.ts';
import { fillIn, fillInId } from './rules/unfilled.ts';

export const newKinds = ['metric', 'model', 'topic', 'domain', 'case', 'question'] as const;
export type NewKind = (typeof newKinds)[number];

export interface NewEntry {
  readonly id: string;
  readonly name: string;
  /** Ids of the steps that a case has rubric points and design for. */
  readonly steps: readonly string[];
}

interface Template {
  /** Where the file goes in a knowledge base. */
  readonly folder: string;
  text(entry: NewEntry): string;
}

export const templates = {
  metric: { folder: 'metrics', text: metricText },
  model: { folder: 'models', text: modelText },
  topic: { folder: 'topics', text: topicText },
  domain: { folder: 'domains', text: domainText },
  case: { folder: 'cases', text: caseText },
  question: { folder: 'questions', text: questionText },
} as const satisfies Record<NewKind, Template>;

function write(what: string): string {
  return JSON.stringify(`${fillIn} ${what}`);
}

function head({ id, name }: NewEntry): string {
  return `id: ${id}
name: ${JSON.stringify(name)}
aliases: []
summary: ${write('what it is, in one sentence without the name')}`;
}

const foot = `see: []
sources:
  - ${write('textbook, paper or documentation: author, year, title')}
`;

function metricText(entry: NewEntry): string {
  return `${head(entry)}
domains: []
phase: offline                # offline | online | both
family: classification        # ${metricFamilies.slice(0, 6).join(' | ')} …
needs: [true labels, predicted labels]
definition: ${write('the full definition, with its conditions')}
question: ${write('the question it answers, as one would say it aloud')}
formula:
  text: ${write('the formula in plain characters')}
  tex: ${write('the same in TeX')}
range: {min: 0, max: 1}       # null: unbounded
direction: higher             # higher | lower | nearest-zero | depends
traits: []
useWhen:
  - ${write('when it is the right one')}
misleadsWhen:
  - ${write('when it misleads')}
reading: []
pitfalls: []
lookAlikes: []
${foot}`;
}

function modelText(entry: NewEntry): string {
  return `${head(entry)}
domains: []
family: neural                # ${modelFamilies.slice(0, 6).join(' | ')} …
tasks: [classification]
how: ${write('how it works, in one paragraph')}
useWhen:
  - ${write('when to use it')}
tradeOffs:
  - ${write('what it gives for what it takes')}
strengths:
  - ${write('a strength')}
weaknesses:
  - ${write('a weakness')}
cost: {training: medium, inference: medium, memory: medium, note: ${write('where the cost lies')}}
interpretability: {level: medium, note: ${write('what can be explained')}}
data: {amount: medium, kinds: [tabular], note: ${write('what data it needs to be good')}}
tips: []
pitfalls: []
lookAlikes: []
${foot}`;
}

function topicText(entry: NewEntry): string {
  return `${head(entry)}
area: training                # ${topicAreas.slice(0, 6).join(' | ')} …
order: 999
steps: []
what: ${write('the full definition')}
techniques:
  - name: ${write('a technique that can be looked up')}
    what: ${write('what it is')}
useWhen:
  - ${write('when it is called for')}
pitfalls:
  - ${write('what goes wrong')}
lookAlikes: []
${foot}`;
}

function domainText(entry: NewEntry): string {
  return `${head(entry)}
order: 50
goal: ${write('what is to be achieved')}
tasks: []
data: []
metrics:
  - id: ${fillInId}
    note: ${write('what is particular to this domain')}
models:
  - id: ${fillInId}
    useWhen: ${write('when to use it here')}
    tradeOffs:
      - ${write('what it gives and takes here')}
${foot}`;
}

function caseText(entry: NewEntry): string {
  const perStep = (text: (step: string) => string) => entry.steps.map(text).join('\n');
  return `${head(entry)}
domains: [${fillInId}]
difficulty: 3                 # 1 to 5
prompt: ${write('the prompt as an interviewer says it: short, under-specified')}
requirements:
  functional:
    - ${write('what it must do')}
  nonFunctional:
    - ${write('how well: latency, scale, availability')}
facts:
  - id: users
    asked: [how many users]
    fact: ${write('what is told only when asked')}
rubric:
${perStep(
  (step) => `  - id: ${step}-point
    step: ${step}
    level: mid                # mid | senior | staff
    text: ${write('what a good answer says here')}
    signals: [[${write('a term that would be heard')}]]`,
)}
probes: []
twists: []
design:
${perStep(
  (step) => `  - step: ${step}
    points:
      - name: ${write('what it is about')}
        text: ${write('what a strong candidate says')}`,
)}
${foot}`;
}

function questionText({ id }: NewEntry): string {
  const wrong = ['a wrong option', 'a second wrong one', 'a third wrong one'].map(
    (what) => `      - text: ${write(`${what}, alike in length and grammar`)}
        why: ${write('why it is wrong here')}`,
  );
  return `questions:
  - id: ${id}
    kind: scenario            # choice | scenario
    about: topic/${fillInId}
    difficulty: 2             # 1 to 3
    prompt: ${write('a situation with its constraints, and one decision')}
    options:
      - text: ${write('the right option')}
        correct: true
        why: ${write('why it is right here')}
${wrong.join('\n')}
    explanation: ${write('the principle behind it')}
    flip: ${write('what would change the answer')}
    sources:
      - ${write('textbook, paper or documentation')}
`;
}
