/** Grades in, days out. */
import { expect, test } from 'vitest';
import {
  type CardRating,
  type CardState,
  defaultRules,
  isLeech,
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

test('wanting to forget less brings a card back sooner', () => {
  const after = (retention: number) =>
    schedule(series('good').state, 'good', start + 2 * dayMs, { retention, dueBy: undefined }).due;
  expect(after(0.95)).toBeLessThan(after(0.9));
  expect(after(0.9)).toBeLessThan(after(0.8));
});

test('a card does not come back later than it must, and is remembered by the shorter time', () => {
  const dueBy = start + 5 * dayMs;
  const state = schedule(undefined, 'easy', start, { ...defaultRules, dueBy });
  expect([state.due, state.scheduledDays]).toEqual([dueBy, 5]);
  const past = schedule(undefined, 'easy', start, { ...defaultRules, dueBy: start - dayMs });
  expect((past.due - start) / dayMs).toBe(8);
});

test('a card that was forgotten again and again comes back less often', () => {
  const forgotten = Array<CardRating>(8).fill('again');
  const { state, days } = series(...forgotten);
  expect(isLeech(state)).toBe(true);
  expect(days.slice(0, 6)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(days.slice(6)).toEqual([4, 4]);
});
