import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratings, recallAt, schedule } from '../../../src/core/quiz/schedule.ts';
import { recallAfter } from '../../../src/core/stats/forgetting.ts';

const dayMs = 86_400_000;

test('recall by days for a stability is what the scheduler expects of the card', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...ratings), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 400 }),
      (given, days) => {
        const first = Date.UTC(2026, 0, 5, 9);
        const state = given
          .slice(1)
          .reduce(
            (before, rating, index) => schedule(before, rating, first + (index + 1) * 3 * dayMs),
            schedule(undefined, given[0] ?? 'good', first),
          );
        const expected = recallAt(state, state.lastReview + days * dayMs);
        expect(recallAfter(days / state.stability)).toBeCloseTo(expected, 6);
      },
    ),
  );
});

test('just seen is certain, and a stability later it is nine in ten', () => {
  expect(recallAfter(0)).toBe(1);
  expect(recallAfter(1)).toBeCloseTo(0.9, 6);
});
