/**
 * Everything a command may touch, built in one place in dependency order and passed down.
 * What is costly is loaded on first use. Only this file reads the clock, chance and the process.
 */
import { readFileSync } from 'node:fs';
import type { Catalog } from './core/catalog.ts';
import type { ReadSettings, Settings } from './core/settings.ts';
import type { Clock } from './core/time.ts';
import { UserError } from './errors.ts';
import type { History } from './history/history.ts';
import { type CompiledFile, openCompiled } from './knowledge/compiled.ts';
import { openCache } from './knowledge/packs/cache.ts';
import {
  findPackSet,
  type Installation,
  type PlaceOptions,
  type Reference,
  readOwnSettings,
} from './reference.ts';
import { createIo, type IoOptions } from './terminal/io.ts';
import { processFacts, processStreams } from './terminal/process.ts';
import { createProgress, type Progress } from './terminal/progress.ts';
import type { Prompts } from './terminal/prompts/prompts.ts';
import type { ShellCompletion } from './terminal/shell-completion.ts';

/** Choices given on the command line; each wins over the environment. */
export interface GlobalOptions extends IoOptions, PlaceOptions {}

export interface Context extends Reference {
  readonly clock: Clock;
  /** The shipped base alone, without any pack. */
  shippedKnowledge(): Promise<Catalog>;
  /** What the person has set. Throws UserError when the file or a variable holds a wrong value. */
  config(): Settings;
  /** The same with where each value comes from and all that is wrong, and the file. */
  readonly settings: ReadSettings & { readonly file: string };
  /** A seed nobody has chosen: for runs without `--seed`. */
  freshSeed(): number;
  /** Opens the learner's history; look-ups and sheets never call this. */
  history(): Promise<History>;
  /** The one door to questions that wait for an answer. */
  prompts(): Promise<Prompts>;
  /** Scripts for the shells, and what fits behind typed words. */
  completion(): Promise<ShellCompletion>;
  /** Where the learner's data is kept. */
  dataDirectory(): Promise<string>;
  /** The directory that relative paths are resolved and shown from. */
  readonly workingDirectory: string;
  version(): string;
  /** What it runs on. */
  readonly runtime: { readonly node: string; readonly platform: string };
  /** The same context with global options applied. */
  with(options: GlobalOptions): Promise<Context>;
  /** Frees what was opened. */
  close(): Promise<void>;
}

const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  isReal: true,
};

export async function createContext(
  installation: Installation,
  options: GlobalOptions = {},
  clock: Clock = realClock,
): Promise<Context> {
  const settings = readOwnSettings();
  const io = await createIo(processFacts(), processStreams(), options, settings.settings);
  let opened: History | undefined;
  const dataDirectory = once(async () => {
    const { findDataDirectory } = await import('./terminal/directories.ts');
    return findDataDirectory(options.dataDir, process.env);
  });
  return {
    io,
    clock,
    knowledge: once(async () => await openKnowledge(installation, options, { io, clock })),
    shippedKnowledge: async () => openCompiled(installation.knowledgeFile),
    settings,
    config: () => checkedSettings(settings),
    freshSeed: () => Math.floor(Math.random() * 2 ** 31),
    history: once(async () => {
      const { openHistory } = await import('./history/history.ts');
      opened = openHistory(await dataDirectory(), clock);
      return opened;
    }),
    prompts: once(async () => {
      const { createPrompts } = await import('./terminal/prompts/inquirer.ts');
      return createPrompts(io);
    }),
    completion: once(async () => {
      const { shellCompletion } = await import('./terminal/shell-completion.ts');
      return shellCompletion;
    }),
    dataDirectory,
    workingDirectory: process.cwd(),
    version: () => JSON.parse(readFileSync(installation.packageFile, 'utf8')).version,
    runtime: { node: process.versions.node, platform: `${process.platform} ${process.arch}` },
    with: (more) => createContext(installation, { ...options, ...more }, clock),
    close: async () => opened?.close(),
  };
}

/** The shipped base; with packs in use, their cache, or what they hold when it is out of date. */
async function openKnowledge(
  installation: Installation,
  options: GlobalOptions,
  { io, clock }: Pick<Context, 'io' | 'clock'>,
): Promise<Catalog> {
  const set = findPackSet(installation, options);
  if (set.packs.length === 0) return openCompiled(installation.knowledgeFile);
  const file = openCache(set) ?? (await read());
  return openCompiled(file, { needs: async () => openCompiled(await index()).needs() });

  async function read(): Promise<CompiledFile> {
    const { loadPacks } = await import('./knowledge/packs/load.ts');
    const options = { shownFrom: process.cwd(), now: clock.now() };
    return await withProgress('Reading packs', (progress) =>
      loadPacks(set, { ...options, onFile: () => progress.step() }),
    );
  }
  async function index(): Promise<CompiledFile> {
    const { withNeeds } = await import('./knowledge/packs/load.ts');
    return await withProgress('Indexing packs', (progress) => {
      progress.show();
      return withNeeds(set, file);
    });
  }
  async function withProgress<T>(what: string, work: (progress: Progress) => T): Promise<T> {
    const progress = await createProgress(io, clock, what);
    try {
      return work(progress);
    } finally {
      progress.end();
    }
  }
}

/** Only what was understood may decide when something is asked again. */
export function checkedSettings({ settings, problems, file }: Context['settings']): Settings {
  const [problem] = problems;
  if (!problem) return settings;
  const place = problem.where === 'file' ? `your settings, ${file}` : 'the environment';
  throw new UserError(`in ${place}: ${problem.message}.`, problem.fix);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
