import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { Shell } from '../../terminal/shell-completion.ts';
import { completionTree } from './tree.ts';
import { createValues } from './values.ts';

export async function printScript(shell: string, context: Context): Promise<ExitCode> {
  const { script } = await context.completion();
  context.io.out(script(shell as Shell, 'mlsd'));
  return exitCodes.done;
}

/** Whatever goes wrong, a shell that asks in the middle of typing gets no error text. */
export async function printCompletions(
  words: readonly string[],
  program: Command,
  context: Context,
): Promise<ExitCode> {
  const values = await createValues(await context.knowledge(), words);
  const { complete } = await context.completion();
  context.io.out(complete(completionTree(program, values), words));
  return exitCodes.done;
}
