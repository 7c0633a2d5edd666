/** The schedule follows from the log: made anew from it, it is exactly what answering gave. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type CardState, ratings } from '../../src/core/quiz/schedule.ts';
import { type History, openHistory } from '../../src/history/history.ts';
import type { Review } from '../../src/history/reviews.ts';

const start = Date.UTC(2026, 0, 5, 9);
const dayMs = 86_400_000;
const made: { directory: string; history: History }[] = [];

function freshHistory(): History {
  const directory = mkdtempSync(join(tmpdir(), 'mlsd-rebuild-'));
  const history = openHistory(directory, { now: () => start, monotonic: () => 0 });
  made.push({ directory, history });
  return history;
}

afterEach(() => {
  for (const { directory, history } of made.splice(0)) {
    history.close();
    rmSync(directory, { recursive: true, force: true });
  }
});

const cards = ['metric/mse#range', 'metric/mae#range', 'topic/dropout#name'];

function answerOf(fields: Partial<Review>): Review {
  return {
    card: 'metric/mse#range',
    question: 'metric/mse#range:choice',
    kind: 'choice',
    session: 'one',
    mode: 'practice',
    answeredAt: start,
    tookMs: 1000,
    isCorrect: fields.rating !== 'again',
    rating: 'good',
    answer: '0 and up',
    hints: 0,
    rules: { retention: 0.9, dueBy: undefined },
    ...fields,
  };
}

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
        const history = freshHistory();
        const { reviews } = history;
        const undoable: string[] = [];
        let now = start;
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
              reviews.record(answerOf({ card, rating, mode, answeredAt: now, rules })).uid,
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
    const history = freshHistory();
    cards.forEach((card, index) => {
      const rules = { retention: 0.9, dueBy: start + (2 + index) * dayMs };
      history.reviews.record(answerOf({ card, rating: 'easy', rules }));
    });
    const due = () => cards.map((card) => history.reviews.stateOf(card)?.due);
    const bounded = [2, 3, 4].map((days) => start + days * dayMs);
    expect(due()).toEqual(bounded);
    history.reviews.rebuild();
    expect(due()).toEqual(bounded);
  });

  test('is the same across more answers than are read at once', () => {
    const history = freshHistory();
    for (let turn = 0; turn < 2500; turn++) {
      const card = cards[turn % 2] ?? '';
      const rating = ratings[(turn * 7) % 4] ?? 'good';
      history.reviews.record(answerOf({ card, rating, answeredAt: start + turn * 3_600_000 }));
    }
    const live = statesOf(history);
    history.reviews.rebuild();
    expect(statesOf(history)).toEqual(live);
  });
});

describe('an answer that was taken back', () => {
  test('leaves its card as it was before, and is not counted', () => {
    const { reviews } = freshHistory();
    reviews.record(answerOf({ rating: 'good' }));
    const before = reviews.stateOf('metric/mse#range');
    const { uid } = reviews.record(answerOf({ rating: 'again', answeredAt: start + dayMs }));
    expect(reviews.stateOf('metric/mse#range')).not.toEqual(before);
    reviews.retract(uid, start + dayMs);
    expect(reviews.stateOf('metric/mse#range')).toEqual(before);
    expect([reviews.count(), reviews.latest(5).length]).toEqual([1, 1]);
  });

  test('leaves no state of a card that was answered only then', () => {
    const { reviews } = freshHistory();
    const { uid } = reviews.record(answerOf({}));
    reviews.retract(uid, start);
    reviews.retract(uid, start);
    expect(reviews.stateOf('metric/mse#range')).toBeUndefined();
  });
});

test.each(['cram', 'exam'] as const)('an answer of a %s moves no card', (mode) => {
  const { reviews } = freshHistory();
  reviews.record(answerOf({}));
  const before = reviews.stateOf('metric/mse#range');
  const { state } = reviews.record(answerOf({ mode, rating: 'again', answeredAt: start + dayMs }));
  expect(state).toEqual(before);
  expect(reviews.stateOf('metric/mse#range')).toEqual(before);
  expect(reviews.count()).toBe(2);
});
