/** A history in a directory of its own, gone when the test is over, and answers to put into it. */
import { onTestFinished } from 'vitest';
import { type History, openHistory } from '../../src/history/history.ts';
import type { Review } from '../../src/history/reviews.ts';
import { temporaryDirectory } from './pack.ts';

export const monday = Date.UTC(2026, 0, 5, 9);
export const dayMs = 86_400_000;

export interface TestHistory extends History {
  readonly directory: string;
}

export function temporaryHistory(now: () => number = () => monday): TestHistory {
  const directory = temporaryDirectory();
  const history = openHistory(directory, { now, monotonic: now });
  onTestFinished(() => history.close());
  return { ...history, directory };
}

export function reviewOf(fields: Partial<Review> = {}): Review {
  const isCorrect = fields.isCorrect ?? (fields.rating ?? 'good') !== 'again';
  return {
    card: 'metric/mse#range',
    question: 'metric/mse#range:choice',
    kind: 'choice',
    session: 'one',
    mode: 'practice',
    answeredAt: monday,
    tookMs: 10_000,
    isCorrect,
    rating: isCorrect ? 'good' : 'again',
    answer: '0 and up',
    hints: 0,
    rules: { retention: 0.9, dueBy: undefined },
    ...fields,
  };
}
