/**
 * Another history merged into this one. Answers are known by their uid, so that nothing comes
 * twice, and the result is the same in whatever order histories are merged.
 */
import type { z } from 'zod';
import { isEventKind } from '../core/interview/timeline.ts';
import { UserError } from '../errors.ts';
import { createCardLog } from './cards.ts';
import type { Database } from './database.ts';
import { interviewLine, reviewsWith } from './export.ts';
import {
  headerSchema,
  type InterviewLine,
  lineSchema,
  type RetractionLine,
  type ReviewLine,
  transferFormat,
  transferVersion,
} from './transfer-format.ts';

/** A file of lines, and what it is called in messages. */
export interface TransferSource {
  readonly name: string;
  readonly lines: Iterable<string>;
}

export interface ImportResult {
  readonly reviews: number;
  readonly retractions: number;
  /** New ones, and those that go on further than they did here. */
  readonly interviews: number;
}

/** All of the sources or nothing. Throws UserError with file, line and reason. */
export function importLines(database: Database, sources: readonly TransferSource[]): ImportResult {
  return database.transaction(() => {
    const merge = new Merge(database);
    for (const source of sources) readSource(source, merge);
    return merge.finish();
  });
}

function readSource({ name, lines }: TransferSource, merge: Merge): void {
  let number = 0;
  let isOver = false;
  const refuseAt =
    (line: number) =>
    (reason: string): never => {
      throw new UserError(
        `${name}:${Math.max(1, line)}: ${reason}`,
        'Nothing was imported. Export it again where it comes from: mlsd history export FILE',
      );
    };
  const refuse: Refuse = (reason) => refuseAt(number)(reason);
  for (const text of lines) {
    number++;
    const value = parse(text, refuse);
    if (number === 1) {
      readHeader(value, refuse);
      continue;
    }
    if (isOver) refuse('something stands behind the end of the history.');
    const line = checked(lineSchema, value, refuse);
    if (line.type === 'end') {
      if (line.lines !== number - 2) refuse(`${line.lines} lines should stand before this one.`);
      isOver = true;
    } else merge.add(line, refuseAt(number));
  }
  merge.flush();
  if (number === 0) refuse('it is empty.');
  if (!isOver) refuse('the history ends too early; the file was cut off.');
}

type Refuse = (reason: string) => never;

function parse(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('this is not a line of JSON.');
  }
}

function readHeader(value: unknown, refuse: Refuse): void {
  const header = headerSchema.safeParse(value);
  if (!header.success) {
    refuse(`this is not an exported history, which begins with {"format":"${transferFormat}"}.`);
    return;
  }
  const { version } = header.data;
  if (version > transferVersion) {
    refuse(
      `it is in format ${version}, of a newer mlsd; this one reads ${transferVersion}. Update mlsd here.`,
    );
  }
}

function checked<S extends z.ZodType>(schema: S, value: unknown, refuse: Refuse): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.');
  return refuse(`${place ? `${place}: ` : ''}${issue?.message ?? 'it cannot be understood'}.`);
}

/** More cards than this are rebuilt faster all together. */
const mostSingleCards = 500;

const batch = 500;

const reviewColumns = [
  'uid',
  'card',
  'question',
  'kind',
  'session',
  'mode',
  'answered_at',
  'took_ms',
  'correct',
  'rating',
  'answer',
  'hints',
  'retention',
  'due_by',
  'scheduler',
];

function insertOf(count: number): string {
  const row = `(${reviewColumns.map(() => '?').join(', ')})`;
  const rows = Array.from({ length: count }, () => row).join(', ');
  return `INSERT INTO reviews (${reviewColumns.join(', ')}) VALUES ${rows}`;
}

function valuesOf(line: ReviewLine): (string | number | null)[] {
  return [
    line.uid,
    line.card,
    line.question,
    line.kind,
    line.session,
    line.mode,
    line.answeredAt,
    line.tookMs,
    line.correct ? 1 : 0,
    line.rating,
    line.answer,
    line.hints,
    line.retention,
    line.dueBy,
    line.scheduler,
  ];
}

class Merge {
  readonly #database: Database;
  readonly #cards = new Set<string>();
  /** Answers that are checked and not yet stored, by uid. */
  readonly #waiting = new Map<string, { readonly line: ReviewLine; readonly refuse: Refuse }>();
  readonly #counts = { reviews: 0, retractions: 0, interviews: 0 };

  constructor(database: Database) {
    this.#database = database;
  }

  add(line: ReviewLine | RetractionLine | InterviewLine, refuse: Refuse): void {
    if (line.type === 'review') this.#addReview(line, refuse);
    else if (line.type === 'retraction') this.#addRetraction(line);
    else this.#addInterview(line, refuse);
  }

  /** Cards follow from the answers: those with new ones are made anew. */
  finish(): ImportResult {
    const cards = [...this.#cards];
    const { rebuild } = createCardLog(this.#database);
    if (cards.length > mostSingleCards) rebuild();
    else if (cards.length > 0) rebuild(cards);
    return this.#counts;
  }

  #addReview(line: ReviewLine, refuse: Refuse): void {
    const waiting = this.#waiting.get(line.uid);
    if (waiting && !isSame(waiting.line, line)) refuse(`there is another answer ${line.uid}.`);
    this.#waiting.set(line.uid, { line, refuse });
    if (this.#waiting.size >= batch) this.flush();
  }

  /** Many answers with one statement: a million of them take little time and room. */
  flush(): void {
    const waiting = new Map(this.#waiting);
    this.#waiting.clear();
    for (const known of reviewsWith(this.#database, [...waiting.keys()])) {
      const { line, refuse } = waiting.get(known.uid) ?? {};
      if (line && !isSame(known, line)) {
        refuse?.(`your history has another answer with uid ${known.uid}.`);
      }
      waiting.delete(known.uid);
    }
    const lines = [...waiting.values()].map(({ line }) => line);
    if (lines.length === 0) return;
    this.#database.run(insertOf(lines.length), lines.flatMap(valuesOf));
    this.#counts.reviews += lines.length;
    for (const { card } of lines) this.#cards.add(card);
  }

  #addRetraction({ uid, retractedAt }: RetractionLine): void {
    const known = this.#database.get<{ retracted_at: number }>(
      'SELECT retracted_at FROM retractions WHERE uid = ?',
      [uid],
    );
    if (known && known.retracted_at <= retractedAt) return;
    this.#database.run('INSERT OR REPLACE INTO retractions (uid, retracted_at) VALUES (?, ?)', [
      uid,
      retractedAt,
    ]);
    if (known) return;
    this.#counts.retractions++;
    for (const { card } of reviewsWith(this.#database, [uid])) this.#cards.add(card);
  }

  /** Of two states of one interview the one that went on further is kept. */
  #addInterview(line: InterviewLine, refuse: Refuse): void {
    if (line.setup.id !== line.id) refuse('the interview and its setup have different ids.');
    const strange = line.events.find(({ kind }) => !isEventKind(kind));
    if (strange) refuse(`there is no event "${strange.kind}" in an interview.`);
    const known = interviewLine(this.#database, line.id);
    if (known && !goesFurther(line, known)) return;
    this.#saveInterview(line);
    for (const card of [...calledBy(line), ...(known ? calledBy(known) : [])])
      this.#cards.add(card);
    this.#counts.interviews++;
  }

  #saveInterview({ id, setup, clockMs, seenAt, events }: InterviewLine): void {
    // Scores, corrections and calls may follow the end.
    const outcome =
      events.findLast(({ kind }) => ['finished', 'stopped'].includes(kind))?.kind ?? null;
    this.#database.run('DELETE FROM interview_events WHERE interview = ?', [id]);
    this.#database.run(
      `INSERT INTO interviews (id, case_id, started_at, setup, clock_ms, seen_at, outcome)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id,
         started_at = excluded.started_at, setup = excluded.setup, clock_ms = excluded.clock_ms,
         seen_at = excluded.seen_at, outcome = excluded.outcome`,
      [id, setup.caseId ?? null, setup.startedAt, JSON.stringify(setup), clockMs, seenAt, outcome],
    );
    events.forEach(({ clockMs: eventClock, at, ...data }, index) => {
      this.#database.run(
        `INSERT INTO interview_events (interview, number, kind, clock_ms, at, data)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [id, index + 1, data.kind, eventClock, at, JSON.stringify(data)],
      );
    });
  }
}

function calledBy({ events }: InterviewLine): string[] {
  return events.flatMap(({ kind, cards }) =>
    kind === 'called' && Array.isArray(cards)
      ? cards.filter((card) => typeof card === 'string')
      : [],
  );
}

/** A total order, so that merging in any order keeps the same one. */
function goesFurther(one: InterviewLine, other: InterviewLine): boolean {
  const ranks = (line: InterviewLine) => [line.events.length, line.clockMs, line.seenAt];
  const [left, right] = [ranks(one), ranks(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  if (at >= 0) return (left[at] ?? 0) > (right[at] ?? 0);
  return canonical(one) > canonical(other);
}

function isSame(one: object, other: object): boolean {
  return canonical(one) === canonical(other);
}

/** The same text for the same value, in whatever order its fields came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
