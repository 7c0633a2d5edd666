/** Every answer, and when its card comes back. */
import { randomUUID } from 'node:crypto';
import {
  type CardRating,
  type CardState,
  schedule,
  schedulerVersion,
} from '../core/quiz/schedule.ts';
import type { Database } from './database.ts';

/** One answer to one question. */
export interface Review {
  readonly card: string;
  readonly question: string;
  readonly kind: string;
  /** The sitting it was given in. */
  readonly session: string;
  /** Milliseconds since the epoch. */
  readonly answeredAt: number;
  readonly tookMs: number;
  readonly isCorrect: boolean;
  readonly rating: CardRating;
  /** What was answered, as text. */
  readonly answer: string;
}

export interface DueCard {
  readonly card: string;
  readonly due: number;
}

export interface ReviewLog {
  /** Stores an answer and moves its card, together; returns once both are on disk. */
  record(review: Review): CardState;
  stateOf(card: string): CardState | undefined;
  /** Cards that are due, longest overdue first; ask again with the last one to go on. */
  due(now: number, limit: number, after?: DueCard): DueCard[];
  count(): number;
  /** The latest answers, newest first. */
  latest(limit: number): Review[];
  /** Makes the schedule anew from the answers alone. */
  rebuild(): void;
}

interface ReviewRow {
  card: string;
  question: string;
  kind: string;
  session: string;
  answered_at: number;
  took_ms: number;
  correct: number;
  rating: CardRating;
  answer: string;
}

interface CardRow {
  due: number;
  stability: number;
  difficulty: number;
  phase: number;
  step: number;
  scheduled_days: number;
  reps: number;
  lapses: number;
  last_review: number;
}

export function createReviewLog(database: Database): ReviewLog {
  function stateOf(card: string): CardState | undefined {
    const row = database.get<CardRow>('SELECT * FROM cards WHERE card = ?', [card]);
    return row && stateFrom(row);
  }
  return {
    // The state is read inside the transaction: another quiz may be running on the same history.
    record: (review) =>
      database.transaction(() => {
        const before = stateOf(review.card);
        // When the clock was set back, a card's answers keep their order all the same.
        const answeredAt = Math.max(review.answeredAt, before?.lastReview ?? 0);
        const state = schedule(before, review.rating, answeredAt);
        insertReview(database, { ...review, answeredAt });
        saveState(database, review.card, state);
        return state;
      }),
    stateOf,
    due: (now, limit, after = { card: '', due: -1 }) =>
      database.all<DueCard>(
        `SELECT card, due FROM cards
         WHERE due <= ? AND (due, card) > (?, ?) ORDER BY due, card LIMIT ?`,
        [now, after.due, after.card, limit],
      ),
    count: () => database.get<{ n: number }>('SELECT count(*) AS n FROM reviews')?.n ?? 0,
    latest: (limit) =>
      database
        .all<ReviewRow>('SELECT * FROM reviews ORDER BY answered_at DESC, id DESC LIMIT ?', [limit])
        .map(reviewFrom),
    rebuild: () => rebuild(database),
  };
}

function insertReview(database: Database, review: Review): void {
  database.run(
    `INSERT INTO reviews (uid, card, question, kind, session, answered_at, took_ms, correct,
       rating, answer, scheduler)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      // The one thing here that nothing depends on but its being different every time.
      randomUUID(),
      review.card,
      review.question,
      review.kind,
      review.session,
      review.answeredAt,
      Math.round(review.tookMs),
      review.isCorrect ? 1 : 0,
      review.rating,
      review.answer,
      schedulerVersion,
    ],
  );
}

function saveState(database: Database, card: string, state: CardState): void {
  database.run(
    `INSERT OR REPLACE INTO cards (card, due, stability, difficulty, phase, step, scheduled_days,
       reps, lapses, last_review)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      card,
      state.due,
      state.stability,
      state.difficulty,
      state.phase,
      state.step,
      state.scheduledDays,
      state.reps,
      state.lapses,
      state.lastReview,
    ],
  );
}

const page = 1000;

/** Reads the log in pages, in the order in which the answers were given. */
function rebuild(database: Database): void {
  database.transaction(() => {
    database.run('DELETE FROM cards');
    let last = { answered_at: -1, id: -1 };
    for (;;) {
      const rows = database.all<ReviewRow & { id: number }>(
        `SELECT * FROM reviews WHERE (answered_at, id) > (?, ?)
         ORDER BY answered_at, id LIMIT ${page}`,
        [last.answered_at, last.id],
      );
      for (const row of rows) replay(database, row);
      const end = rows.at(-1);
      if (!end) return;
      last = end;
    }
  });
}

function replay(database: Database, row: ReviewRow): void {
  const before = database.get<CardRow>('SELECT * FROM cards WHERE card = ?', [row.card]);
  const state = schedule(before && stateFrom(before), row.rating, row.answered_at);
  saveState(database, row.card, state);
}

function stateFrom(row: CardRow): CardState {
  return {
    due: row.due,
    stability: row.stability,
    difficulty: row.difficulty,
    phase: row.phase,
    step: row.step,
    scheduledDays: row.scheduled_days,
    reps: row.reps,
    lapses: row.lapses,
    lastReview: row.last_review,
  };
}

function reviewFrom(row: ReviewRow): Review {
  return {
    card: row.card,
    question: row.question,
    kind: row.kind,
    session: row.session,
    answeredAt: row.answered_at,
    tookMs: row.took_ms,
    isCorrect: row.correct === 1,
    rating: row.rating,
    answer: row.answer,
  };
}
