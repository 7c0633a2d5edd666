/** Every card comes back before the day of the interview, and not all on its eve. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startOfDay } from '../../../src/core/day.ts';
import { lastChance } from '../../../src/core/quiz/last-chance.ts';
import { type CardState, ratings, schedule } from '../../../src/core/quiz/schedule.ts';

const dayMs = 86_400_000;
const start = new Date(2026, 0, 5, 9).getTime();
const interviewIn = (days: number) => startOfDay(start, days);

/** A life of answers, each given on the day on which the card comes back, until the interview. */
function seenOn(card: string, grades: readonly (typeof ratings)[number][], interviewAt: number) {
  const seen: number[] = [];
  let state: CardState | undefined;
  let now = start;
  while (now < interviewAt) {
    const rating = grades[seen.length % grades.length] ?? 'good';
    const dueBy = lastChance(card, { now, interviewAt, isNew: state === undefined });
    state = schedule(state, rating, now, { retention: 0.9, dueBy });
    seen.push(now);
    now = Math.max(state.due, startOfDay(now, 1));
  }
  return seen;
}

test('a card that was ever answered is seen again in the last seven days before', () => {
  const grades = fc.array(fc.constantFrom(...ratings), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.string(), grades, fc.integer({ min: 9, max: 60 }), (card, given, days) => {
      const interviewAt = interviewIn(days);
      const last = seenOn(card, given, interviewAt).at(-1) ?? 0;
      expect(last).toBeGreaterThanOrEqual(startOfDay(interviewAt, -7));
      expect(last).toBeLessThan(interviewAt);
    }),
  );
});

test('a card learned in the last days comes once more', () => {
  for (const days of [2, 3, 5, 7]) {
    const seen = seenOn('metric/mse#range', ['easy'], interviewIn(days));
    expect([days, seen.length > 1]).toEqual([days, true]);
  }
});

test('the last repetitions are spread over the days, none of them holding more than a fair share', () => {
  const interviewAt = interviewIn(60);
  const perDay = new Map<number, number>();
  for (let index = 0; index < 700; index++) {
    const card = `metric/entry-${index}#range`;
    const day = lastChance(card, { now: start, interviewAt, isNew: false }) ?? 0;
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const counts = [...perDay].sort(([a], [b]) => a - b).map(([, count]) => count);
  expect(counts).toHaveLength(7);
  // 100 each; four standard deviations of a fair draw.
  for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(38);
});

test.each([
  ['without an interview', undefined],
  ['after it', start - 3 * dayMs],
  ['on the day', startOfDay(start)],
  ['on its eve', interviewIn(1)],
])('%s nothing bounds the return', (_situation, interviewAt) => {
  expect(lastChance('metric/mse#range', { now: start, interviewAt, isNew: true })).toBeUndefined();
});
