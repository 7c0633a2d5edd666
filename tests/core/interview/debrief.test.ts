import { describe, expect, test } from 'vitest';
import { debriefOf, type Yardstick } from '../../../src/core/interview/debrief.ts';
import type { EventData, InterviewEvent } from '../../../src/core/interview/events.ts';
import { replay } from '../../../src/core/interview/session.ts';
import { design, guides, plan, setup } from '../../fixtures/interview/small.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const minuteMs = 60_000;
const { scorecard } = shippedCatalog();
const yardstick: Yardstick = { level: 'mid', design, scorecard };

function debrief(lived: readonly (readonly [number, EventData])[], against = yardstick) {
  const events = lived.map(
    ([minutes, data]): InterviewEvent => ({ ...data, clockMs: minutes * minuteMs, at: minutes }),
  );
  return debriefOf(setup, replay(plan, events), guides, against);
}

const note = (text: string): EventData => ({ kind: 'note', text });
const next: EventData = { kind: 'next' };

const walked: readonly (readonly [number, EventData])[] = [
  [1, note('500 M users')],
  [9, next],
  [10, note('the label is a free spot')],
  [11, next],
  [12, note('recap: done')],
  [14, { kind: 'finished' }],
];

const ids = (of: ReturnType<typeof debrief>) =>
  of.points.filter(({ isCovered }) => isCovered).map(({ point }) => point.id);

describe('points of the case', () => {
  test('are covered by the notes, with the time of the evidence', () => {
    const { points } = debrief(walked);
    expect(points.map(({ point, isCovered }) => [point.id, isCovered])).toEqual([
      ['users', true],
      ['label', true],
      ['delay', false],
      ['recap', true],
    ]);
    expect(points[1]?.evidence).toMatchObject([{ usedMs: 10 * minuteMs, step: 'data' }]);
  });

  test('are covered by what the candidate asks', () => {
    const asked: EventData = { kind: 'asked', question: 'how many users?', facts: [] };
    expect(ids(debrief([[1, asked]]))).toEqual(['users']);
  });

  test('are as the person says afterwards', () => {
    const corrected = (point: string, isCovered: boolean): EventData => ({
      kind: 'corrected',
      point,
      isCovered,
    });
    const after = debrief([
      ...walked,
      [14, corrected('users', false)],
      [14, corrected('delay', true)],
    ]);
    expect(ids(after)).toEqual(['label', 'delay', 'recap']);
  });

  test('of steps that were not part of the plan do not count', () => {
    const sprint = { ...plan, steps: plan.steps.slice(0, 1) };
    const held = replay(sprint, [{ ...note('users'), clockMs: 1, at: 1 }]);
    const { points } = debriefOf({ ...setup, plan: sprint }, held, guides, yardstick);
    expect(points.map(({ point }) => point.id)).toEqual(['users']);
  });
});

describe('the scorecard', () => {
  test('is suggested by what was said, and capped by the clock', () => {
    const cut = debrief([...walked.slice(0, 3), [11, { kind: 'stopped' }]]);
    const communication = cut.scoring?.scores.find(
      ({ dimension }) => dimension.id === 'communication',
    );
    expect(communication?.score).toBe(1);
    const scores = debrief(walked).scoring?.scores.map(({ dimension, score }) => [
      dimension.id,
      score,
    ]);
    expect(Object.fromEntries(scores ?? [])).toMatchObject({
      framing: 4,
      data: 2,
      communication: 4,
    });
  });

  test('holds what the person settled on', () => {
    const scored: EventData = { kind: 'scored', dimension: 'framing', score: 2 };
    const { scoring } = debrief([...walked, [14, scored]]);
    expect(scoring?.scores[0]).toMatchObject({ score: 4, given: 2, isConfirmed: true });
  });

  test('is left out with a prompt of one\u2019s own', () => {
    const own = debrief(walked, { level: 'mid', scorecard });
    expect([own.scoring, own.points, own.unasked]).toEqual([undefined, [], []]);
  });
});

describe('what to do next', () => {
  test('is practice of the step that ran over, the dimension that costs most, and the cards', () => {
    const { next: things } = debrief(walked, {
      ...yardstick,
      overrunsBefore: new Map([['problem', 1]]),
    });
    expect(things).toMatchObject([
      { kind: 'sprint', step: 'problem', times: 2 },
      { kind: 'read', dimension: 'Data and labels', see: ['sampling'] },
      { kind: 'cards', count: 1, caseId: 'parking' },
    ]);
  });

  test('is never more than three things', () => {
    expect(debrief(walked).next.length).toBeLessThanOrEqual(3);
  });
});

describe('red flags', () => {
  const talk = Array.from({ length: 8 }, (_, index) => [0.5, note(`thought ${index}`)] as const);
  const flags = (lived: readonly (readonly [number, EventData])[]) =>
    debrief(lived).flags.map(({ id }) => id);

  test('are shown by the clock: long scoping, steps that were not reached', () => {
    expect(flags([[11, { kind: 'stopped' }]])).toEqual(['long-scoping', 'not-reached']);
  });

  test('are raised for no baseline only where the step of the model was held', () => {
    expect(flags([...talk, ...walked.slice(1)])).not.toContain('no-baseline');
    const steps = plan.steps.map((step, index) =>
      index === 1 ? { ...step, step: 'modeling' } : step,
    );
    const held = (words: string) =>
      debriefOf(
        setup,
        replay(
          { ...plan, steps },
          [...talk, [1, note(words)] as const, ...walked.slice(1)].map(([minutes, data]) => ({
            ...data,
            clockMs: minutes * minuteMs,
            at: 1,
          })),
        ),
        guides,
        yardstick,
      ).flags.map(({ id }) => id);
    expect(held('a deep network')).toContain('no-baseline');
    expect(held('popularity as the baseline')).not.toContain('no-baseline');
  });
});
