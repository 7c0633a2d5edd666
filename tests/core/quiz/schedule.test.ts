/** Grades in, days out. */
import { expect, test } from 'vitest';
import {
  type CardRating,
  type CardState,
  recallAt,
  schedule,
} from '../../../src/core/quiz/schedule.ts';

const dayMs = 86_400_000;
const start = Date.UTC(2026, 0, 5, 9);

function series(...ratings: CardRating[]): { state: CardState; days: number[] } {
  let state: CardState | undefined;
  const days: number[] = [];
  for (const rating of ratings) {
    const now = state?.due ?? start;
    state = schedule(state, rating, now);
    days.push((state.due - now) / dayMs);
  }
  return { state: state as CardState, days };
}

test.each<[string, CardRating[], number[]]>([
  ['always good', ['good', 'good', 'good', 'good'], [2, 11, 46, 163]],
  ['wrong at first', ['again', 'good', 'good'], [1, 2, 6]],
  ['easy', ['easy', 'easy'], [8, 66]],
  ['forgotten after a while', ['good', 'good', 'again', 'good'], [2, 11, 2, 5]],
])('a card that is answered %s comes back after so many days', (_situation, ratings, days) => {
  expect(series(...ratings).days).toEqual(days);
});

test('recall falls from 1 to nine tenths when the card is due', () => {
  const { state } = series('good', 'good');
  expect(recallAt(state, state.lastReview)).toBeCloseTo(1, 5);
  expect(recallAt(state, state.due)).toBeCloseTo(0.9, 1);
});

test('a clock that was set back does not break the schedule', () => {
  const { state } = series('good');
  const later = schedule(state, 'good', start - 30 * dayMs);
  expect(later.due).toBeGreaterThan(state.lastReview);
});
