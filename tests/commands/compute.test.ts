import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { differences, goldenCases } from '../helpers/golden-metrics.ts';
import { temporaryDirectory } from '../helpers/pack.ts';
import { scriptedPrompts, type } from '../helpers/prompts.ts';

async function compute(argv: readonly string[], options: TestOptions = {}) {
  const context = await testContext(options);
  const exitCode = await main(['compute', ...argv], context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

const rejected = /validate the input|should reject it/;

describe('mlsd compute', () => {
  test('gives every reference value for the inputs as they stand, and refuses what the reference refuses', async () => {
    const wrong: string[] = [];
    for (const { id, metric, inputs, params, expected, error, note } of goldenCases(
      'golden-metrics.json',
    )) {
      const input = JSON.stringify({ ...inputs, ...params });
      const { exitCode, stdout, stderr } = await compute([metric, '--input', input, '--json']);
      if (error || rejected.test(note ?? '')) {
        if (exitCode !== 2 || stdout !== '' || stderr === '') wrong.push(`${id}: not refused`);
        continue;
      }
      const result = JSON.parse(stdout || '{}');
      const tolerance = note?.includes('tolerance 1e-5') ? 1e-5 : 1e-9;
      const value = result.value === 'Infinity' ? Number.POSITIVE_INFINITY : result.value;
      wrong.push(
        ...differences(value, expected, tolerance).map((each) => `${id}: ${each} ${stderr}`),
      );
    }
    expect(wrong).toEqual([]);
  });

  test('takes the fields of a metric as flags and shows value, formula and working', async () => {
    const { exitCode, stdout } = await compute([
      'precision',
      '--true',
      '1,0,1',
      '--predicted',
      '1,1,1',
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Precision = 0\.6666666667\n\nprecision = TP/i);
    expect(stdout).toContain('TP = 2');
  });

  test.each([
    ['--boxes 0,0,2,2 1,1,3,3', 'iou', 1 / 7],
    ['--true 1,0,1 --scores .9,.2,.4', 'roc-auc', 1],
    ['--true=3 --predicted=5', 'mse', 4],
    ['--true 1,-2 --predicted -1,2', 'mae', 3],
    ['--relevance 0,0,1', 'mrr', 1 / 3],
  ])('reads %s', async (flags, metric, value) => {
    const { stdout } = await compute([metric, ...flags.split(' '), '--json']);
    expect(JSON.parse(stdout).value).toBeCloseTo(value, 9);
  });

  test.each([
    ['data.csv', 'true,predicted\n3,2.5\n4,5\n'],
    ['data.tsv', 'true\tpredicted\n3\t2.5\n4\t5\n'],
    ['data.json', '{"y_true": [3, 4], "y_pred": [2.5, 5]}'],
  ])('reads %s', async (name, text) => {
    const workingDirectory = temporaryDirectory();
    writeFileSync(join(workingDirectory, name), text);
    const { stdout } = await compute(['mse', name, '--json'], { workingDirectory });
    expect(JSON.parse(stdout)).toMatchObject({ metric: 'mse', value: 0.625 });
  });

  test('with nothing given in a terminal asks for each field', async () => {
    const prompts = scriptedPrompts([type('3,4'), type('2.5,5')]);
    const { stdout } = await compute(['mse'], { tty: true, prompts });
    prompts.finish();
    expect(stdout).toContain('0.625');
  });

  test.each([
    [
      'unequal lengths',
      ['mse', '--true', '1,2', '--predicted', '1'],
      /predicted has 1 values, true has 2/,
    ],
    ['no number', ['mse', '--true', '1,x', '--predicted', '1,2'], /true at position 2/],
    ['a negative k', ['ndcg', '--relevance', '1,0', '--k', '-1'], /k is -1/],
    [
      'a probability above 1',
      ['log-loss', '--true', '1,0', '--probabilities', '1.2,0'],
      /position 1/,
    ],
    [
      'a field that the metric does not have',
      ['mse', '--tru', '1', '--predicted', '1'],
      /no field "tru"/,
    ],
    ['broken JSON', ['mse', '--input', '{'], /not JSON/],
  ])('%s is told with field and place, exit 2', async (_, argv, message) => {
    const { exitCode, stdout, stderr } = await compute(argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  test('a value that is undefined says so and why, never NaN', async () => {
    const { exitCode, stdout } = await compute(['r2', '--true', '1', '--predicted', '1']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^R².*undefined: /);
    expect(stdout).not.toContain('NaN');
  });

  test('of an unknown metric names those that come near, exit 1', async () => {
    const { exitCode, stderr } = await compute(['preccision', '--true', '1']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Did you mean: precision/);
  });

  test('alone lists what can be computed; with --fields what a metric takes', async () => {
    const all = await compute([]);
    const one = await compute(['ndcg', '--fields']);
    expect(all.stdout).toContain('roc-auc');
    expect(one.stdout).toContain('--relevance');
  });
});
