import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  apportion,
  type InterviewPlan,
  planFromSteps,
  planFromTemplate,
} from '../../../src/core/interview/plan.ts';
import { clockTime } from '../../../src/core/time.ts';
import { anySteps, guideSteps } from './steps.ts';

const times = (plan: InterviewPlan) => plan.steps.map(({ budgetMs }) => clockTime(budgetMs));
const sum = (plan: InterviewPlan) =>
  plan.steps.reduce((total, { budgetMs }) => total + budgetMs, plan.floatMs);
const anyMinutes = fc.integer({ min: 10, max: 120 });

test('forty minutes give each step its minimum and a share by slack', () => {
  const plan = planFromSteps(guideSteps, 40);
  expect(times(plan)).toEqual(['6:24', '6:24', '6:24', '6:24', '5:00', '5:00', '4:24']);
  expect(sum(plan)).toBe(40 * 60_000);
});

test.each([
  [33, ['5:00', '5:00', '5:00', '5:00', '5:00', '5:00', '3:00']],
  [43, ['7:00', '7:00', '7:00', '7:00', '5:00', '5:00', '5:00']],
  [86, ['14:00', '14:00', '14:00', '14:00', '10:00', '10:00', '10:00']],
  [11, ['1:40', '1:40', '1:40', '1:40', '1:40', '1:40', '1:00']],
])('%i minutes', (minutes, expected) => {
  expect(times(planFromSteps(guideSteps, minutes))).toEqual(expected);
});

test('every plan adds up to its total in whole seconds', () => {
  fc.assert(
    fc.property(anySteps, anyMinutes, (steps, minutes) => {
      const plan = planFromSteps(steps, minutes);
      expect(sum(plan)).toBe(minutes * 60_000);
      expect(plan.totalMs).toBe(minutes * 60_000);
      for (const { budgetMs } of plan.steps) expect(budgetMs % 1000).toBe(0);
    }),
  );
});

test('between the minima and the maxima every step stays within its minutes', () => {
  fc.assert(
    fc.property(anySteps, anyMinutes, (steps, minutes) => {
      const least = steps.reduce((total, step) => total + step.minutes.min, 0);
      const most = steps.reduce((total, step) => total + step.minutes.max, 0);
      fc.pre(minutes >= least && minutes <= most);
      planFromSteps(steps, minutes).steps.forEach(({ budgetMs, leastMs }, index) => {
        const range = steps[index]?.minutes ?? { min: 0, max: 0 };
        expect(budgetMs).toBeGreaterThanOrEqual(range.min * 60_000);
        expect(budgetMs).toBeLessThanOrEqual(range.max * 60_000);
        expect(leastMs).toBe(range.min * 60_000);
      });
    }),
  );
});

test('a longer interview takes from no step more than the rounding', () => {
  fc.assert(
    fc.property(anySteps, fc.integer({ min: 10, max: 119 }), (steps, minutes) => {
      const shorter = planFromSteps(steps, minutes).steps;
      planFromSteps(steps, minutes + 1).steps.forEach(({ budgetMs }, index) => {
        expect(budgetMs).toBeGreaterThanOrEqual((shorter[index]?.budgetMs ?? 0) - 1000);
      });
    }),
  );
});

const template = {
  id: 'slot-45',
  name: 'Slot',
  summary: 'A plan with a reserve.',
  totalMinutes: 45,
  budgets: [
    { step: 'problem', minutes: 7 },
    { step: 'data', minutes: 30.5 },
    { step: 'features', minutes: 0 },
  ],
  floatMinutes: 7.5,
};

test('a plan of the knowledge base keeps its minutes and its reserve, and leaves out empty steps', () => {
  const plan = planFromTemplate(template, guideSteps);
  expect(plan.steps.map(({ step }) => step)).toEqual(['problem', 'data']);
  expect(times(plan)).toEqual(['7:00', '30:30']);
  expect(clockTime(plan.floatMs)).toBe('7:30');
});

test('a plan scaled to other minutes still adds up', () => {
  fc.assert(
    fc.property(anyMinutes, (minutes) => {
      expect(sum(planFromTemplate(template, guideSteps, minutes))).toBe(minutes * 60_000);
    }),
  );
});

test('parts in proportion add up, and none is a whole unit away from its share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e6 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
      (total, weights) => {
        const whole = weights.reduce((a, b) => a + b, 0);
        fc.pre(whole > 0);
        const parts = apportion(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total * (weights[index] ?? 0)) / whole)).toBeLessThan(1);
        });
      },
    ),
  );
});
