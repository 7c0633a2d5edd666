import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/commands/doctor/checks.ts';
import { KnowledgeError } from '../../src/errors.ts';
import { historyFile, openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

const clock = { now: () => 0, monotonic: () => 0 };

async function run(options: TestOptions & { readonly argv?: readonly string[] } = {}) {
  const dataDirectory = options.dataDirectory ?? temporaryDirectory();
  const history = () => openHistory(dataDirectory, clock);
  const context = await testContext({ history, ...options, dataDirectory });
  const code = await main(['doctor', ...(options.argv ?? [])], context);
  return { code, stdout: context.stdout, stderr: context.stderr };
}

async function statusOf(id: string, options: TestOptions = {}) {
  const { code, stdout } = await run({ ...options, argv: ['--json'] });
  const { checks } = JSON.parse(stdout);
  return { code, ...checks.find((check: { id: string }) => check.id === id) };
}

describe('mlsd doctor', () => {
  test('where all is well says so, within 60 columns, and makes no history', async () => {
    const { code, stdout } = await run({ tty: true, columns: 60, env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Terminal +ok +60 columns, no color, Unicode\.$/m);
    expect(stdout).toMatch(/^History +ok +Nothing practiced yet\.$/m);
    expect(stdout).toMatch(/Nothing is wrong\.\n$/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('in a pipe notes that nothing can be asked', async () => {
    expect(await statusOf('terminal')).toMatchObject({ code: 0, status: 'note' });
  });

  test('counts what is in the history', async () => {
    const dataDirectory = temporaryDirectory();
    openHistory(dataDirectory, clock).close();
    const { status, says } = await statusOf('history', { dataDirectory });
    expect({ status, says: says[0] }).toEqual({ status: 'ok', says: '0 answers, 0 interviews.' });
  });

  test('finds a file that is no database and says how to go on', async () => {
    const dataDirectory = temporaryDirectory();
    writeFileSync(join(dataDirectory, historyFile), 'no database '.repeat(1000));
    const found = await statusOf('history', { dataDirectory });
    expect(found).toMatchObject({ code: 1, status: 'problem' });
    expect(found.says[0]).toContain('your history is damaged');
    expect(found.fix).toMatch(/Rename that file/);
  });

  test('finds wrong settings', async () => {
    const found = await statusOf('settings', { settings: '{"level": "king"}' });
    expect(found).toMatchObject({ code: 1, status: 'problem' });
    expect(found.fix).toBe('It takes mid, senior or staff.');
  });

  test('finds a pack with errors, and goes on with the other checks', async () => {
    const broken = await testContext({ dataDirectory: temporaryDirectory() });
    const error = new KnowledgeError('a pack has errors', 'Run mlsd check DIR.');
    const context = { ...broken, knowledge: () => Promise.reject(error) };
    expect(await checks.knowledge.look(context)).toEqual({
      status: 'problem',
      says: ['a pack has errors'],
      fix: 'Run mlsd check DIR.',
    });
  });

  test('finds a file where the data directory should be', async () => {
    const parent = join(temporaryDirectory(), 'taken');
    writeFileSync(parent, '');
    const found = await statusOf('data', { dataDirectory: join(parent, 'mlsd') });
    expect(found).toMatchObject({ code: 1, status: 'problem' });
    expect(found.says[0]).toBe(`${parent} is no directory that can be written.`);
  });
});
