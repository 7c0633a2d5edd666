import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventData, InterviewEvent } from '../../../src/core/interview/events.ts';
import {
  answerTo,
  chooseProbe,
  interviewerSays,
  lastWords,
  twistMoment,
} from '../../../src/core/interview/interviewer.ts';
import { paceAt } from '../../../src/core/interview/pace.ts';
import { planFromSteps } from '../../../src/core/interview/plan.ts';
import { newSession, reduce, type Session } from '../../../src/core/interview/session.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const catalog = shippedCatalog();
const design = catalog.get('case', 'feed-ranking');
if (!design) throw new Error('the shipped base has no feed-ranking');
const plan = planFromSteps(catalog.all('step'), 40);
const minute = 60_000;

/** Sits through forty minutes, on time, with a note each half minute unless silent. */
function sit(seed: number, isSilent = false, everyMs = 1000, share = 1) {
  let session = newSession(plan);
  let typedMs = 0;
  const said: InterviewEvent[] = [];
  const add = (event: EventData, clockMs: number) => {
    const whole = { ...event, clockMs, at: clockMs };
    session = reduce(session, whole);
    return whole;
  };
  let endOfStep = share * (plan.steps[0]?.budgetMs ?? 0);
  for (let clockMs = 0; clockMs < share * 40 * minute; clockMs += everyMs) {
    if (clockMs >= endOfStep) {
      add({ kind: 'next' }, clockMs);
      endOfStep += share * (plan.steps[session.timeline.stepIndex]?.budgetMs ?? 0);
    }
    if (!isSilent && clockMs % (30 * 1000) === 0) {
      add({ kind: 'note', text: 'engagement' }, clockMs);
      typedMs = clockMs;
    }
    const pace = paceAt(plan, session.timeline, clockMs);
    const event = interviewerSays({ design, seed }, { session, pace, clockMs, typedMs });
    if (event) said.push(add(event, clockMs));
  }
  return { session, said };
}

describe('in forty minutes', () => {
  test.each([1, 2, 3])('with seed %i there are three probes or more and one twist', (seed) => {
    const { said } = sit(seed);
    const kinds = said.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'probed').length).toBeGreaterThanOrEqual(3);
    expect(kinds.filter((kind) => kind === 'twisted')).toHaveLength(1);
    expect(kinds).not.toContain('nudged');
    const times = said.map(({ clockMs }) => clockMs);
    const rests = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...rests)).toBeGreaterThanOrEqual(90_000);
    const twist = said.find(({ kind }) => kind === 'twisted');
    expect(twist?.clockMs).toBeGreaterThanOrEqual(0.4 * plan.totalMs);
    expect(twist?.clockMs).toBeLessThan(0.75 * plan.totalMs);
  });

  test('somebody twice as fast is probed and hears the twist as well', () => {
    const { said } = sit(1, false, 1000, 0.5);
    const kinds = said.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'probed').length).toBeGreaterThanOrEqual(3);
    expect(kinds.filter((kind) => kind === 'twisted')).toHaveLength(1);
  });

  test('after the time is up nothing more is said', () => {
    const pace = paceAt(plan, newSession(plan).timeline, 41 * minute);
    const moment = { session: newSession(plan), pace, clockMs: 41 * minute, typedMs: 0 };
    expect(interviewerSays({ design, seed: 1 }, moment)).toBeUndefined();
  });

  test('the same seed says the same at the same time, another seed something else', () => {
    expect(sit(5).said).toEqual(sit(5).said);
    expect(sit(5).said).not.toEqual(sit(6).said);
  });

  test('a long silence is broken by a word, and not again for three minutes', () => {
    const times = sit(1, true)
      .said.filter(({ kind }) => kind === 'nudged')
      .map(({ clockMs }) => clockMs);
    expect(times[0]).toBe(minute);
    expect(times.length).toBeGreaterThan(3);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2 * minute);
  });

  test('no probe and no twist comes twice, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const ids = sit(seed, false, 5000)
          .session.spoken.filter(({ kind }) => kind !== 'nudge')
          .map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 10 },
    );
  });
});

describe('a probe', () => {
  const probes = [
    { id: 'what', depth: 'define' as const },
    { id: 'why', depth: 'defend' as const },
  ].map(({ id, depth }) => ({
    id,
    depth,
    step: 'problem',
    ask: `${id}?`,
    good: 'Good.',
    points: ['latency'],
    see: [],
  }));
  const small = {
    ...design,
    probes,
    rubric: [
      {
        id: 'latency',
        step: 'problem',
        level: 'mid' as const,
        text: 'Sets a limit.',
        signals: [['200 ms']],
        see: [],
      },
    ],
  };
  const said = (text: string): Session =>
    reduce(newSession(plan), { kind: 'note', text, clockMs: 1, at: 1 });

  test.each([
    ['what was left out is asked for', 'many users', 'what'],
    ['what was said has to be defended', 'under 200 ms', 'why'],
  ])('%s', (_, note, id) => {
    expect(chooseProbe({ design: small, seed: 1 }, said(note), 'problem')?.id).toBe(id);
  });

  test('of a step without any is none', () => {
    expect(chooseProbe({ design: small, seed: 1 }, said('x'), 'data')).toBeUndefined();
  });
});

describe('the interviewer', () => {
  test('keeps silent while the clock is stopped, and on a prompt of one that has no sheet', () => {
    const session = newSession(plan);
    const paused = { ...session, timeline: { ...session.timeline, isPaused: true } };
    const pace = paceAt(plan, paused.timeline, 0);
    const late = { pace, clockMs: 30 * minute, typedMs: 0 };
    expect(interviewerSays({ design, seed: 1 }, { session: paused, ...late })).toBeUndefined();
    expect(twistMoment({ design: undefined, seed: 1 }, plan.totalMs)).toBeUndefined();
  });

  test('has last said the prompt, an answer, or what came after it', () => {
    const start = newSession(plan);
    const asked = reduce(start, {
      kind: 'asked',
      question: 'how many users',
      facts: ['users'],
      clockMs: 1000,
      at: 0,
    });
    const probed = reduce(asked, { kind: 'probed', probe: 'cf-or-towers', clockMs: 2000, at: 0 });
    expect(lastWords(design, start, 'The prompt.')).toBe('The prompt.');
    expect(lastWords(design, asked, 'The prompt.')).toMatch(/^500 million daily active users/);
    expect(lastWords(design, probed, 'The prompt.')).toMatch(/^You have 18 months/);
  });

  test('says that what is not on the sheet is to be assumed', () => {
    expect(answerTo(design, [])).toMatch(/State an assumption/);
  });
});
