/**
 * Everything a command may touch, built in one place in dependency order and passed down.
 * What is costly is loaded on first use. Only this file reads the clock, chance and the process.
 */
import { readFileSync } from 'node:fs';
import type { Clock } from './core/time.ts';
import type { History } from './history/history.ts';
import { createReference, type Installation, type Reference } from './reference.ts';
import type { IoOptions } from './terminal/io.ts';
import type { Prompts } from './terminal/prompts/prompts.ts';

/** Choices given on the command line; each wins over the environment. */
export interface GlobalOptions extends IoOptions {
  readonly dataDir?: string | undefined;
}

export interface Context extends Reference {
  readonly clock: Clock;
  /** A seed nobody has chosen: for runs without `--seed`. */
  freshSeed(): number;
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

const realClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

export async function createContext(
  installation: Installation,
  options: GlobalOptions = {},
  clock: Clock = realClock,
): Promise<Context> {
  const reference = await createReference(installation, options);
  let opened: History | undefined;
  const dataDirectory = once(async () => {
    const { findDataDirectory } = await import('./terminal/directories.ts');
    return findDataDirectory(options.dataDir, process.env);
  });
  return {
    ...reference,
    clock,
    freshSeed: () => Math.floor(Math.random() * 2 ** 31),
    history: once(async () => {
      const { openHistory } = await import('./history/history.ts');
      opened = openHistory(await dataDirectory(), clock);
      return opened;
    }),
    prompts: once(async () => {
      const { createPrompts } = await import('./terminal/prompts/inquirer.ts');
      return createPrompts(reference.io);
    }),
    dataDirectory,
    workingDirectory: process.cwd(),
    version: () => JSON.parse(readFileSync(installation.packageFile, 'utf8')).version,
    with: (more) => createContext(installation, { ...options, ...more }, clock),
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
