/**
 * Everything a command may touch, built in one place in dependency order and passed down.
 * What is costly is loaded on first use. Only this file reads the clock, chance and the process.
 */
import { readFileSync } from 'node:fs';
import type { Catalog } from './core/catalog.ts';
import type { Clock } from './core/time.ts';
import type { History } from './history/history.ts';
import { createIo, type Io, type IoOptions } from './terminal/io.ts';
import { processFacts, processStreams } from './terminal/process.ts';
import type { Prompts } from './terminal/prompts/prompts.ts';

/** Choices given on the command line; each wins over the environment. */
export interface GlobalOptions extends IoOptions {
  readonly dataDir?: string | undefined;
}

export interface Context {
  readonly io: Io;
  readonly clock: Clock;
  /** A seed nobody has chosen: for runs without `--seed`. */
  freshSeed(): number;
  knowledge(): Promise<Catalog>;
  /** Opens the learner's history; look-ups and sheets never call this. */
  history(): Promise<History>;
  /** The one door to questions that wait for an answer. */
  prompts(): Promise<Prompts>;
  /** Where the learner's data is kept. */
  dataDirectory(): Promise<string>;
  /** The directory that relative paths are resolved and shown from. */
  readonly workingDirectory: string;
  version(): string;
  /** The same context with global options applied. */
  with(options: GlobalOptions): Promise<Context>;
  /** Frees what was opened. */
  close(): Promise<void>;
}

export interface Installation {
  /** The compiled knowledge base. */
  readonly knowledgeFile: URL;
  readonly packageFile: URL;
}

export async function createContext(
  installation: Installation,
  options: GlobalOptions = {},
): Promise<Context> {
  const io = await createIo(processFacts(), processStreams(), options);
  const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
  let opened: History | undefined;
  const dataDirectory = once(async () => {
    const { findDataDirectory } = await import('./terminal/directories.ts');
    return findDataDirectory(options.dataDir, process.env);
  });
  return {
    io,
    clock,
    freshSeed: () => Math.floor(Math.random() * 2 ** 31),
    knowledge: once(async () => {
      const { openCompiled } = await import('./knowledge/compile.ts');
      return openCompiled(readFileSync(installation.knowledgeFile));
    }),
    history: once(async () => {
      const { openHistory } = await import('./history/history.ts');
      opened = openHistory(await dataDirectory(), clock);
      return opened;
    }),
    prompts: once(async () => {
      const { createPrompts } = await import('./terminal/prompts/inquirer.ts');
      return createPrompts(io, clock);
    }),
    dataDirectory,
    workingDirectory: process.cwd(),
    version: () => JSON.parse(readFileSync(installation.packageFile, 'utf8')).version,
    with: (more) => createContext(installation, { ...options, ...more }),
    close: async () => opened?.close(),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
