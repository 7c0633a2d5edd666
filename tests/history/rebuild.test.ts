/** The schedule follows from the log: made anew from it, it is exactly what answering gave. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardState, ratings } from '../../src/core/quiz/schedule.ts';
import type { History } from '../../src/history/history.ts';
import type { Review } from '../../src/history/reviews.ts';
import { dayMs, monday, reviewOf, temporaryHistory } from '../helpers/history.ts';

const cards = ['metric/mse#range', 'metric/mae#range', 'topic/dropout#name'];

function statesOf({ reviews }: History): (CardState | undefined)[] {
  return cards.map((card) => reviews.stateOf(card));
}

/** What may happen in a life with the program. */
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      card: fc.constantFrom(...cards),
      rating: fc.constantFrom(...ratings),
      mode: fc.constantFrom('practice', 'practice', 'practice', 'cram', 'exam'),
      // Mostly later the same day or days after; sometimes the clock was set back.
      passed: fc.oneof(
        fc.integer({ min: 0, max: 3_600_000 }),
        fc.integer({ min: 1, max: 40 }).map((days) => days * dayMs),
        fc.integer({ min: -10 * dayMs, max: 0 }),
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('settings' as const),
      retention: fc.constantFrom(0.8, 0.9, 0.95),
      interviewIn: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
    }),
  },
);

describe('the schedule made anew from the log', () => {
  test('is exactly the one that answering gave, whatever was undone, set or skipped between', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (life) => {
        const history = temporaryHistory();
        const { reviews } = history;
        const undoable: string[] = [];
        let now = monday;
        let rules: Review['rules'] = { retention: 0.9, dueBy: undefined };
        for (const event of life) {
          if (event.type === 'settings') {
            const { retention, interviewIn } = event;
            const dueBy = interviewIn === undefined ? undefined : now + interviewIn * dayMs;
            rules = { retention, dueBy };
          } else if (event.type === 'undo') {
            const uid = undoable.pop();
            if (uid !== undefined) reviews.retract(uid, now);
          } else {
            now += event.passed;
            const { card, rating } = event;
            const mode = event.mode as Review['mode'];
            undoable.push(
              reviews.record(reviewOf({ card, rating, mode, answeredAt: now, rules })).uid,
            );
          }
        }
        const live = statesOf(history);
        reviews.rebuild();
        expect(statesOf(history)).toEqual(live);
        reviews.rebuild(cards.slice(0, 1));
        expect(statesOf(history)).toEqual(live);
        expect(reviews.count()).toBe(undoable.length);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the day by which each card was to come back', () => {
    const history = temporaryHistory();
    cards.forEach((card, index) => {
      const rules = { retention: 0.9, dueBy: monday + (2 + index) * dayMs };
      history.reviews.record(reviewOf({ card, rating: 'easy', rules }));
    });
    const due = () => cards.map((card) => history.reviews.stateOf(card)?.due);
    const bounded = [2, 3, 4].map((days) => monday + days * dayMs);
    expect(due()).toEqual(bounded);
    history.reviews.rebuild();
    expect(due()).toEqual(bounded);
  });

  test('is the same across more answers than are read at once', () => {
    const history = temporaryHistory();
    for (let turn = 0; turn < 2500; turn++) {
      const card = cards[turn % 2] ?? '';
      const rating = ratings[(turn * 7) % 4] ?? 'good';
      history.reviews.record(reviewOf({ card, rating, answeredAt: monday + turn * 3_600_000 }));
    }
    const live = statesOf(history);
    history.reviews.rebuild();
    expect(statesOf(history)).toEqual(live);
  });
});

describe('an answer that was taken back', () => {
  test('leaves its card as it was before, and is not counted', () => {
    const { reviews } = temporaryHistory();
    reviews.record(reviewOf({ rating: 'good' }));
    const before = reviews.stateOf('metric/mse#range');
    const { uid } = reviews.record(reviewOf({ rating: 'again', answeredAt: monday + dayMs }));
    expect(reviews.stateOf('metric/mse#range')).not.toEqual(before);
    reviews.retract(uid, monday + dayMs);
    expect(reviews.stateOf('metric/mse#range')).toEqual(before);
    expect([reviews.count(), reviews.latest(5).length]).toEqual([1, 1]);
  });

  test('leaves no state of a card that was answered only then', () => {
    const { reviews } = temporaryHistory();
    const { uid } = reviews.record(reviewOf());
    reviews.retract(uid, monday);
    reviews.retract(uid, monday);
    expect(reviews.stateOf('metric/mse#range')).toBeUndefined();
  });
});

test.each(['cram', 'exam'] as const)('an answer of a %s moves no card', (mode) => {
  const { reviews } = temporaryHistory();
  reviews.record(reviewOf());
  const before = reviews.stateOf('metric/mse#range');
  const { state } = reviews.record(reviewOf({ mode, rating: 'again', answeredAt: monday + dayMs }));
  expect(state).toEqual(before);
  expect(reviews.stateOf('metric/mse#range')).toEqual(before);
  expect(reviews.count()).toBe(2);
});
