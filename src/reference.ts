/** The part of the context that a look-up needs: the terminal and the knowledge, nothing else. */
import type { Catalog } from './core/catalog.ts';
import { type ReadSettings, readSettings } from './core/settings.ts';
import { openCompiled } from './knowledge/compiled.ts';
import { openCacheWatched, type PackSet, StaleKnowledge } from './knowledge/packs/cache.ts';
import { findPacks } from './knowledge/packs/find.ts';

import { findConfigFile, findDataDirectory } from './terminal/directories.ts';
import { createIo, type Io } from './terminal/io.ts';
import { processFacts, processStreams, workingDirectory } from './terminal/process.ts';
import { readSettingsFile } from './terminal/settings-file.ts';

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

/** Choices about where things are; each wins over the environment. */
export interface PlaceOptions {
  readonly dataDir?: string | undefined;
  readonly pack?: readonly string[] | undefined;
}

/**
 * The reference of a look-up that loads nothing but compiled knowledge. Where packs are in use
 * and their cache is not up to date, `knowledge` or the use of it throws `StaleKnowledge`.
 */
export async function createReference(
  installation: Installation,
  options: PlaceOptions = {},
): Promise<Reference> {
  return {
    io: await createIo(processFacts(), processStreams(), {}, readOwnSettings().settings),
    async knowledge() {
      const set = findPackSet(installation, options);
      if (set.packs.length === 0) return openCompiled(installation.knowledgeFile);
      const catalog = openCacheWatched(set);
      if (!catalog) throw new StaleKnowledge();
      return catalog;
    },
  };
}

/** The settings of the person who runs the program, and what is wrong with them. */
export function readOwnSettings(): ReadSettings & { readonly file: string } {
  const { env } = processFacts();
  const file = findConfigFile(env);
  return { ...readSettings(readSettingsFile(file), env), file };
}

/** The packs in use, the base that they add to, and where they are kept compiled. */
export function findPackSet(
  { knowledgeFile }: Installation,
  { dataDir, pack = [] }: PlaceOptions,
): PackSet {
  const { env } = processFacts();
  const dataDirectory = findDataDirectory(dataDir, env);
  return {
    shipped: knowledgeFile,
    packs: findPacks({
      flags: pack,
      env: env.MLSD_PACK,
      dataDirectory,
      workingDirectory: workingDirectory(),
    }),
    cacheDirectory: `${dataDirectory}/cache`,
  };
}

export { StaleKnowledge };
