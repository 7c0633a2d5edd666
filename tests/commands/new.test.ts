import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newKindChoices } from '../../src/commands/new/command.ts';
import { newKinds } from '../../src/knowledge/template.ts';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function run(workingDirectory: string, ...argv: string[]) {
  const context = await testContext({ workingDirectory });
  const exitCode = await main(argv, context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

/** Writes something at every marked place, as a person would. */
function fillIn(path: string, ids: Readonly<Record<string, string>> = {}): void {
  let count = 0;
  let text = readFileSync(path, 'utf8').replace(/"FILL IN: ([^"]*)"/g, () => {
    count += 1;
    return JSON.stringify(
      `Words of our own for place ${count} in ${path.split('/').at(-1)}`.slice(0, 60),
    );
  });
  for (const [mark, id] of Object.entries(ids)) text = text.replace(mark, id);
  writeFileSync(path, text);
}

describe('mlsd new', () => {
  test('knows the kinds that have a template', () => {
    expect([...newKindChoices]).toEqual([...newKinds]);
  });

  test('writes a file named after the entry and says what to do next', async () => {
    const directory = temporaryDirectory();
    const { exitCode, stdout, stderr } = await run(
      directory,
      'new',
      'metric',
      'Recall',
      '@',
      'Précision',
      '--pack',
      'mine',
    );
    expect(exitCode).toBe(0);
    expect(stdout).toBe('mine/metrics/recall-at-precision.yaml\n');
    expect(stderr).toContain('mlsd check mine');
  });

  test('never writes over a file', async () => {
    const directory = temporaryDirectory();
    await run(directory, 'new', 'topic', 'alpha');
    const { exitCode, stderr } = await run(directory, 'new', 'topic', 'alpha');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('topics/alpha.yaml exists already');
  });

  test.each(newKinds)('a new %s is told by check to be filled in, place by place', async (kind) => {
    const directory = temporaryDirectory();
    await run(directory, 'new', kind, 'alpha');
    const { exitCode, stdout } = await run(directory, 'check', '.', '--json');
    const rules = JSON.parse(stdout).problems.map(({ rule }: { rule: string }) => rule);
    expect(exitCode).toBe(3);
    expect(rules.filter((rule: string) => rule === 'unfilled').length).toBeGreaterThan(3);
    expect(
      rules.filter((rule: string) => !['unfilled', 'unknown-id', 'unused-entry'].includes(rule)),
    ).toEqual([]);
  });

  test.each(['metric', 'model', 'topic'])(
    'a new %s passes check once it is filled in',
    async (kind) => {
      const directory = temporaryDirectory();
      await run(directory, 'new', kind, 'alpha');
      fillIn(join(directory, `${kind}s`, 'alpha.yaml'));
      const { exitCode, stdout } = await run(directory, 'check', '.', '--json');
      const errors = JSON.parse(stdout).problems.filter(
        ({ severity }: { severity: string }) => severity === 'error',
      );
      expect(errors).toEqual([]);
      expect(exitCode).toBe(0);
    },
  );

  test('a new question passes check once it is filled in and names its entry', async () => {
    const directory = temporaryDirectory();
    await run(directory, 'new', 'topic', 'alpha');
    await run(directory, 'new', 'question', 'alpha-choice');
    fillIn(join(directory, 'topics/alpha.yaml'));
    fillIn(join(directory, 'questions/alpha-choice.yaml'), { 'topic/fill-in': 'topic/alpha' });
    const { exitCode } = await run(directory, 'check', '.', '--json');
    expect(exitCode).toBe(0);
  });
});
