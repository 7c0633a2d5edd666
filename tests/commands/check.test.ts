import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { repository } from '../helpers/knowledge.ts';
import { temporaryDirectory, topicYaml, writePack } from '../helpers/pack.ts';

async function check(workingDirectory: string, ...argv: string[]) {
  const context = await testContext({ workingDirectory });
  const exitCode = await main(['check', ...argv], context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

describe('mlsd check', () => {
  test('of the shipped base finds no problem and exits with 0', async () => {
    const { exitCode, stdout } = await check(repository, 'knowledge');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^No problems: \d+ entries, \d+ questions, \d+ plans\.\n$/);
  });

  test('prints a problem like a compiler and exits with 3', async () => {
    const directory = writePack({
      'topics/alpha.yaml': topicYaml('alpha', 'see: [nothing-there]'),
    });
    const { exitCode, stdout } = await check(directory);
    expect(exitCode).toBe(3);
    expect(
      stdout,
    ).toBe(`topics/alpha.yaml:8:7: error: there is no entry "nothing-there" [unknown-id]
  8 | see: [nothing-there]
    |       ^
  fix: add it, or take the link out

1 error in 1 file.
`);
  });

  test('--json gives the problems as data', async () => {
    const directory = writePack({ 'topics/alpha.yaml': topicYaml('alpha', 'shade: dark') });
    const { stdout } = await check(directory, '--json');
    expect(JSON.parse(stdout).problems).toMatchObject([
      { file: 'topics/alpha.yaml', line: 8, column: 1, rule: 'unknown-field' },
    ]);
  });

  test('of a directory that is no knowledge base says what one holds', async () => {
    const { exitCode, stderr } = await check(temporaryDirectory());
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/not a knowledge base[\s\S]*mlsd check DIR/);
  });
});
