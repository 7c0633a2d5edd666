/** The learner's history: one SQLite file, opened only by what practices. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/time.ts';
import { UserError } from '../errors.ts';
import { backUp } from './backup.ts';
import { openDatabase } from './database.ts';
import type { ImportResult, TransferSource } from './import.ts';
import { createInterviewLog, type InterviewLog } from './interviews.ts';
import { isOutdated, migrate } from './migrations.ts';
import { createReviewLog, type ReviewLog } from './reviews.ts';
import { createStatistics, type PracticeStatistics } from './statistics.ts';

export interface History {
  /** The file it is kept in. */
  readonly path: string;
  readonly reviews: ReviewLog;
  readonly interviews: InterviewLog;
  readonly statistics: PracticeStatistics;
  /** All of it as lines of JSON; `about` is added to the first. */
  exportLines(about: Readonly<Record<string, string>>): Promise<Iterable<string>>;
  /** Merges exported histories into this one, all of them or nothing. */
  importLines(sources: readonly TransferSource[]): Promise<ImportResult>;
  /** Keeps a copy; returns its path. */
  backUp(): string;
  /** What SQLite finds wrong with the file, in its words; empty when it is sound. */
  damage(): readonly string[];
  close(): void;
}

/** Its name in the data directory. */
export const historyFile = 'history.sqlite';

/** Opens or starts the history in a directory. Throws UserError when it cannot be used. */
export function openHistory(directory: string, clock: Clock): History {
  makeDirectory(directory);
  const database = openDatabase(join(directory, historyFile));
  try {
    if (isOutdated(database)) backUp(database, 'update', clock.now());
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    path: database.path,
    reviews: createReviewLog(database),
    interviews: createInterviewLog(database, clock),
    statistics: createStatistics(database),
    // Loaded when called: a quiz needs neither them nor what checks the lines.
    async exportLines(about) {
      const { exportLines } = await import('./export.ts');
      return exportLines(database, about);
    },
    async importLines(sources) {
      const { importLines } = await import('./import.ts');
      return importLines(database, sources);
    },
    backUp: () => backUp(database, 'import', clock.now()),
    damage: () =>
      database
        .all<{ quick_check: string }>('PRAGMA quick_check(5)')
        .map(({ quick_check }) => quick_check)
        .filter((found) => found !== 'ok'),
    close: database.close,
  };
}

function makeDirectory(directory: string): void {
  try {
    // What a person got wrong is nobody else's business.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `the directory for your history cannot be made: ${reason}`,
      'Check who may write there, or choose another one with --data-dir DIR.',
    );
  }
}
