/** The part of the context that a look-up needs: the terminal and the knowledge, nothing else. */
import type { Catalog } from './core/catalog.ts';
import { openCompiled } from './knowledge/compiled.ts';
import { createIo, type Io, type IoOptions } from './terminal/io.ts';
import { processFacts, processStreams } from './terminal/process.ts';

export interface Reference {
  readonly io: Io;
  knowledge(): Promise<Catalog>;
}

export interface Installation {
  /** The compiled knowledge base. */
  readonly knowledgeFile: URL;
  readonly packageFile: URL;
}

/** Where things are under the directory of the installed package. */
export function installationAt(root: URL): Installation {
  return {
    knowledgeFile: new URL('dist/knowledge.jsonl', root),
    packageFile: new URL('package.json', root),
  };
}

export async function createReference(
  installation: Installation,
  options: IoOptions = {},
): Promise<Reference> {
  let catalog: Catalog | undefined;
  return {
    io: await createIo(processFacts(), processStreams(), options),
    async knowledge() {
      catalog ??= openCompiled(installation.knowledgeFile);
      return catalog;
    },
  };
}
