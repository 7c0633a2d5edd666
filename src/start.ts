/**
 * What the doorway calls. A plain look-up is answered right here, from one small file; everything
 * else is handed to the whole program, which is loaded only then.
 */
import { runLookup } from './commands/lookup/run.ts';
import type { ExitCode } from './errors.ts';
import { parseQuickLookup } from './quick.ts';
import { createReference, installationAt, StaleKnowledge } from './reference.ts';

/** `root` is the directory of the installed package. */
export async function start(argv: readonly string[], root: URL): Promise<ExitCode> {
  return (await lookUpQuickly(argv, root)) ?? (await startWhole(argv, root));
}

/** undefined: it is no plain look-up, or packs have changed and must be read first. */
async function lookUpQuickly(argv: readonly string[], root: URL): Promise<ExitCode | undefined> {
  const quick = parseQuickLookup(argv);
  if (!quick) return undefined;
  try {
    return await runLookup(quick.lookup, await createReference(installationAt(root), quick.places));
  } catch (error) {
    if (error instanceof StaleKnowledge) return undefined;
    throw error;
  }
}

async function startWhole(argv: readonly string[], root: URL): Promise<ExitCode> {
  const { startProgram } = await import('./program.ts');
  return await startProgram(argv, root);
}
