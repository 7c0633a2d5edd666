import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOfDay } from '../../../src/core/day.ts';
import { type PlanRequest, studyPlan, taperDays } from '../../../src/core/plan/study-plan.ts';
import { ratings, schedule } from '../../../src/core/quiz/schedule.ts';
import { dayMs, monday } from '../../helpers/history.ts';

const subjects = ['nlp', 'ranking', 'steps'];

const knownCard = fc.record({
  subjects: fc.subarray(subjects, { minLength: 1 }),
  state: fc
    .record({ rating: fc.constantFrom(...ratings), ago: fc.integer({ min: 0, max: 60 }) })
    .map(({ rating, ago }) => schedule(undefined, rating, monday - ago * dayMs)),
});

const requests: fc.Arbitrary<PlanRequest> = fc.record({
  today: fc.constant(startOfDay(monday)),
  now: fc.constant(monday),
  days: fc.integer({ min: 1, max: 60 }),
  minutesPerDay: fc.integer({ min: 1, max: 90 }),
  newPerDay: fc.integer({ min: 0, max: 20 }),
  retention: fc.constantFrom(0.8, 0.9),
  paceMs: fc.integer({ min: 15_000, max: 90_000 }),
  known: fc.array(knownCard, { maxLength: 80 }),
  fresh: fc
    .record({ nlp: fc.nat({ max: 40 }), steps: fc.nat({ max: 10 }) })
    .map((counts) => new Map(Object.entries(counts))),
  seed: fc.integer(),
});

const slotsOf = ({ days, minutesPerDay, paceMs }: PlanRequest) =>
  Array.from({ length: days }, (_, index) =>
    Math.floor(((days - index <= taperDays ? 0.5 : 1) * minutesPerDay * 60_000) / paceMs),
  ).reduce((sum, each) => sum + each, 0);

const check = (property: (request: PlanRequest) => void) =>
  fc.assert(fc.property(requests, property), { numRuns: 150 });

describe('a plan', () => {
  test('never takes more minutes than there are, and half of them on the last two days', () => {
    check((request) => {
      const { days } = studyPlan(request);
      expect(days).toHaveLength(request.days);
      for (const { minutes, isTaper } of days) {
        expect(minutes).toBeLessThanOrEqual(request.minutesPerDay / (isTaper ? 2 : 1) + 1e-9);
      }
    });
  });

  test('begins nothing new on the last two days, no more than allowed before, and no mock at the end', () => {
    check((request) => {
      const { days, freshBySubject } = studyPlan(request);
      expect(days.map(({ isTaper }) => isTaper).lastIndexOf(false)).toBe(
        days.length - 1 - Math.min(taperDays, days.length),
      );
      for (const { isTaper, fresh, hasMock } of days) {
        expect(fresh).toBeLessThanOrEqual(isTaper ? 0 : request.newPerDay);
        if (isTaper) expect(hasMock).toBe(false);
      }
      for (const [subject, count] of freshBySubject) {
        expect(count).toBeLessThanOrEqual(request.fresh.get(subject) ?? 0);
      }
    });
  });

  test('has every known card seen before the day when there is room, and else says how many are not', () => {
    check((request) => {
      const room = slotsOf(request);
      const { missed } = studyPlan(request);
      expect(missed).toBe(Math.max(0, request.known.length - room));
    });
  });

  test('has a mock twice in seven days, until two days before', () => {
    check((request) => {
      const { days } = studyPlan(request);
      for (let from = 0; from + 7 <= days.length - taperDays; from++) {
        expect(days.slice(from, from + 7).filter(({ hasMock }) => hasMock)).toHaveLength(2);
      }
    });
  });

  test('is the same for the same seed, and practice helps against doing nothing', () => {
    check((request) => {
      const plan = studyPlan(request);
      expect(studyPlan(request)).toEqual(plan);
      const { cardsToday, cardsThen, today, idle, onTheDay } = plan.together;
      expect(cardsToday).toBe(request.known.length);
      expect(cardsThen).toBe(cardsToday + plan.days.reduce((sum, { fresh }) => sum + fresh, 0));
      for (const recall of [today, idle, onTheDay]) {
        if (recall !== undefined) expect(recall).toBeGreaterThan(0);
      }
      if (today !== undefined) expect(idle).toBeLessThanOrEqual(today);
    });
  });

  test('after weeks of practice more is remembered on the day than without', () => {
    const state = schedule(undefined, 'good', monday - 5 * dayMs);
    const { together } = studyPlan({
      today: startOfDay(monday),
      now: monday,
      days: 28,
      minutesPerDay: 15,
      newPerDay: 0,
      retention: 0.9,
      paceMs: 30_000,
      known: Array.from({ length: 100 }, () => ({ subjects: ['nlp'], state })),
      fresh: new Map(),
      seed: 1,
    });
    expect(together.idle).toBeLessThan(0.75);
    expect(together.onTheDay).toBeGreaterThan(0.85);
  });

  test('gives more new cards to what is weaker', () => {
    const strong = schedule(undefined, 'easy', monday);
    const { freshBySubject } = studyPlan({
      today: startOfDay(monday),
      now: monday,
      days: 10,
      minutesPerDay: 60,
      newPerDay: 5,
      retention: 0.9,
      paceMs: 30_000,
      known: Array.from({ length: 60 }, () => ({ subjects: ['nlp'], state: strong })),
      fresh: new Map([
        ['nlp', 30],
        ['steps', 30],
      ]),
      seed: 1,
    });
    expect(freshBySubject.get('steps')).toBeGreaterThan(2 * (freshBySubject.get('nlp') ?? 0));
  });
});
