import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alarmsDue } from '../../../src/core/interview/alarms.ts';
import type { EventData, InterviewEvent } from '../../../src/core/interview/events.ts';
import { type Pace, paceAt } from '../../../src/core/interview/pace.ts';
import { type InterviewPlan, planFromSteps } from '../../../src/core/interview/plan.ts';
import {
  advance,
  newTimeline,
  type Timeline,
  timelineAt,
  totalUsedMs,
} from '../../../src/core/interview/timeline.ts';
import { anyEvents, anyPlan, guideSteps } from './steps.ts';

const plan = planFromSteps(guideSteps, 40);

/** Minutes and seconds to milliseconds. */
function at(time: string): number {
  const [minutes = '0', seconds = '0'] = time.split(':');
  return (Number(minutes) * 60 + Number(seconds)) * 1000;
}

function timeline(of: InterviewPlan, events: readonly InterviewEvent[]): Timeline {
  return events.reduce(advance, newTimeline(of.steps.length));
}

function paceAfter(moments: readonly (readonly [string, EventData['kind']])[], now: string): Pace {
  const events = moments.map(
    ([time, kind]) => ({ kind, clockMs: at(time), at: at(time) }) as InterviewEvent,
  );
  return paceAt(plan, timeline(plan, events), at(now));
}

const borrowed = (pace: Pace) =>
  Object.fromEntries(pace.borrowed.map(({ stepIndex, ms }) => [stepIndex, ms]));

test('on plan, nothing is behind and the finish is the total', () => {
  const pace = paceAfter([], '3:00');
  expect(pace).toMatchObject({
    stepIndex: 0,
    step: { usedMs: at('3:00'), leftMs: at('3:24'), allowanceMs: at('6:24') },
    total: { usedMs: at('3:00'), leftMs: at('37:00') },
    behindMs: 0,
    projectedMs: at('40:00'),
    borrowed: [],
  });
});

test('overtime counts on and is borrowed from the later steps by their slack', () => {
  const pace = paceAfter([], '7:24');
  expect(pace.step.leftMs).toBe(-at('1:00'));
  expect(pace.behindMs).toBe(at('1:00'));
  expect(pace.projectedMs).toBe(at('41:00'));
  // Slack is 1:24 in three steps and in the last one, none in evaluation and deployment.
  expect(borrowed(pace)).toEqual({ 1: 15_000, 2: 15_000, 3: 15_000, 6: 15_000 });
});

test('the next step has what is left after it has lent', () => {
  const pace = paceAfter([['7:24', 'next']], '9:24');
  expect(pace.step).toMatchObject({
    budgetMs: at('6:24'),
    allowanceMs: at('6:09'),
    usedMs: at('2:00'),
    leftMs: at('4:09'),
  });
  expect(borrowed(pace)).toEqual({ 2: 15_000, 3: 15_000, 6: 15_000 });
});

test('when the slack is used up, the minima pay, and what they cannot pay is late', () => {
  const long = paceAfter([], '20:00');
  expect(long.behindMs).toBe(at('13:36'));
  expect(long.lateMs).toBe(0);
  expect(long.borrowed.map(({ stepIndex }) => stepIndex)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(paceAfter([], '42:00').lateMs).toBe(at('2:00'));
});

test('a step finished early puts the interview ahead', () => {
  const pace = paceAfter([['4:24', 'next']], '5:24');
  expect(pace.behindMs).toBe(-at('2:00'));
  expect(pace.projectedMs).toBe(at('38:00'));
});

test('going back takes up the step where it was left', () => {
  const pace = paceAfter(
    [
      ['4:00', 'next'],
      ['6:00', 'back'],
    ],
    '7:00',
  );
  expect(pace.stepIndex).toBe(0);
  expect(pace.step.usedMs).toBe(at('5:00'));
  expect(pace.behindMs).toBe(0);
});

test('a pause stops every clock', () => {
  const pace = paceAfter([['3:00', 'pause']], '23:00');
  expect(pace).toMatchObject({ isPaused: true, step: { usedMs: at('3:00') }, behindMs: 0 });
  expect(
    paceAfter(
      [
        ['3:00', 'pause'],
        ['23:00', 'resume'],
      ],
      '24:00',
    ).total.usedMs,
  ).toBe(at('4:00'));
});

test('a reserve pays before the steps do', () => {
  const withReserve = { ...plan, totalMs: plan.totalMs + at('2:00'), floatMs: at('2:00') };
  const started = newTimeline(plan.steps.length);
  const pace = paceAt(withReserve, started, at('7:24'));
  expect(pace).toMatchObject({ behindMs: at('1:00'), reserveMs: at('1:00'), borrowed: [] });
  expect(paceAt(withReserve, started, at('9:24')).borrowed).not.toEqual([]);
});

test('time is conserved under any sequence of moves', () => {
  fc.assert(
    fc.property(anyPlan, anyEvents, fc.nat(600_000), (any, events, more) => {
      const now = (events.at(-1)?.clockMs ?? 0) + more;
      const end = timelineAt(timeline(any, events), now);
      expect(totalUsedMs(end) + end.pausedMs).toBe(now);
      expect(end.stepIndex).toBeGreaterThanOrEqual(0);
      expect(end.stepIndex).toBeLessThan(any.steps.length);
    }),
  );
});

test('looking at the clock in between changes nothing', () => {
  fc.assert(
    fc.property(anyPlan, anyEvents, fc.nat(600_000), fc.nat(600_000), (any, events, a, b) => {
      const last = timeline(any, events);
      const now = last.untilMs + a + b;
      expect(paceAt(any, timelineAt(last, last.untilMs + a), now)).toEqual(paceAt(any, last, now));
    }),
  );
});

test('the projected finish never comes nearer while a step lasts, and grows second by second in overtime', () => {
  fc.assert(
    fc.property(anyPlan, anyEvents, fc.nat(900_000), fc.nat(900_000), (any, events, a, b) => {
      const last = timeline(any, events);
      const early = paceAt(any, last, last.untilMs + a);
      const late = paceAt(any, last, last.untilMs + a + b);
      expect(late.projectedMs).toBeGreaterThanOrEqual(early.projectedMs);
      const isOver = early.step.usedMs >= early.step.budgetMs && !early.isPaused;
      if (isOver) expect(late.projectedMs - early.projectedMs).toBe(b);
    }),
  );
});

test('what is borrowed and what is late make up what the interview is over by', () => {
  fc.assert(
    fc.property(anyPlan, anyEvents, fc.nat(2_000_000), (any, events, more) => {
      const last = timeline(any, events);
      const pace = paceAt(any, last, last.untilMs + more);
      const lent = pace.borrowed.reduce((sum, { ms }) => sum + ms, 0);
      const ownShare = pace.step.budgetMs - pace.step.allowanceMs;
      const debt = Math.max(0, pace.projectedMs - any.totalMs);
      const ownOvertime = Math.min(ownShare, Math.max(0, pace.step.usedMs - pace.step.allowanceMs));
      // What the current step was asked for and has not itself used up is its own payment.
      expect(lent + pace.lateMs).toBe(Math.max(0, debt - ownShare + ownOvertime));
      for (const { stepIndex, ms } of pace.borrowed) {
        expect(stepIndex).toBeGreaterThan(pace.stepIndex);
        expect(ms).toBeLessThanOrEqual(any.steps[stepIndex]?.budgetMs ?? 0);
      }
    }),
  );
});

test('the allowance of a step does not change while it lasts', () => {
  fc.assert(
    fc.property(anyPlan, anyEvents, fc.nat(900_000), fc.nat(900_000), (any, events, a, b) => {
      const last = timeline(any, events);
      expect(paceAt(any, last, last.untilMs + a + b).step.allowanceMs).toBe(
        paceAt(any, last, last.untilMs + a).step.allowanceMs,
      );
    }),
  );
});

test.each([
  ['5:23', []],
  ['5:24', ['last-minute']],
  ['6:24', ['last-minute', 'step-over']],
  ['40:00', ['last-minute', 'step-over', 'time-up']],
])('at %s the alarms due are %j', (now, expected) => {
  expect(alarmsDue(plan, paceAfter([], now)).map(({ kind }) => kind)).toEqual(expected);
});

test('a step of a minute has no last-minute alarm', () => {
  const short = planFromSteps(guideSteps.slice(0, 1), 1);
  const pace = paceAt(short, newTimeline(1), 30_000);
  expect(alarmsDue(short, pace)).toEqual([]);
});
