/** The log of mock interviews: what each began with, and every event in order. */
import type { InterviewSetup } from '../core/interview/debrief.ts';
import type { EventData, EventTime, InterviewEvent } from '../core/interview/events.ts';
import type { Clock } from '../core/time.ts';
import type { Database } from './database.ts';

interface StoredInterview {
  readonly setup: InterviewSetup;
  readonly events: readonly InterviewEvent[];
  /** Where its clock stood when the program was last known to be running. */
  readonly clockMs: number;
  /** The wall clock at that moment. */
  readonly seenAt: number;
}

export interface InterviewLog {
  /** Stores what the interview begins with, and its first event, together. */
  begin(setup: InterviewSetup): InterviewEvent;
  /** Returns once the events are on disk; `clockMs` is the interview's own clock. */
  append(id: string, events: readonly EventData[], clockMs: number): InterviewEvent[];
  /** Says that the program is still running. */
  touch(id: string, clockMs: number): void;
  /** The one begun last that was neither finished nor stopped, of one case or of any. */
  unfinished(caseId?: string): StoredInterview | undefined;
  find(id: string): StoredInterview | undefined;
  count(): number;
  /** What was begun, newest first. */
  latest(limit: number): InterviewSummary[];
}

interface InterviewSummary {
  readonly setup: InterviewSetup;
  /** 'finished', 'stopped', or undefined while it can be continued. */
  readonly outcome: string | undefined;
}

interface InterviewRow {
  setup: string;
  clock_ms: number;
  seen_at: number;
  outcome: string | null;
}

interface EventRow {
  data: string;
  clock_ms: number;
  at: number;
}

const endings: readonly string[] = ['finished', 'stopped'];

export function createInterviewLog(database: Database, clock: Clock): InterviewLog {
  function append(id: string, events: readonly EventData[], clockMs: number): InterviewEvent[] {
    const time: EventTime = { clockMs: Math.round(clockMs), at: clock.now() };
    for (const event of events) insertEvent(database, id, event, time);
    const ending = events.find(({ kind }) => endings.includes(kind));
    touch(id, clockMs);
    if (ending) {
      database.run('UPDATE interviews SET outcome = ? WHERE id = ?', [ending.kind, id]);
    }
    return events.map((event) => ({ ...event, ...time }));
  }
  function touch(id: string, clockMs: number): void {
    database.run('UPDATE interviews SET clock_ms = max(clock_ms, ?), seen_at = ? WHERE id = ?', [
      Math.round(clockMs),
      clock.now(),
      id,
    ]);
  }
  function stored(row: InterviewRow | undefined): StoredInterview | undefined {
    if (!row) return undefined;
    const setup = setupFrom(row);
    return {
      setup,
      events: eventsOf(database, setup.id),
      clockMs: row.clock_ms,
      seenAt: row.seen_at,
    };
  }
  return {
    begin: (setup) =>
      database.transaction(() => {
        insertInterview(database, setup);
        const [started] = append(setup.id, [{ kind: 'started' }], 0);
        return started as InterviewEvent;
      }),
    append: (id, events, clockMs) => database.transaction(() => append(id, events, clockMs)),
    touch,
    unfinished: (caseId) =>
      stored(
        database.get<InterviewRow>(
          `SELECT * FROM interviews WHERE outcome IS NULL AND (? IS NULL OR case_id = ?)
           ORDER BY started_at DESC, rowid DESC LIMIT 1`,
          [caseId ?? null, caseId ?? null],
        ),
      ),
    find: (id) => stored(database.get<InterviewRow>('SELECT * FROM interviews WHERE id = ?', [id])),
    count: () => database.get<{ n: number }>('SELECT count(*) AS n FROM interviews')?.n ?? 0,
    latest: (limit) =>
      database
        .all<InterviewRow>(
          'SELECT * FROM interviews ORDER BY started_at DESC, rowid DESC LIMIT ?',
          [limit],
        )
        .map((row) => ({ setup: setupFrom(row), outcome: row.outcome ?? undefined })),
  };
}

function insertInterview(database: Database, setup: InterviewSetup): void {
  database.run(
    `INSERT INTO interviews (id, case_id, started_at, setup, clock_ms, seen_at)
     VALUES (?, ?, ?, ?, 0, ?)`,
    [setup.id, setup.caseId ?? null, setup.startedAt, JSON.stringify(setup), setup.startedAt],
  );
}

function insertEvent(database: Database, id: string, event: EventData, time: EventTime): void {
  database.run(
    `INSERT INTO interview_events (interview, number, kind, clock_ms, at, data)
     SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM interview_events WHERE interview = ?`,
    [id, event.kind, time.clockMs, time.at, JSON.stringify(event), id],
  );
}

function eventsOf(database: Database, id: string): InterviewEvent[] {
  return database
    .all<EventRow>(
      'SELECT data, clock_ms, at FROM interview_events WHERE interview = ? ORDER BY number',
      [id],
    )
    .map((row) => ({ ...(JSON.parse(row.data) as EventData), clockMs: row.clock_ms, at: row.at }));
}

function setupFrom(row: InterviewRow): InterviewSetup {
  return JSON.parse(row.setup) as InterviewSetup;
}
