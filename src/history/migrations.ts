/**
 * The shape of the database, one step after the other. A step that was released is never
 * changed; a new one is added at the end.
 */
import { UserError } from '../errors.ts';
import type { Database } from './database.ts';

const reviews = `
  -- What was answered: rows are added, never changed.
  CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    -- The same review keeps its uid on every machine, so that histories can be merged.
    uid TEXT NOT NULL UNIQUE,
    card TEXT NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    session TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
    rating TEXT NOT NULL CHECK (rating IN ('again', 'hard', 'good', 'easy')),
    answer TEXT NOT NULL,
    scheduler TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reviews_by_card ON reviews (card, answered_at);
  CREATE INDEX reviews_by_time ON reviews (answered_at);
  -- What follows from the reviews: when each card comes back. Can be rebuilt from them.
  CREATE TABLE cards (
    card TEXT PRIMARY KEY,
    due INTEGER NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    phase INTEGER NOT NULL,
    step INTEGER NOT NULL,
    scheduled_days REAL NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    last_review INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cards_by_due ON cards (due);
`;

const interviews = `
  CREATE TABLE interviews (
    id TEXT PRIMARY KEY,
    -- NULL for a prompt of one's own.
    case_id TEXT,
    started_at INTEGER NOT NULL,
    -- Prompt, plan and seed as they were, in JSON.
    setup TEXT NOT NULL,
    -- The interview's own clock, and the wall clock, when the program was last running.
    clock_ms INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    -- NULL while it can be continued.
    outcome TEXT CHECK (outcome IN ('finished', 'stopped'))
  ) STRICT;
  CREATE INDEX interviews_by_time ON interviews (started_at);
  -- What happened: rows are added, never changed.
  CREATE TABLE interview_events (
    interview TEXT NOT NULL REFERENCES interviews (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    clock_ms INTEGER NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (interview, number)
  ) STRICT, WITHOUT ROWID;
`;

const undoAndRules = `
  -- What an answer was given for; only practice moves cards.
  ALTER TABLE reviews ADD COLUMN mode TEXT NOT NULL DEFAULT 'practice'
    CHECK (mode IN ('practice', 'cram', 'exam'));
  ALTER TABLE reviews ADD COLUMN hints INTEGER NOT NULL DEFAULT 0;
  -- The parameters that the scheduler was given: state is rebuilt by the same.
  ALTER TABLE reviews ADD COLUMN retention REAL NOT NULL DEFAULT 0.9;
  ALTER TABLE reviews ADD COLUMN due_by INTEGER;
  -- Answers that were taken back, by the uid of the review: rows are added, never changed.
  CREATE TABLE retractions (
    uid TEXT PRIMARY KEY,
    retracted_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE VIEW standing_reviews AS
    SELECT * FROM reviews WHERE uid NOT IN (SELECT uid FROM retractions);
`;

/** All that decides which card is the likeliest to be forgotten, read without the cards themselves. */
const dueOrder = `
  DROP INDEX cards_by_due;
  CREATE INDEX cards_by_due ON cards (due, last_review, stability);
`;

const migrations: readonly string[] = [reviews, interviews, undoAndRules, dueOrder];

/** Brings the database up to date; two programs may do so at once. */
export function migrate(database: Database, steps: readonly string[] = migrations): void {
  if (versionOf(database) === steps.length) return;
  database.transaction(() => {
    const version = versionOf(database);
    if (version > steps.length) throw newerVersion(database.path);
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
}

/** Is it a history of an older shape, not a new file? */
export function isOutdated(database: Database, steps: readonly string[] = migrations): boolean {
  const version = versionOf(database);
  return version > 0 && version < steps.length;
}

function versionOf(database: Database): number {
  return database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}

function newerVersion(path: string): UserError {
  return new UserError(
    `your history was written by a newer mlsd: ${path}`,
    'Update mlsd, or keep a separate history with --data-dir DIR.',
  );
}
