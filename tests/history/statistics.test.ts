/** Counts made in SQL, held against the same counted one by one. */
import { expect, test } from 'vitest';
import { dayBounds, startOfDay } from '../../src/core/day.ts';
import { recallAt } from '../../src/core/quiz/schedule.ts';
import { recallAfter } from '../../src/core/stats/forgetting.ts';
import { dayMs, monday, reviewOf, temporaryHistory } from '../helpers/history.ts';

const cards = ['metric/mse#range', 'metric/mse#use', 'metric/mae#range', 'topic/dropout#name'];

test('answers are grouped by week, entry and kind; what came back is told apart', () => {
  const { reviews, statistics } = temporaryHistory();
  const ask = (days: number, isCorrect: boolean, card = 'metric/mse#range') =>
    reviews.record(reviewOf({ card, isCorrect, answeredAt: monday + days * dayMs }));
  ask(0, false);
  reviews.record(reviewOf({ answeredAt: monday + 60_000 }));
  ask(2, true);
  ask(9, false);
  ask(9, true, 'metric/mae#range');
  const groups = statistics.answerGroups(monday);
  const byPlace = groups.map(({ week, entry, answers, right, returns, remembered }) => [
    [week, entry],
    [answers, right, returns, remembered],
  ]);
  expect(byPlace).toEqual([
    [
      [0, 'metric/mse'],
      [3, 2, 1, 1],
    ],
    [
      [1, 'metric/mae'],
      [1, 1, 0, 0],
    ],
    [
      [1, 'metric/mse'],
      [1, 0, 1, 0],
    ],
  ]);
});

test('an answer that was taken back counts nowhere, and one outside practice never returns', () => {
  const { reviews, statistics } = temporaryHistory();
  const { uid } = reviews.record(reviewOf());
  reviews.record(reviewOf({ answeredAt: monday + 3 * dayMs, mode: 'exam' }));
  reviews.retract(uid, monday);
  expect(statistics.answerGroups(monday - dayMs)).toMatchObject([{ answers: 1, returns: 0 }]);
  const days = statistics.answersByDay(dayBounds(startOfDay(monday), 4));
  expect(days.map(({ count }) => count)).toEqual([0, 0, 0, 1]);
});

test('a minute away from the keyboard is thought about, an hour is not', () => {
  const { reviews, statistics } = temporaryHistory();
  reviews.record(reviewOf({ tookMs: 3_600_000 }));
  expect(statistics.answerGroups(monday)).toMatchObject([{ tookMs: 600_000 }]);
});

test('the recall of groups of cards is that of the cards, to a part in a hundred', () => {
  const { reviews, statistics } = temporaryHistory();
  cards.forEach((card, index) => {
    reviews.record(reviewOf({ card, isCorrect: index !== 1 }));
    reviews.record(reviewOf({ card, answeredAt: monday + (index + 1) * dayMs }));
  });
  const now = monday + 40 * dayMs;
  const groups = statistics.cardGroups(now);
  expect(groups.reduce((sum, group) => sum + group.cards, 0)).toBe(cards.length);
  const grouped = groups.reduce(
    (sum, each) => sum + each.cards * recallAfter(each.daysPerStability),
    0,
  );
  const single = cards
    .map((card) => reviews.stateOf(card))
    .map((state) => state && recallAt(state, now));
  const exact = single.reduce<number>((sum, recall) => sum + (recall ?? 0), 0);
  expect(Math.abs(grouped - exact) / cards.length).toBeLessThan(0.01);
});

test('cards come back on the day they are due', () => {
  const { reviews, statistics } = temporaryHistory();
  const due = cards.map((card) => reviews.record(reviewOf({ card })).state?.due ?? 0);
  const bounds = dayBounds(startOfDay(monday), 30);
  const counts = statistics.dueByDay(bounds);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(due.length);
  for (const { day, count } of counts) {
    expect(count).toBe(due.filter((at) => at >= day && at < startOfDay(day, 1)).length);
  }
});
