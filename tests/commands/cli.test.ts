import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli.ts';
import { commandNames } from '../../src/commands/names.ts';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';

async function run(...argv: string[]) {
  const context = await testContext();
  const exitCode = await main(argv, context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

async function program() {
  return createProgram(await testContext(), { run: async () => {} });
}

describe('the command line', () => {
  test('knows exactly the commands that are not taken for words to look up', async () => {
    const names = (await program()).commands.map((command) => command.name());
    expect([...names, 'help'].sort()).toEqual([...commandNames].sort());
  });

  test('--help goes to standard output and exits with 0', async () => {
    const { exitCode, stdout, stderr } = await run('--help');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Usage: mlsd/);
    expect(stderr).toBe('');
  });

  test.each(commandNames.filter((name) => name !== 'help'))(
    '%s --help says what it does and gives examples',
    async (name) => {
      const { exitCode, stdout } = await run(name, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/Examples:\n {2}mlsd/);
    },
  );

  test.each([
    [
      'an unknown option',
      ['metric', 'mse', '--jsn'],
      /unknown option '--jsn'[\s\S]*did you mean --json/i,
    ],
    ['a value that is not allowed', ['sheet', '--format', 'pdf'], /Allowed choices are terminal/],
    ['a width that is no number', ['--width', 'wide', 'metric'], /whole number from 40 to 200/],
    ['a missing value', ['--width'], /argument missing/],
  ])('%s is told on standard error and exits with 2', async (_, argv, message) => {
    const { exitCode, stdout, stderr } = await run(...argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
  });

  test('--version prints the version', async () => {
    const { stdout } = await run('--version');
    expect(stdout).toBe('0.0.0-test\n');
  });

  test('can be run twice in one process', async () => {
    const first = await run('metric', 'mse', '--width', '60');
    const second = await run('metric', 'mse', '--width', '60');
    expect(second).toEqual(first);
  });
});
