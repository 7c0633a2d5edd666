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

export function writePack(files: Readonly<Record<string, string>>): string {
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
