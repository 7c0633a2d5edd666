/** Every answer, and when its card comes back. */
import { randomUUID } from 'node:crypto';
import { modes } from '../core/quiz/mode.ts';
import { type CardState, schedulerVersion } from '../core/quiz/schedule.ts';
import { type CardLog, createCardLog } from './cards.ts';
import type { Database } from './database.ts';
import { type Review, type ReviewRow, reviewFrom } from './review-row.ts';

export type { Review } from './review-row.ts';

/** An answer as it was stored. */
export interface Recorded {
  /** Names the answer on every machine; what it is taken back by. */
  readonly uid: string;
  /** The card afterwards; undefined when it was never practiced. */
  readonly state: CardState | undefined;
}

export interface PracticedCard {
  readonly card: string;
  /** Milliseconds spent on its answers; of one that took very long, five minutes. */
  readonly tookMs: number;
  /** Was it never practiced before? */
  readonly isNew: boolean;
}

export interface ReviewLog extends Omit<CardLog, 'replay'> {
  /** Stores an answer and moves its card, together; returns once both are on disk. */
  record(review: Review): Recorded;
  /** Takes an answer back: it stays in the log, and its card is as if it had not been given. */
  retract(uid: string, now: number): void;
  /** How many answers there are, without those taken back. */
  count(): number;
  /** The latest answers, newest first, without those taken back. */
  latest(limit: number): Review[];
  /** What was practiced since a time, card by card. */
  practicedSince(time: number): PracticedCard[];
}

/** Who takes longer was not there. */
const longestAnswerMs = 5 * 60_000;

export function createReviewLog(database: Database): ReviewLog {
  const { replay, ...cards } = createCardLog(database);
  return {
    ...cards,
    rebuild: (only) => database.transaction(() => cards.rebuild(only)),
    // The state is read inside the transaction: another quiz may be running on the same history.
    record: (review) =>
      database.transaction(() => {
        const before = cards.stateOf(review.card);
        if (!modes[review.mode].movesCards) {
          return { uid: insertReview(database, review), state: before };
        }
        // When the clock was set back, a card's answers keep their order all the same.
        const answeredAt = Math.max(review.answeredAt, (before?.lastReview ?? -1) + 1);
        const uid = insertReview(database, { ...review, answeredAt });
        return { uid, state: replay({ ...review, answeredAt }, before) };
      }),
    retract: (uid, now) =>
      database.transaction(() => {
        const review = database.get<ReviewRow>('SELECT * FROM reviews WHERE uid = ?', [uid]);
        database.run('INSERT OR IGNORE INTO retractions (uid, retracted_at) VALUES (?, ?)', [
          uid,
          now,
        ]);
        if (review) cards.rebuild([review.card]);
      }),
    count: () =>
      database.get<{ n: number }>(
        `SELECT (SELECT count(*) FROM reviews) -
           (SELECT count(*) FROM reviews WHERE uid IN (SELECT uid FROM retractions)) AS n`,
      )?.n ?? 0,
    latest: (limit) =>
      database
        .all<ReviewRow>(
          'SELECT * FROM standing_reviews ORDER BY answered_at DESC, id DESC LIMIT ?',
          [limit],
        )
        .map(reviewFrom),
    practicedSince: (time) =>
      database
        .all<{ card: string; took_ms: number; is_new: number }>(
          `SELECT card, sum(min(took_ms, ${longestAnswerMs})) AS took_ms, NOT EXISTS (
             SELECT 1 FROM reviews AS earlier
             WHERE earlier.card = today.card AND earlier.answered_at < ?) AS is_new
           FROM reviews AS today INDEXED BY reviews_by_time
           WHERE answered_at >= ? AND mode = 'practice'
             AND uid NOT IN (SELECT uid FROM retractions)
           GROUP BY card`,
          [time, time],
        )
        .map(({ card, took_ms, is_new }) => ({ card, tookMs: took_ms, isNew: is_new === 1 })),
  };
}

/** The uid of the new row. */
function insertReview(database: Database, review: Review): string {
  // The one thing here that nothing depends on but its being different every time.
  const uid = randomUUID();
  database.run(
    `INSERT INTO reviews (uid, card, question, kind, session, answered_at, took_ms, correct,
       rating, answer, scheduler, mode, hints, retention, due_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uid,
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
      review.mode,
      review.hints,
      review.rules.retention,
      review.rules.dueBy ?? null,
    ],
  );
  return uid;
}
