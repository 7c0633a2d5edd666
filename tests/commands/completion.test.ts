import { describe, expect, test } from 'vitest';
import { shellChoices } from '../../src/commands/completion/command.ts';
import { main } from '../../src/main.ts';
import { shells } from '../../src/terminal/shell-completion.ts';
import { testContext } from '../helpers/context.ts';

async function run(...argv: string[]) {
  const context = await testContext();
  const code = await main(argv, context);
  return { code, stdout: context.stdout, stderr: context.stderr };
}

/** What a shell is offered, and the directive: 4 for these words and no others, 0 for files too. */
async function complete(...words: string[]) {
  const { stdout } = await run('complete', '--', ...words);
  const lines = stdout.trimEnd().split('\n');
  const directive = lines.pop();
  return { values: lines.map((line) => line.split('\t')[0]), directive };
}

describe('mlsd completion', () => {
  test('is offered for the shells that there are scripts for', () => {
    expect([...shellChoices].sort()).toEqual([...shells].sort());
  });

  test.each(shellChoices)('%s prints a script that asks mlsd complete', async (shell) => {
    const { code, stdout, stderr } = await run('completion', shell);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/mlsd complete '?--/);
  });

  test('of a shell it does not know is refused with the ones it knows', async () => {
    const { code, stderr } = await run('completion', 'tcsh');
    expect(code).toBe(2);
    expect(stderr).toMatch(/bash, zsh, fish, powershell/);
  });
});

describe('mlsd complete', () => {
  test.each([
    [['metric', 'nd'], ['ndcg']],
    [['nd'], ['ndcg']],
    [['comp'], ['compare', 'compute', 'completion']],
    [['quiz', '--kind', 'fill'], ['fill-in']],
    [['compare', 'ndcg', 'mr'], ['mrr']],
    [
      ['config', 'set', 'level', ''],
      ['mid', 'senior', 'staff'],
    ],
    [
      ['config', 'get', 're'],
      ['retention', 'reduced-motion'],
    ],
    [['compute', 'brier'], ['brier']],
    [['estimate', 'kv'], ['kv-cache']],
    [['--color', 'n'], ['never']],
    [['--width', '60', 'metric', 'roc'], ['roc-auc']],
    [['metric', '--no-p'], ['--no-pager']],
    [['interview', 'feed'], ['feed-ranking']],
    [['sheet', 'night'], ['night-before']],
    [['metric', 'zzz'], []],
  ])('%j offers %j', async (words, values) => {
    const found = await complete(...words);
    expect(found.directive).toBe(':4');
    expect([...found.values].sort()).toEqual(expect.arrayContaining([...values].sort()));
    if (values.length === 0) expect(found.values).toEqual([]);
  });

  test('of nothing offers the commands and not all entries', async () => {
    const { values } = await complete('');
    expect(values).toContain('interview');
    expect(values).not.toContain('complete');
    expect(values).not.toContain('ndcg');
  });

  test.each([[['sheet', '--output', '']], [['check', '']], [['--data-dir', '']]])(
    '%j leaves it to the shell to complete files',
    async (words) => {
      expect((await complete(...words)).directive).toBe(':0');
    },
  );
});
