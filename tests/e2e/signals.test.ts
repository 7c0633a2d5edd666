/** Whatever ends the program, the terminal is left as it was. */
import { describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../helpers/pack.ts';
import { keys, runInTerminal } from '../helpers/terminal.ts';

const screens = [
  ['a quiz', ['quiz', '--count', '3', '--seed', '1'], '1 of 3'],
  ['an interview', ['interview', 'feed-ranking'], 'Step 1 of 7'],
  ['the first start', [], 'When is your interview'],
] as const;

describe('the terminal', () => {
  test.each(
    screens.flatMap(([what, argv, first]) =>
      ['SIGTERM', 'SIGHUP', 'SIGINT'].map((signal) => [what, signal, argv, first] as const),
    ),
  )('of %s has its cursor back after %s', async (_, signal, argv, first) => {
    const program = runInTerminal(argv, temporaryDirectory());
    await program.shows(first);
    program.kill(signal);
    await program.ended();
    expect(program.isCursorShown()).toBe(true);
    expect(program.isAlternateScreen()).toBe(false);
  });

  test.each(screens)('of %s has its cursor back after Ctrl-C', async (_, argv, first) => {
    const program = runInTerminal(argv, temporaryDirectory());
    await program.shows(first);
    program.type(keys.ctrlC);
    expect((await program.ended()).exitCode).toBe(130);
    expect(program.isCursorShown()).toBe(true);
  });
});
