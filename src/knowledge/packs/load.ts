/** Reads packs from their YAML, checks them, and compiles them together with the shipped base. */
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errorsOf, type Problem } from '../../core/issue.ts';
import { KnowledgeError, UsageError } from '../../errors.ts';
import { compileKnowledge } from '../compile.ts';
import { CompiledFile, openCompiled } from '../compiled.ts';
import { baseParts, type LoadedKnowledge, loadKnowledge } from '../load.ts';
import { type PackSet, writeCache } from './cache.ts';
import { everythingIn, withPack } from './merge.ts';

export interface LoadPacksOptions {
  /** File names in problems are shown relative to this directory. */
  readonly shownFrom: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Called before each file is read. */
  readonly onFile: () => void;
}

/** With more entries than this, the table of needs is made when it is first asked for. */
const manyEntries = 1500;

/** The packs over the shipped base, compiled and kept for the next time. */
export function loadPacks(set: PackSet, options: LoadPacksOptions): CompiledFile {
  const shipped = new CompiledFile(set.shipped);
  let contents = everythingIn(openCompiled(shipped));
  const directories: (readonly [string, number])[] = [];
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const pack of set.packs) {
    directories.push(...listedDirectories(pack, options));
    const loaded = loadKnowledge(pack, { ...options, base: contents, isStyleChecked: false });
    problems.push(...errorsOf(loaded.problems));
    files.push(...fileLines(loaded.knowledge, options));
    contents = withPack(contents, loaded.knowledge);
  }
  if (problems.length > 0) refuse(problems, set.packs);
  const origin = { base: shipped.hash, packs: set.packs, directories, files };
  const hasNeeds = contents.entries.length <= manyEntries;
  return keep(set, compileKnowledge(contents, { origin, hasNeeds }));
}

/** The same packs with their table of needs, which the cache of many entries lacks at first. */
export function withNeeds(set: PackSet, file: CompiledFile): CompiledFile {
  const { origin } = file.head;
  if (!origin) throw new Error('these are no compiled packs');
  const files = file.bytes(origin.files).toString().trimEnd().split('\n');
  const contents = everythingIn(openCompiled(file));
  return keep(set, compileKnowledge(contents, { origin: { ...origin, files } }));
}

function keep(set: PackSet, bytes: Buffer): CompiledFile {
  writeCache(set, bytes);
  return new CompiledFile(bytes);
}

function refuse(problems: readonly Problem[], packs: readonly string[]): never {
  const which = packs.length === 1 ? `The pack ${basename(packs[0] ?? '')} has` : 'The packs have';
  throw new KnowledgeError(
    `${which} errors, and is not used.`,
    'Correct them, or run it without the pack. To check it again: mlsd check DIR',
    problems,
  );
}

/** The pack and its folders: a file that comes or goes changes the time of its directory. */
function listedDirectories(pack: string, options: LoadPacksOptions): (readonly [string, number])[] {
  if (!baseParts.some((part) => statSync(join(pack, part), { throwIfNoEntry: false }))) {
    throw new UsageError(
      `${pack} is no pack: it holds none of ${baseParts.join(', ')}.`,
      'Name a directory that holds at least one of them; see mlsd new --help',
    );
  }
  return ['', ...baseParts].flatMap((part) => {
    const path = join(pack, part);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isDirectory() ? [[path, settled(stat.mtimeMs, options)] as const] : [];
  });
}

function fileLines(knowledge: LoadedKnowledge, options: LoadPacksOptions): string[] {
  const { entries, questions, plans, framework, scorecard } = knowledge;
  const ofEntries = entries.map(({ value, source }) => ({ key: value.id, source }));
  const others = [
    ...questions,
    ...plans,
    ...[framework, scorecard].filter((each) => each !== undefined),
  ].map(({ source }) => ({
    key: `/${source.file}`,
    source,
  }));
  return [...ofEntries, ...others].flatMap(({ key, source: { facts } }) =>
    facts ? [[key, settled(facts.changedMs, options), facts.bytes, facts.path].join('\t')] : [],
  );
}

/** Clocks of file systems tick this slowly. */
const tickMs = 20;

/** What changed just now may change again without its time telling: it is read again the next time. */
function settled(changedMs: number, { now }: LoadPacksOptions): number {
  return changedMs > now - tickMs ? 0 : changedMs;
}
