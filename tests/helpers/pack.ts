/** Small knowledge bases written to a temporary directory for one test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A directory that is gone when the test is over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'mlsd-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export function writePack(files: Readonly<Record<string, string | Buffer>>): string {
  const directory = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return directory;
}

export const topicYaml = (id: string, more = ''): string => `id: ${id}
name: ${id} name
summary: What ${id} is.
sources: [A textbook]
area: training
order: 1
what: A full definition of ${id}.
${more}`;

export const frameworkYaml = (step: string): string => `id: framework
name: Framework
summary: Steps.
about:
  credits: Somebody wrote it.
  audience: Candidates read it.
  coverage: It covers things.
  method: Step by step.
  timing: Every step has its minutes.
totalMinutes: 6
sources: [A textbook]
steps:
${step}`;

export const stepYaml = `  - id: problem
    number: 1
    name: Define the problem
    summary: What is to be built.
    sources: [A textbook]
    minutes: {min: 5, max: 7}
    goal: [Know the goal.]
    checklist:
      - {id: clarify, text: Clarify the goal.}
    deliverable: A problem statement.
`;

export const metricYaml = (id: string, more = ''): string => `id: ${id}
name: ${id} name
summary: What ${id} measures.
sources: [A textbook]
phase: offline
family: ranking
needs: [scores]
definition: A full definition of ${id}.
formula:
  text: ${id} = 1
  tex: g = 1
range: {min: 0, max: 1}
direction: higher
useWhen: [Use ${id} sometimes.]
misleadsWhen: [It says nothing.]
pitfalls: []
${more}`;

export const modelYaml = (id: string, more = ''): string => `id: ${id}
name: ${id} name
summary: What ${id} is.
sources: [A textbook]
family: linear
tasks: [ranking]
how: How ${id} works.
useWhen: [Use ${id} sometimes.]
tradeOffs: [Less for more.]
strengths: [It is strong.]
weaknesses: [It is weak.]
cost: {training: low, inference: low, memory: low, note: Cheap.}
interpretability: {level: high, note: Clear.}
data: {amount: small, kinds: [tabular], note: Little.}
${more}`;

export const domainYaml = (
  id: string,
  metrics: readonly string[],
  models: readonly string[],
): string => `id: ${id}
name: ${id} name
summary: What ${id} is.
sources: [A textbook]
order: 1
goal: Reach it.
metrics: [{id: ${metrics.join('}, {id: ')}}]
models: [{id: ${models.join(', useWhen: Often., tradeOffs: [Few.]}, {id: ')}, useWhen: Often., tradeOffs: [Few.]}]
`;

/** A case of the domain `field` with a point for the step `problem`. */
export const caseYaml = (id: string, more = ''): string => `id: ${id}
name: ${id} name
summary: What ${id} asks for.
sources: [A textbook]
domains: [field]
difficulty: 1
prompt: Build it.
requirements: {functional: [It works.], nonFunctional: [It is fast.]}
facts: [{id: users, asked: [how many users], fact: A million.}]
design: [{step: problem, points: [{name: Goal, text: Know it.}]}]
rubric: [{id: goal, step: problem, level: mid, text: Names the goal., signals: [[goal]]}]
${more}`;

/** A question about the topic `alpha`; the first option is the right one. */
export const questionYaml = (id: string, options: readonly string[]): string => `questions:
  - id: ${id}
    kind: choice
    about: topic/alpha
    difficulty: 1
    prompt: What is it?
    options:
${options.map((text, index) => `      - {text: ${text}, correct: ${index === 0}, why: So.}`).join('\n')}
    explanation: It is so.
    sources: [A textbook]
`;
