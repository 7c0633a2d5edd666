/** What the doorway calls: the real context around main. */
import { createContext } from './context.ts';
import type { ExitCode } from './errors.ts';
import { main } from './main.ts';

/** `root` is the directory of the installed package. */
export async function start(argv: readonly string[], root: URL): Promise<ExitCode> {
  const context = await createContext({
    knowledgeFile: new URL('dist/knowledge.jsonl', root),
    packageFile: new URL('package.json', root),
  });
  return await main(argv, context);
}
