/** When each card comes back: state that follows from the answers and can be rebuilt from them. */
import { type CardState, leechLapses, schedule } from '../core/quiz/schedule.ts';
import { applyCalls } from './calls.ts';
import type { Database } from './database.ts';
import { type Review, type ReviewRow, reviewFrom } from './review-row.ts';

export interface DueCard {
  readonly card: string;
  readonly due: number;
}

export interface LeechCard extends DueCard {
  readonly lapses: number;
}

export interface EndangeredPage {
  readonly now: number;
  readonly limit: number;
  readonly offset: number;
}

export interface CardLog {
  stateOf(card: string): CardState | undefined;
  /** Cards that are due, longest overdue first; ask again with the last one to go on. */
  due(now: number, limit: number, after?: DueCard): DueCard[];
  /**
   * Cards of these entries ("metric/ndcg") that are due, the likeliest to be forgotten first. With
   * FSRS that is the time since the last answer by the stability, so the file can sort by it.
   */
  endangered(entries: readonly string[], page: EndangeredPage): string[];
  /** How many are due; no more than `most` are counted. */
  countDue(now: number, most: number): number;
  /** Cards that do not stick, most often forgotten first. */
  leeches(): LeechCard[];
  /** Moves a card by one more answer. */
  replay(review: ReplayedReview, before: CardState | undefined): CardState;
  /**
   * Makes the state anew from the answers alone, of all cards or of these: after answers were
   * taken back, or came from elsewhere.
   */
  rebuild(cards?: readonly string[]): void;
}

type ReplayedReview = Pick<Review, 'card' | 'rating' | 'answeredAt' | 'rules'>;

interface CardRow {
  readonly due: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly phase: number;
  readonly step: number;
  readonly scheduled_days: number;
  readonly reps: number;
  readonly lapses: number;
  readonly last_review: number;
}

export function createCardLog(database: Database): CardLog {
  return {
    stateOf(card) {
      const row = database.get<CardRow>('SELECT * FROM cards WHERE card = ?', [card]);
      // A card that was called for and never answered is new to the scheduler.
      return row && row.reps > 0 ? stateFrom(row) : undefined;
    },
    due: (now, limit, after = { card: '', due: -1 }) =>
      database.all<DueCard>(
        `SELECT card, due FROM cards
         WHERE due <= ? AND (due, card) > (?, ?) ORDER BY due, card LIMIT ?`,
        [now, after.due, after.card, limit],
      ),
    endangered: (entries, { now, limit, offset }) =>
      database
        .all<{ card: string }>(
          `SELECT card FROM cards
           WHERE due <= ? AND substr(card, 1, instr(card, '#') - 1) IN (SELECT value FROM json_each(?))
           ORDER BY (? - last_review) / max(stability, 0.001) DESC, card LIMIT ? OFFSET ?`,
          [now, JSON.stringify(entries), now, limit, offset],
        )
        .map(({ card }) => card),
    countDue: (now, most) =>
      database.get<{ n: number }>(
        'SELECT count(*) AS n FROM (SELECT 1 FROM cards WHERE due <= ? LIMIT ?)',
        [now, most],
      )?.n ?? 0,
    leeches: () =>
      database.all<LeechCard>(
        'SELECT card, lapses, due FROM cards WHERE lapses >= ? ORDER BY lapses DESC, card',
        [leechLapses],
      ),
    replay(review, before) {
      const state = stateAfter(review, before);
      saveState(database, review.card, state);
      return state;
    },
    rebuild(cards) {
      if (cards) rebuildSome(database, cards);
      else rebuildAll(database);
      applyCalls(database, cards);
    },
  };
}

function stateAfter(
  { rating, answeredAt, rules }: ReplayedReview,
  before: CardState | undefined,
): CardState {
  return schedule(before, rating, answeredAt, rules);
}

function rebuildSome(database: Database, cards: readonly string[]): void {
  for (const card of new Set(cards)) {
    database.run('DELETE FROM cards WHERE card = ?', [card]);
    const rows = database.all<ReviewRow>(
      `SELECT * FROM standing_reviews WHERE card = ? AND mode = 'practice'
       ORDER BY answered_at, uid`,
      [card],
    );
    let state: CardState | undefined;
    for (const row of rows) state = stateAfter(reviewFrom(row), state);
    if (state) saveState(database, card, state);
  }
}

const pageSize = 1000;

/** Card by card, in pages: a million answers need no more room than a thousand. */
function rebuildAll(database: Database): void {
  database.run('DELETE FROM cards');
  let last = { card: '', answered_at: -1, uid: '' };
  let state: CardState | undefined;
  for (;;) {
    const rows = database.all<ReviewRow>(
      `SELECT * FROM standing_reviews
       WHERE (card, answered_at, uid) > (?, ?, ?) AND mode = 'practice'
       ORDER BY card, answered_at, uid LIMIT ${pageSize}`,
      [last.card, last.answered_at, last.uid],
    );
    for (const row of rows) {
      if (row.card !== last.card) {
        if (state) saveState(database, last.card, state);
        state = undefined;
      }
      state = stateAfter(reviewFrom(row), state);
      last = row;
    }
    if (rows.length === 0) break;
  }
  if (state) saveState(database, last.card, state);
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
