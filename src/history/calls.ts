/** Cards that an interview called for: a point that was missed is due at once. */
import type { Database } from './database.ts';

/** Brings the calls among the events of interviews to bear on state made from answers. */
export function applyCalls(database: Database, cards?: readonly string[]): void {
  if (!cards) apply(database, 'true', []);
  else for (const card of new Set(cards)) apply(database, 'json_each.value = ?', [card]);
}

/** A card answered since the call is as the answer left it; one never answered is new, and due. */
function apply(database: Database, where: string, values: readonly string[]): void {
  database.run(
    `INSERT INTO cards (card, due, stability, difficulty, phase, step, scheduled_days, reps,
       lapses, last_review)
     SELECT json_each.value, max(at), 0, 0, 0, 0, 0, 0, 0, 0
     FROM interview_events, json_each(data, '$.cards')
     WHERE kind = 'called' AND ${where} GROUP BY json_each.value
     ON CONFLICT (card) DO UPDATE SET due = min(due, excluded.due)
       WHERE excluded.due > last_review`,
    values,
  );
}
