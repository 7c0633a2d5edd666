import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { textWidth } from '../../src/view/width.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';

async function run(argv: readonly string[], options: TestOptions = {}) {
  const context = await testContext(options);
  const exitCode = await main(argv, context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

describe('compare', () => {
  test('shows a column for each, then when to choose which', async () => {
    const { exitCode, stdout } = await run(['compare', 'ndcg', 'map', 'mrr']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^NDCG · MAP · MRR\n\nmetric +NDCG +MAP +MRR\n/);
    expect(stdout).toMatch(/When to choose which\n {2}\S NDCG\n {6}\S /);
  });

  test.each([
    ['metrics', ['roc-auc', 'pr-auc']],
    ['models', ['random forest', 'xgboost']],
    ['topics', ['canary', 'shadow', 'blue-green']],
    ['domains', ['nlp', 'retrieval']],
    ['steps', ['1', '5']],
  ])('compares %s', async (_, names) => {
    const { exitCode, stdout } = await run(['compare', ...names]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('When to choose which');
  });

  test.each([40, 60, 80, 120, 200])('keeps within %i columns', async (width) => {
    const argv = ['compare', 'ndcg', 'map', 'mrr', 'precision-at-k', '--width', String(width)];
    const { stdout } = await run(argv);
    expect(stdout.split('\n').filter((line) => textWidth(line) > width)).toEqual([]);
  });

  test('where columns would be too narrow tells field by field', async () => {
    const { stdout } = await run(['compare', 'ndcg', 'map', 'mrr', '--width', '40']);
    expect(stdout).toMatch(/^What\n {2}NDCG: /m);
  });

  test('--json gives the differences by field and id', async () => {
    const { stdout } = await run(['compare', 'ndcg', 'mrr', '--json']);
    const { kind, entries, differences, same, choose } = JSON.parse(stdout);
    expect(kind).toBe('metric');
    expect(entries).toEqual([
      { id: 'ndcg', name: 'NDCG' },
      { id: 'mrr', name: 'MRR' },
    ]);
    expect(differences[0]).toMatchObject({
      field: 'What',
      values: { ndcg: [expect.any(String)], mrr: [expect.any(String)] },
    });
    expect(same).toContain('Range');
    expect(choose.map(({ id }: { id: string }) => id)).toEqual(['ndcg', 'mrr']);
  });

  test.each([
    [
      'different kinds',
      ['ndcg', 'bm25'],
      2,
      /only entries of one kind.*NDCG is a metric, BM25 is a model/,
    ],
    ['one entry', ['ndcg'], 2, /two different entries[\s\S]*mlsd compare ndcg \S+/],
    ['the same entry twice', ['ndcg', 'nDCG@K'], 2, /names NDCG only/],
    ['no entry', [], 2, /missing required argument/],
    [
      'a name that there is not',
      ['ndcg', 'qqqqqqqq'],
      1,
      /nothing is called "qqqqqqqq"[\s\S]*Nearest: /,
    ],
  ])('refuses %s and says why', async (_, names, code, message) => {
    const { exitCode, stdout, stderr } = await run(['compare', ...names]);
    expect(exitCode).toBe(code);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });
});
