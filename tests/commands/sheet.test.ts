import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { textWidth } from '../../src/view/width.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function run(argv: readonly string[], options: TestOptions = {}) {
  const context = await testContext(options);
  const exitCode = await main(['sheet', ...argv], context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

describe('a sheet', () => {
  test('without a topic: the list of sheets there are', async () => {
    const { exitCode, stdout } = await run([]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('recommendation');
    expect(stdout).toContain('feature-engineering');
  });

  test('of a domain holds its metrics and models', async () => {
    const { stdout } = await run(['retrieval', '--format', 'json']);
    const { domains, metrics, models } = JSON.parse(stdout);
    const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
    expect(ids(domains)).toEqual(['retrieval']);
    expect(ids(metrics)).toContain('hit-rate');
    expect(ids(models)).toContain('bm25');
  });

  test('of an area, a step, the framework or one entry is found by name', async () => {
    for (const topic of ['monitoring', 'step 5', 'framework', 'ndcg', 'metrics']) {
      const { exitCode, stdout } = await run([topic]);
      expect(exitCode).toBe(0);
      expect(stdout.length).toBeGreaterThan(200);
    }
  });

  test.each([
    ['choosers', ['# Which one when', '| Metric', '| Model', '| Rollout', '## Metrics by trait']],
    ['night-before', ['# The night before', '### 1 Define the problem', '## Numbers to know']],
    ['two-pages', ['# Everything on two pages', '## Which rollout when', '**ranking**']],
    ['two pages', ['# Everything on two pages']],
  ])('%s is put together from fields of many entries', async (topic, parts) => {
    const { stdout } = await run([topic, '--format', 'markdown']);
    for (const part of parts) expect(stdout).toContain(part);
  });

  test('that is put together and a domain stand under one title', async () => {
    const { stdout } = await run(['choosers', 'retrieval', '--format', 'markdown']);
    expect(stdout).toMatch(/^# Which one when · Retrieval\n/);
    expect(stdout).toContain('\n## Which one when\n');
    expect(stdout).toContain('\n## Retrieval\n');
  });

  test('that is put together says in JSON what to choose when', async () => {
    const { stdout } = await run(['choosers', '--format', 'json']);
    const { choosers } = JSON.parse(stdout);
    const [regression] = choosers.metrics;
    expect(regression.domain).toBe('regression');
    expect(regression.rows[0]).toMatchObject({ id: 'mse', name: 'MSE', when: expect.any(String) });
    expect(choosers.rollouts.length).toBeGreaterThan(3);
    expect(choosers.numbers.length).toBeGreaterThan(50);
  });

  test('that is put together fits 40 columns', async () => {
    for (const topic of ['choosers', 'night-before', 'two-pages']) {
      const { stdout } = await run([topic, '--width', '40']);
      expect(stdout.split('\n').filter((line) => textWidth(line) > 40)).toEqual([]);
    }
  });

  test('of several topics stands under one title', async () => {
    const { stdout } = await run(['ndcg', 'mrr', '--format', 'markdown']);
    expect(stdout).toMatch(/^# NDCG · MRR\n/);
  });

  test('that there is not says which come near, and exits with 1', async () => {
    const { exitCode, stderr } = await run(['monitorng-and-more-words']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('There is no sheet');
  });

  test('--all --format json is the whole knowledge base', async () => {
    const { stdout } = await run(['--all', '--format', 'json']);
    const { metrics, models, topics, domains, steps, cases, questions, plans } = JSON.parse(stdout);
    const catalog = shippedCatalog();
    const entries = [metrics, models, topics, domains, steps, cases].flat();
    expect(entries).toHaveLength(catalog.records.length);
    expect(questions).toHaveLength(catalog.questions.length);
    expect(plans).toHaveLength(catalog.plans.length);
  });

  test.each([40, 80, 200])('--all fits %i columns', async (width) => {
    const { stdout } = await run(['--all', '--width', String(width)]);
    const wide = stdout.split('\n').filter((line) => textWidth(line) > width);
    expect(stdout.length).toBeGreaterThan(100_000);
    expect(wide).toEqual([]);
  });

  test('in a locale without Unicode is ASCII, and still fits', async () => {
    const { stdout } = await run(['--all', '--width', '40'], { env: { LC_ALL: 'C' } });
    expect(stdout.split('\n').filter((line) => textWidth(line) > 40)).toEqual([]);
    expect(stdout.match(/[\u0250-\uffff]/g) ?? []).toEqual([]);
  });

  test('piped is plain: no color, no glyph that carries meaning', async () => {
    const { stdout } = await run(['ndcg']);
    expect(stdout).not.toMatch(/[•─]/);
    expect(stdout).not.toContain('\u001b');
  });

  test('in a terminal has color, unless NO_COLOR is set', async () => {
    const terminal = { tty: true, rows: 10_000 };
    const colored = await run(['ndcg'], terminal);
    const plain = await run(['ndcg'], { ...terminal, env: { NO_COLOR: '1' } });
    expect(colored.stdout).toContain('\u001b[');
    expect(plain.stdout).not.toContain('\u001b[');
  });

  test('--output writes a file and says so on standard error', async () => {
    const directory = temporaryDirectory();
    const { stdout, stderr } = await run(['ndcg', '--format', 'markdown', '--output', 'n.md'], {
      workingDirectory: directory,
    });
    expect(stdout).toBe('');
    expect(stderr).toBe('Written to n.md\n');
    expect(readFileSync(join(directory, 'n.md'), 'utf8')).toMatch(/^# NDCG/);
  });

  test.each([
    ['n.md', /^# NDCG/],
    ['n.html', /^<!doctype html>/],
    ['n.json', /^\{/],
    ['n.txt', /^NDCG/],
  ])('--output %s is written in the format of its ending', async (name, start) => {
    const directory = temporaryDirectory();
    await run(['ndcg', '--output', name], { workingDirectory: directory });
    expect(readFileSync(join(directory, name), 'utf8')).toMatch(start);
  });

  test('--output to a place that is not there says what to do', async () => {
    const { exitCode, stderr } = await run(['ndcg', '--output', 'no/such/dir/n.md'], {
      workingDirectory: temporaryDirectory(),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/could not be written[\s\S]*another file/);
  });
});
