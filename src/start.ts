/**
 * What the doorway calls. A plain look-up is answered right here, from one small file; everything
 * else is handed to the whole program, which is loaded only then.
 */
import { runLookup } from './commands/lookup/run.ts';
import type { ExitCode } from './errors.ts';
import { parseQuickLookup } from './quick.ts';
import { createReference, installationAt } from './reference.ts';

/** `root` is the directory of the installed package. */
export async function start(argv: readonly string[], root: URL): Promise<ExitCode> {
  const quick = parseQuickLookup(argv);
  if (quick) return await runLookup(quick, await createReference(installationAt(root)));
  const { startProgram } = await import('./program.ts');
  return await startProgram(argv, root);
}
