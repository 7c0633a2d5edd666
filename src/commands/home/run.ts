/** `mlsd` alone: what there is, and in a terminal a menu to go on. */
import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';

export async function runHome(context: Context): Promise<ExitCode> {
  context.io.out('mlsd\n');
  return exitCodes.done;
}
