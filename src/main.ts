/** The program as a function: arguments in, exit code out. Nothing below it ends the process. */
import { isCommandName } from './commands/names.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes, KnowledgeError, UserError } from './errors.ts';

export async function main(argv: readonly string[], context: Context): Promise<ExitCode> {
  try {
    const { runProgram } = await import('./cli.ts');
    return await runProgram(withLookup(argv), context);
  } catch (error) {
    return await report(error, context);
  }
}

const optionsWithValue = ['--color', '--width', '--data-dir', '--pack'];

/** When the first word is no command, it is something to look up. */
function withLookup(argv: readonly string[]): readonly string[] {
  let index = 0;
  while (index < argv.length && argv[index]?.startsWith('-')) {
    index += optionsWithValue.includes(argv[index] ?? '') ? 2 : 1;
  }
  const word = argv[index];
  const isWord = word !== undefined && !argv.slice(0, index).includes('--');
  if (!isWord || isCommandName(word)) return argv;
  return [...argv.slice(0, index), 'lookup', ...argv.slice(index)];
}

/** One place prints errors: what happened, where, what to do next. */
async function report(error: unknown, { io }: Context): Promise<ExitCode> {
  if (isCommanderExit(error)) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const paint = io.errPaint;
  if (error instanceof KnowledgeError && error.problems.length > 0) {
    const { renderProblems } = await import('./view/problems.ts');
    io.err(`${renderProblems(error.problems, { width: io.width, paint })}\n`);
  }
  if (error instanceof UserError) {
    io.err(`${paint.bad('mlsd:')} ${error.message}\n`);
    if (error.hint) io.err(`${error.hint}\n`);
    return error.exitCode;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  io.err(`${paint.bad('mlsd:')} this is a bug; please report it with the lines below.\n${stack}\n`);
  return exitCodes.failed;
}

/** Commander has already printed what it had to say. */
function isCommanderExit(error: unknown): error is { exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}
