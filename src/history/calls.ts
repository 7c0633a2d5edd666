/** Cards called for by something else than an answer: what an interview missed is due at once. */
import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';

export interface Call {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What called for them: "interview …". */
  readonly reason: string;
}

/** Adds the calls to the log and makes the cards due. The same reason calls a card once. */
export function callCards(
  database: Database,
  cards: readonly string[],
  { now, reason }: Call,
): void {
  for (const card of cards) {
    const known = database.get('SELECT 1 FROM calls WHERE card = ? AND reason = ?', [card, reason]);
    if (known) continue;
    database.run('INSERT INTO calls (uid, card, called_at, reason) VALUES (?, ?, ?, ?)', [
      randomUUID(),
      card,
      now,
      reason,
    ]);
    applyCalls(database, [card]);
  }
}

/** Brings the latest calls to bear on state made from answers: on these cards, or on all. */
export function applyCalls(database: Database, cards?: readonly string[]): void {
  if (!cards) apply(database, 'true', []);
  else for (const card of new Set(cards)) apply(database, 'card = ?', [card]);
}

/** A card answered since the call is as the answer left it; one never answered is new, and due. */
function apply(database: Database, where: string, values: readonly string[]): void {
  database.run(
    `INSERT INTO cards (card, due, stability, difficulty, phase, step, scheduled_days, reps,
       lapses, last_review)
     SELECT card, max(called_at), 0, 0, 0, 0, 0, 0, 0, 0 FROM calls WHERE ${where} GROUP BY card
     ON CONFLICT (card) DO UPDATE SET due = min(due, excluded.due)
       WHERE excluded.due > last_review`,
    values,
  );
}
