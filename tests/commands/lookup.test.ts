import { describe, expect, test } from 'vitest';
import { runLookup } from '../../src/commands/lookup/run.ts';
import { kinds } from '../../src/core/catalog.ts';
import { main } from '../../src/main.ts';
import { parseQuickLookup } from '../../src/quick.ts';
import { textWidth } from '../../src/view/width.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

async function run(argv: readonly string[], options: TestOptions = {}) {
  const context = await testContext(options);
  const exitCode = await main(argv, context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr, paged: context.paged };
}

describe('a look-up', () => {
  test.each([
    ['its id', ['metric', 'ndcg'], 'NDCG'],
    ['its long name', ['metric', 'normalized', 'discounted', 'cumulative', 'gain'], 'NDCG'],
    ['an alias', ['metric', 'AUC'], 'ROC AUC'],
    ['a sign in its name', ['metric', 'recall@k'], 'Recall@K'],
    ['British spelling', ['topic', 'regularisation'], 'Regularization'],
    ['a plural', ['model', 'random', 'forests'], 'Random forest'],
    ['a unique beginning', ['metric', 'perplex'], 'Perplexity'],
    ['two letters that changed places', ['metric', 'ndgc'], 'NDCG'],
    ['a typo', ['metric', 'presicion'], 'Precision'],
    ['the number of a step', ['step', '5'], 'Evaluation'],
    ['the name of a technique inside it', ['topic', 'SMOTE'], ''],
  ])('finds an entry by %s', async (_, argv, title) => {
    const { exitCode, stdout } = await run(argv);
    expect(exitCode).toBe(0);
    expect(stdout.startsWith(title)).toBe(true);
  });

  test('without the name of a command finds entries of any kind', async () => {
    const { exitCode, stdout } = await run(['canary']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Canary release/);
  });

  test('by a need lists the entries that answer it, each with the reason and what to type', async () => {
    const { exitCode, stdout } = await run(['only', 'the', 'first', 'result', 'matters']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^For "only the first result matters":\n\n1\. MRR \(metric\)\n {3}\S/);
    expect(stdout).toContain('   mlsd metric mrr\n');
    expect(stdout.match(/^\d\. /gm)).toHaveLength(3);
  });

  test('by a need within a kind lists entries of that kind only', async () => {
    const { stdout } = await run(['model', 'only the first result matters', '--json']);
    const { foundBy, results } = JSON.parse(stdout);
    expect(foundBy).toBe('need');
    expect(new Set(results.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['model']));
  });

  test('by a need with a word mistyped finds what the right word finds', async () => {
    const right = await run(['lookup', 'does generated code pass its tests', '--json']);
    const wrong = await run(['lookup', 'does genrated code pass its tests', '--json']);
    expect(JSON.parse(wrong.stdout).results[0].id).toBe(JSON.parse(right.stdout).results[0].id);
  });

  test('by a need --json gives the sentence that speaks for each result', async () => {
    const { stdout } = await run(['lookup', 'only the first result matters', '--json']);
    const { results } = JSON.parse(stdout);
    expect(results[0]).toMatchObject({ kind: 'metric', id: 'mrr', reason: expect.any(String) });
  });

  test.each([40, 80, 200])('by a need keeps within %i columns', async (columns) => {
    const { stdout } = await run(['--width', String(columns), 'the model got worse after launch']);
    expect(stdout.split('\n').filter((line) => textWidth(line) > columns)).toEqual([]);
  });

  test('that finds nothing exits with 1 and names three that come near, on standard error', async () => {
    const { exitCode, stdout, stderr } = await run(['metric', 'qqqqqq']);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^No metric is called "qqqqqq"\.\n/);
    expect(stderr.match(/mlsd metric [a-z0-9-]+/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('of a mistyped command says which command is meant', async () => {
    const { stderr } = await run(['interveiw']);
    expect(stderr).toContain('mlsd interview');
  });

  test('writes nothing that drives the terminal, whatever was typed', async () => {
    const { stderr } = await run(['metric', 'a\u001b[2Jb\u0007']);
    expect(stderr).toContain('"a[2Jb"');
    expect(stderr).not.toContain('\u001b');
  });

  test('--json gives the results, best first, with the fields of the contract', async () => {
    const { stdout } = await run(['lookup', 'precision', '--json']);
    const { query, results } = JSON.parse(stdout);
    expect(query).toBe('precision');
    expect(results[0]).toMatchObject({ kind: 'metric', id: 'precision', name: 'Precision' });
    const scores = results.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  test('--json of a miss is one document with suggestions, and exit code 1', async () => {
    const { exitCode, stdout } = await run(['lookup', 'qqqqqq', '--json']);
    const { results, suggestions } = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(results).toEqual([]);
    expect(suggestions).toHaveLength(3);
  });

  test.each(kinds)('%s --json without a name lists all entries of the kind', async (kind) => {
    const { stdout } = await run([kind, '--json']);
    const { entries } = JSON.parse(stdout);
    expect(entries.map(({ id }: { id: string }) => id)).toEqual(
      shippedCatalog()
        .all(kind)
        .map(({ id }) => id),
    );
  });

  test('metric NAME --json is the entry with all its fields', async () => {
    const { stdout } = await run(['metric', 'mse', '--json']);
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(JSON.stringify(shippedCatalog().get('metric', 'mse'))),
    );
  });

  test('longer than the screen is paged in a terminal, and never with --no-pager', async () => {
    const terminal = { tty: true, rows: 20, columns: 80 };
    const paged = await run(['metric', 'ndcg', '--full'], terminal);
    const plain = await run(['--no-pager', 'metric', 'ndcg', '--full'], terminal);
    expect(paged.paged).toHaveLength(1);
    expect(plain.paged).toHaveLength(0);
    expect(plain.stdout).toContain('NDCG');
  });

  test('the short way says the same as the long way, for every entry', async () => {
    for (const { kind, id } of shippedCatalog().records) {
      for (const argv of [
        [kind, id],
        [kind, id, '--full'],
      ]) {
        const quick = parseQuickLookup(argv)?.lookup;
        const short = await testContext();
        await runLookup(quick ?? { kind, words: [], isJson: true, isFull: false }, short);
        const long = await run(['--color', 'never', ...argv]);
        expect(short.stdout).toBe(long.stdout);
      }
    }
  });

  test('of a metric, model or topic fits one screen, in a terminal and piped alike', async () => {
    const screen = { columns: 80, rows: 24 };
    for (const argv of [
      ['metric', 'ndcg'],
      ['model', 'als'],
      ['topic', 'imbalanced-data'],
    ]) {
      const shown = await run(argv, { ...screen, tty: true, env: { NO_COLOR: '1' } });
      const piped = await run(argv, screen);
      expect(shown.paged).toEqual([]);
      expect(shown.stdout.split('\n').length).toBeLessThanOrEqual(24);
      expect(piped.stdout).toBe(shown.stdout);
    }
  });

  test('fits one screen with the other things that may have been meant', async () => {
    const { stdout, paged } = await run(['calib'], {
      tty: true,
      columns: 80,
      rows: 24,
      env: { NO_COLOR: '1' },
    });
    expect(paged).toEqual([]);
    expect(stdout).toContain('Not this? mlsd ');
  });

  test('with --full shows what the one screen leaves out', async () => {
    const { stdout } = await run(['metric', 'ndcg', '--full']);
    expect(stdout).toContain('Pitfalls');
    expect(stdout).toContain('Sources');
  });

  test.each([
    [['quiz'], undefined],
    [['metric'], undefined],
    [['metric', 'mse', '--width', '60'], undefined],
    [['--help'], undefined],
    [['metric', 'mse', '--json'], { kind: 'metric', words: ['mse'], isJson: true, isFull: false }],
    [
      ['cold', 'start'],
      { kind: undefined, words: ['cold', 'start'], isJson: false, isFull: false },
    ],
    [['lookup', 'auc'], { kind: undefined, words: ['auc'], isJson: false, isFull: false }],
    [['mse', '--full'], { kind: undefined, words: ['mse'], isJson: false, isFull: true }],
  ])('%j takes the short way: %j', (argv, options) => {
    expect(parseQuickLookup(argv)?.lookup).toEqual(options);
  });

  test.each([
    [['--pack', 'a', 'mse', '--pack', 'b'], { pack: ['a', 'b'], dataDir: undefined }],
    [['metric', '--data-dir', 'here', 'mse'], { pack: [], dataDir: 'here' }],
    [['mse', '--pack'], undefined],
    [['mse', '--pack=a'], undefined],
    [['mse', '--pack', '--json'], undefined],
  ])('%j takes its places along: %j', (argv, places) => {
    expect(parseQuickLookup(argv)?.places).toEqual(places);
  });
});

describe('a word that may be a command with a typo', () => {
  test.each([
    ['intervew', 'interview'],
    ['compre', 'compare'],
  ])('%s names the command beside what comes near', async (word, command) => {
    const { exitCode, stderr } = await run([word]);
    expect(exitCode).toBe(0);
    expect(stderr).toBe(`Or the command: mlsd ${command} (see mlsd --help)\n`);
  });

  test.each([[['ndcg']], [['metric', 'compre']], [['intervew', '--json']]])(
    '%j is taken as it is',
    async (argv) => {
      expect((await run(argv)).stderr).not.toContain('Or the command');
    },
  );
});
