/** The whole log as lines of JSON, read page by page. */
import type { Database } from './database.ts';
import {
  type InterviewLine,
  type RetractionLine,
  type ReviewLine,
  type TransferLine,
  transferFormat,
  transferVersion,
} from './transfer-format.ts';

const pageSize = 1000;

/** One line of text each, without line feeds; `about` is added to the first line. */
export function* exportLines(
  database: Database,
  about: Readonly<Record<string, string>>,
): Generator<string> {
  yield JSON.stringify({ format: transferFormat, version: transferVersion, ...about });
  let lines = 0;
  for (const line of contents(database)) {
    lines++;
    yield JSON.stringify(line);
  }
  yield JSON.stringify({ type: 'end', lines } satisfies TransferLine);
}

/** Rows are only ever added, so that pages read one after the other make one whole. */
function* contents(database: Database): Generator<TransferLine> {
  yield* reviewLines(database);
  yield* retractionLines(database);
  for (const { id } of database.all<{ id: string }>('SELECT id FROM interviews ORDER BY id')) {
    const line = interviewLine(database, id);
    if (line) yield line;
  }
}

type ReviewData = Omit<ReviewLine, 'type' | 'correct'> & { readonly correct: number };

const reviewColumns = `uid, card, question, kind, session, mode, answered_at AS answeredAt,
  took_ms AS tookMs, correct, rating, answer, hints, retention, due_by AS dueBy, scheduler`;

function* reviewLines(database: Database): Generator<ReviewLine> {
  let last = 0;
  for (;;) {
    const rows = database.all<ReviewData & { rowNumber: number }>(
      `SELECT id AS rowNumber, ${reviewColumns} FROM reviews WHERE id > ?
       ORDER BY id LIMIT ${pageSize}`,
      [last],
    );
    for (const { rowNumber, ...row } of rows) {
      last = rowNumber;
      yield lineOf(row);
    }
    if (rows.length < pageSize) return;
  }
}

function lineOf(row: ReviewData): ReviewLine {
  return { type: 'review', ...row, correct: row.correct === 1 };
}

/** Those of the answers with these uids that are there. */
export function reviewsWith(database: Database, uids: readonly string[]): ReviewLine[] {
  return database
    .all<ReviewData>(
      `SELECT ${reviewColumns} FROM reviews WHERE uid IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(uids)],
    )
    .map(lineOf);
}

function* retractionLines(database: Database): Generator<RetractionLine> {
  let last = '';
  for (;;) {
    const rows = database.all<Omit<RetractionLine, 'type'>>(
      `SELECT uid, retracted_at AS retractedAt FROM retractions WHERE uid > ?
       ORDER BY uid LIMIT ${pageSize}`,
      [last],
    );
    for (const row of rows) yield { type: 'retraction', ...row };
    last = rows.at(-1)?.uid ?? '';
    if (rows.length < pageSize) return;
  }
}

export function interviewLine(database: Database, id: string): InterviewLine | undefined {
  const row = database.get<{ setup: string; clockMs: number; seenAt: number }>(
    'SELECT setup, clock_ms AS clockMs, seen_at AS seenAt FROM interviews WHERE id = ?',
    [id],
  );
  if (!row) return undefined;
  const events = database.all<{ data: string; clockMs: number; at: number }>(
    `SELECT data, clock_ms AS clockMs, at FROM interview_events WHERE interview = ?
     ORDER BY number`,
    [id],
  );
  return {
    type: 'interview',
    id,
    setup: JSON.parse(row.setup),
    clockMs: row.clockMs,
    seenAt: row.seenAt,
    events: events.map(({ data, clockMs, at }) => ({ ...JSON.parse(data), clockMs, at })),
  };
}
