/** The whole program with the real context around it. */
import { createContext } from './context.ts';
import type { ExitCode } from './errors.ts';
import { main } from './main.ts';
import { installationAt } from './reference.ts';

export async function startProgram(argv: readonly string[], root: URL): Promise<ExitCode> {
  return await main(argv, await createContext(installationAt(root)));
}
