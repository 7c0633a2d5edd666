/** Counts over the whole history, made in SQL: a million answers need no more room than a thousand. */
import type { CardState } from '../core/quiz/schedule.ts';
import type { AnswerGroup, CardGroup, DayCount } from '../core/stats/stats.ts';
import type { Database } from './database.ts';

export interface PracticeStatistics {
  /** Answers given between each midnight and the next. */
  answersByDay(bounds: readonly number[]): DayCount[];
  /** Answers since a moment by week, entry and kind of question. */
  answerGroups(since: number): AnswerGroup[];
  /** Cards by entry and by the time since they were seen. */
  cardGroups(now: number): CardGroup[];
  /** Every card with its state: what a plan starts from. */
  cardStates(): (CardState & { readonly card: string })[];
  /** Cards that come back between each midnight and the next. */
  dueByDay(bounds: readonly number[]): DayCount[];
}

/** The entry of a card: what stands before its #. */
const entry = "substr(card, 1, instr(card, '#') - 1)";
/** Nobody thinks about one question for longer; they went away. */
const longestMs = 600_000;
/** A card that is asked again within half a day has not come back. */
const sittingMs = 43_200_000;
const weekMs = 7 * 86_400_000;
const dayMs = 86_400_000;
/** In how many parts a stability is cut when cards are put together by the time that passed. */
const parts = 32;

export function createStatistics(database: Database): PracticeStatistics {
  function countBetween(sql: string, bounds: readonly number[]): DayCount[] {
    return bounds.slice(0, -1).map((day, index) => ({
      day,
      count: database.get<{ n: number }>(sql, [day, bounds[index + 1] ?? day])?.n ?? 0,
    }));
  }
  return {
    answersByDay(bounds) {
      const given = countBetween(
        'SELECT count(*) AS n FROM reviews WHERE answered_at >= ? AND answered_at < ?',
        bounds,
      );
      const takenBack = countBetween(
        `SELECT count(*) AS n FROM retractions JOIN reviews USING (uid)
         WHERE answered_at >= ? AND answered_at < ?`,
        database.get('SELECT 1 FROM retractions') ? bounds : [],
      );
      return given.map(({ day, count }, index) => ({
        day,
        count: count - (takenBack[index]?.count ?? 0),
      }));
    },
    answerGroups: (since) =>
      database.all<AnswerGroup>(
        `SELECT CAST((answered_at - ?) / ${weekMs} AS INTEGER) AS week, ${entry} AS entry, kind,
           count(*) AS answers, sum(correct) AS right, sum(min(took_ms, ${longestMs})) AS tookMs,
           sum(is_return) AS returns, sum(is_return AND correct) AS remembered
         FROM (
           SELECT *, mode = 'practice' AND EXISTS (
             SELECT 1 FROM reviews AS earlier WHERE earlier.card = standing_reviews.card
               AND earlier.answered_at < standing_reviews.answered_at - ${sittingMs}
           ) AS is_return FROM standing_reviews WHERE answered_at >= ?
         ) GROUP BY 1, 2, 3`,
        [since, since],
      ),
    cardGroups: (now) =>
      database
        .all<{ entry: string; part: number; cards: number }>(
          `SELECT ${entry} AS entry, count(*) AS cards,
             CAST(min(64, CAST(max(0, ? - last_review) / ${dayMs} AS INTEGER) / stability)
               * ${parts} + 0.5 AS INTEGER) AS part
           FROM cards WHERE reps > 0 GROUP BY 1, part`,
          [now],
        )
        .map(({ entry: id, part, cards }) => ({
          entry: id,
          daysPerStability: part / parts,
          cards,
        })),
    cardStates: () =>
      database.all(
        `SELECT card, due, stability, difficulty, phase, step, scheduled_days AS scheduledDays,
           reps, lapses, last_review AS lastReview FROM cards
         WHERE reps > 0`,
      ),
    dueByDay: (bounds) =>
      countBetween('SELECT count(*) AS n FROM cards WHERE due >= ? AND due < ?', bounds),
  };
}
