/** The compiled packs, kept in the data directory for as long as no file of theirs changes. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../core/catalog.ts';
import { CompiledFile, type Origin, openCompiled, type Watch } from '../compiled.ts';
import { SortedLines } from '../sorted-lines.ts';

export interface PackSet {
  /** The compiled base that the packs add to. */
  readonly shipped: URL;
  /** The directories of the packs, the later ones over the earlier ones. */
  readonly packs: readonly string[];
  readonly cacheDirectory: string;
}

/** What a look-up asks of the cache is out of date or not there: the whole program has to make it. */
export class StaleKnowledge extends Error {}

/** The cache of a set of packs, all of its files compared with those on disk; undefined when stale. */
export function openCache(set: PackSet): CompiledFile | undefined {
  const file = openIfOfSet(set);
  return file && !hasChanged(filesOf(file), '') ? file : undefined;
}

/**
 * The same for a look-up, which cannot afford to look at ten thousand files: those whose entries
 * it uses are compared when it uses them, and `StaleKnowledge` is thrown when one has changed.
 */
export function openCacheWatched(set: PackSet): Catalog | undefined {
  const file = openIfOfSet(set);
  if (!file) return undefined;
  const files = filesOf(file);
  let isWhole = false;
  function compare(prefix: string): void {
    if (!isWhole && hasChanged(files, prefix)) throw new StaleKnowledge();
  }
  const watch: Watch = {
    using: (id) => compare(`${id}\t`),
    usingAll() {
      compare('');
      isWhole = true;
    },
  };
  return openCompiled(file, {
    watch,
    needs: async () => {
      throw new StaleKnowledge();
    },
  });
}

/** Keeps a compiled set of packs; where nothing can be written there is no cache. */
export function writeCache(set: PackSet, bytes: Buffer): void {
  try {
    mkdirSync(set.cacheDirectory, { recursive: true });
    // Two runs at once must not write into one file.
    const aside = mkdtempSync(join(set.cacheDirectory, 'new-'));
    const unfinished = join(aside, 'packs.jsonl');
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, cachePath(set));
    rmSync(aside, { recursive: true });
    removeOldest(set.cacheDirectory);
  } catch {
    // The packs are read anew the next time.
  }
}

/** Sets of packs that are kept; the one that was made longest ago makes way. */
const maxSets = 8;

function removeOldest(directory: string): void {
  const caches = readdirSync(directory)
    .filter((name) => /^packs-[0-9a-f]+\.jsonl$/.test(name))
    .map((name) => join(directory, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of caches.slice(maxSets)) rmSync(path, { force: true });
}

function cachePath({ cacheDirectory, packs }: PackSet): string {
  return join(cacheDirectory, `packs-${hashOf(packs.join('\n'))}.jsonl`);
}

/** FNV-1a: tells sets of directories apart; the cache itself names the set it is of. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The cache, when it was made of these packs and this base and no file came or went. */
function openIfOfSet(set: PackSet): CompiledFile | undefined {
  try {
    const file = new CompiledFile(cachePath(set));
    const { origin } = file.head;
    return origin && isOfSet(origin, set) ? file : undefined;
  } catch {
    return undefined;
  }
}

function isOfSet({ base, packs, directories }: Origin, set: PackSet): boolean {
  return (
    packs.length === set.packs.length &&
    packs.every((path, index) => path === set.packs[index]) &&
    directories.every(([path, changedMs]) => lastChange(path) === changedMs) &&
    base === new CompiledFile(set.shipped).hash
  );
}

function lastChange(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Has a file changed that an entry came from? The prefix is an id and a tab, or nothing for all. */
function hasChanged(files: SortedLines, prefix: string): boolean {
  return files.beginning(prefix).some((line) => {
    const [, changedMs, bytes, path = ''] = line.split('\t');
    const now = statSync(path, { throwIfNoEntry: false });
    return now?.mtimeMs !== Number(changedMs) || now.size !== Number(bytes);
  });
}

function filesOf(file: CompiledFile): SortedLines {
  const { origin } = file.head;
  return new SortedLines(origin ? file.bytes(origin.files) : Buffer.alloc(0));
}
