/** The steps of the guide with nothing but their minutes, and arbitrary plans and histories. */
import fc from 'fast-check';
import type { EventData, InterviewEvent } from '../../../src/core/interview/events.ts';
import type { InterviewPlan, TimedStep } from '../../../src/core/interview/plan.ts';

export const guideSteps: readonly TimedStep[] = [
  ['problem', 5, 7],
  ['data', 5, 7],
  ['features', 5, 7],
  ['modeling', 5, 7],
  ['evaluation', 5, 5],
  ['deployment', 5, 5],
  ['wrap-up', 3, 5],
].map(([id, min, max]) => ({
  id: String(id),
  name: `The ${id} step`,
  minutes: { min: Number(min), max: Number(max) },
}));

export const anySteps: fc.Arbitrary<TimedStep[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 15 }))
    .map(([min, slack]) => ({ id: 'step', name: 'Step', minutes: { min, max: min + slack } })),
  { minLength: 1, maxLength: 12 },
);

export const anyPlan: fc.Arbitrary<InterviewPlan> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 })), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.integer({ min: 0, max: 600 }),
  )
  .map(([steps, float]) => ({
    id: 'any',
    name: 'Any',
    totalMs: (steps.reduce((sum, [budget]) => sum + budget, 0) + float) * 1000,
    floatMs: float * 1000,
    steps: steps.map(([budget, least], index) => ({
      step: `step-${index}`,
      name: `Step ${index}`,
      budgetMs: budget * 1000,
      leastMs: Math.min(budget, least) * 1000,
    })),
  }));

const moves: readonly EventData[] = [
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'pause' },
  { kind: 'resume' },
  { kind: 'note', text: 'a note' },
  { kind: 'reopened', offMs: 5000 },
];

/** Any sequence of moves at any times, in order. */
export const anyEvents: fc.Arbitrary<InterviewEvent[]> = fc
  .array(fc.tuple(fc.constantFrom(...moves), fc.integer({ min: 0, max: 600_000 })), {
    maxLength: 30,
  })
  .map((moments) => {
    let clockMs = 0;
    return moments.map(([event, passed]) => {
      clockMs += passed;
      return { ...event, clockMs, at: 1_700_000_000_000 + clockMs };
    });
  });
