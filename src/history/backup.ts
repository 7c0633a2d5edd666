/** A copy of the history, kept before something changes much of it. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Database } from './database.ts';

const directoryName = 'backups';
const namePattern = /^history-\d{8}T\d{6}-before-[a-z]+\.sqlite$/;
const mostKept = 3;

/** The path of the copy, in backups/ beside the history; only the newest few are kept. */
export function backUp(database: Database, before: 'update' | 'import', now: number): string {
  const directory = join(dirname(database.path), directoryName);
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+Z$/g, '');
  const path = join(directory, `history-${stamp}-before-${before}.sqlite`);
  makeDirectory(directory);
  // Another program may be at the same update in the same second.
  if (!existsSync(path)) database.run('VACUUM INTO ?', [path]);
  const copies = readdirSync(directory).filter((name) => namePattern.test(name));
  for (const name of copies.sort().slice(0, -mostKept)) rmSync(join(directory, name));
  return path;
}

function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `no copy of your history can be kept: ${reason}`,
      'Check who may write there; nothing was changed.',
    );
  }
}
