/** An answer, and the row it is kept in. */
import type { SittingMode } from '../core/quiz/mode.ts';
import type { CardRating, ReturnRules } from '../core/quiz/schedule.ts';

/** One answer to one question. */
export interface Review {
  readonly card: string;
  readonly question: string;
  readonly kind: string;
  /** The sitting it was given in. */
  readonly session: string;
  /** Only practice moves cards. */
  readonly mode: SittingMode;
  /** Milliseconds since the epoch. */
  readonly answeredAt: number;
  readonly tookMs: number;
  readonly isCorrect: boolean;
  readonly rating: CardRating;
  /** What was answered, as text. */
  readonly answer: string;
  /** How many hints were taken. */
  readonly hints: number;
  /** What the scheduler was told. */
  readonly rules: ReturnRules;
}

export interface ReviewRow {
  readonly uid: string;
  readonly card: string;
  readonly question: string;
  readonly kind: string;
  readonly session: string;
  /** Only practice moves cards. */
  readonly mode: SittingMode;
  readonly answered_at: number;
  readonly took_ms: number;
  readonly correct: number;
  readonly rating: CardRating;
  readonly answer: string;
  readonly hints: number;
  readonly retention: number;
  readonly due_by: number | null;
}

export function reviewFrom(row: ReviewRow): Review {
  return {
    card: row.card,
    question: row.question,
    kind: row.kind,
    session: row.session,
    mode: row.mode,
    answeredAt: row.answered_at,
    tookMs: row.took_ms,
    isCorrect: row.correct === 1,
    rating: row.rating,
    answer: row.answer,
    hints: row.hints,
    rules: { retention: row.retention, dueBy: row.due_by ?? undefined },
  };
}
