import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adviceAt } from '../../../src/core/interview/advice.ts';
import { complete, respond } from '../../../src/core/interview/commands.ts';
import { debriefOf } from '../../../src/core/interview/debrief.ts';
import type { EventData, InterviewEvent } from '../../../src/core/interview/events.ts';
import { paceAt } from '../../../src/core/interview/pace.ts';
import { newSession, reduce, replay, type Session } from '../../../src/core/interview/session.ts';
import { guides, plan, setup } from '../../fixtures/interview/small.ts';

const minute = 60_000;

function event(data: EventData, minutes: number): InterviewEvent {
  return { ...data, clockMs: minutes * minute, at: 1000 + minutes * minute };
}

/** Types lines, a minute of the clock apart. */
function typing(...lines: string[]): Session {
  let minutes = 0;
  return lines.reduce((session, line) => {
    minutes += 1;
    const reply = respond(line, { session, guides });
    return reply.events.map((each) => event(each, minutes)).reduce(reduce, session);
  }, newSession(plan));
}

const fresh = { session: newSession(plan), guides };
const names = (line: string) => respond(line, fresh).events.map(({ kind }) => kind);

describe('a typed line', () => {
  test.each([
    ['500 M users', [{ kind: 'note', text: '500 M users' }]],
    [' /users is the endpoint', [{ kind: 'note', text: '/users is the endpoint' }]],
    ['//users is the endpoint', [{ kind: 'note', text: '/users is the endpoint' }]],
    ['   ', []],
    ['', []],
    ['/next', [{ kind: 'next' }]],
    ['/NEXT', [{ kind: 'next' }]],
    ['/n', [{ kind: 'next' }]],
    ['/back', []],
    ['/pause', [{ kind: 'pause' }]],
    ['/resume', []],
    ['/quit', [{ kind: 'stopped' }]],
    ['/time', []],
    ['/check 1', [{ kind: 'check', items: ['problem/users'], isDone: true }]],
    ['/check 2b', [{ kind: 'check', items: ['problem/needs/2'], isDone: true }]],
    ['/check 2', [{ kind: 'check', items: ['problem/needs/1', 'problem/needs/2'], isDone: true }]],
  ])('%j leads to %j', (line, events) => {
    expect(respond(line, fresh).events).toEqual(events);
  });

  test.each([
    '/nxt',
    '/constructor',
    '/__proto__',
    '/',
    '/check',
    '/check 9',
    '/check 1c',
    '/check x',
  ])('%s changes nothing, says why, and stays to be mended', (line) => {
    const reply = respond(line, fresh);
    expect(reply).toMatchObject({ events: [], isRefused: true });
    expect(reply.text).toMatch(/\w/);
  });

  test('a near miss of a command names it', () => {
    expect(respond('/nxt', fresh).text).toContain('/next');
  });

  test('a note can never drive the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const each of respond(`x${text}`, fresh).events) {
          expect(JSON.stringify(each)).not.toMatch(/\\u00|\p{Cc}/u);
        }
        expect(true).toBe(true);
      }),
    );
  });

  test('escape sequences in a note lose what made them work', () => {
    expect(respond('a\u001B[2Jb\u0007\u202Ec', fresh).events).toEqual([
      { kind: 'note', text: 'a[2Jbc' },
    ]);
  });

  test('/next after the last step finishes', () => {
    const session = typing('/next', '/next');
    expect(session.timeline.stepIndex).toBe(2);
    expect(respond('/next', { session, guides }).events).toEqual([{ kind: 'finished' }]);
  });

  test('hints come one after the other and then say that they are over', () => {
    const session = typing('/hint');
    expect(respond('/hint', fresh).text).toBe('Hint 1 of 3. Ask: Who pays?');
    expect(respond('/hint', { session, guides }).text).toMatch(/^Hint 2 of 3\. Scale: /);
    const all = typing('/hint', '/hint', '/hint');
    expect(respond('/hint', { session: all, guides })).toEqual({
      events: [],
      text: 'There are no more hints for this step.',
    });
  });

  test.each([
    ['/ne', '/next'],
    ['/c', '/check '],
    ['/p', '/p'],
    ['/x', '/x'],
    ['a note', 'a note'],
  ])('tab makes %s into %s', (line, expected) => {
    expect(complete(line)).toBe(expected);
  });

  test('words that only look like commands inside a note are a note', () => {
    expect(names('read /next to the feed')).toEqual(['note']);
  });
});

describe('the state', () => {
  test('a note knows its step and what the total clock showed, without the pauses', () => {
    const session = typing('first', '/next', '/pause', 'while paused', '/resume', 'second');
    expect(session.notes.map(({ stepIndex, usedMs, text }) => [stepIndex, usedMs, text])).toEqual([
      [0, minute, 'first'],
      [1, 3 * minute, 'while paused'],
      [1, 4 * minute, 'second'],
    ]);
  });

  test('/check ticks, and the same again unticks', () => {
    expect([...typing('/check 1').ticked]).toEqual(['problem/users']);
    expect([...typing('/check 1', '/check 1').ticked]).toEqual([]);
    expect([...typing('/check 2a', '/check 2').ticked]).toEqual([
      'problem/needs/1',
      'problem/needs/2',
    ]);
  });

  test('replaying the events in two parts is the same as living through them', () => {
    const lines = fc.array(
      fc.constantFrom(
        'a note',
        '/next',
        '/back',
        '/pause',
        '/resume',
        '/check 1',
        '/hint',
        '/quit',
      ),
    );
    fc.assert(
      fc.property(lines, fc.nat(), (typed, cut) => {
        let session = newSession(plan);
        const events: InterviewEvent[] = [];
        typed.forEach((line, index) => {
          if (session.outcome) return;
          for (const each of respond(line, { session, guides }).events) {
            events.push(event(each, index));
            session = reduce(session, event(each, index));
          }
        });
        const middle = cut % (events.length + 1);
        const half = replay(plan, events.slice(0, middle));
        expect(events.slice(middle).reduce(reduce, half)).toEqual(session);
      }),
    );
  });

  test('time when the program was not running is remembered and on no clock', () => {
    const session = [
      event({ kind: 'note', text: 'before' }, 2),
      event({ kind: 'reopened', offMs: 99 * minute }, 2),
      event({ kind: 'note', text: 'after' }, 3),
    ].reduce(reduce, newSession(plan));
    expect(session.gaps).toEqual([{ stepIndex: 0, usedMs: 2 * minute, offMs: 99 * minute }]);
    expect(session.notes[1]?.usedMs).toBe(3 * minute);
  });
});

describe('the advice', () => {
  const kindAt = (session: Session, minutes: number) =>
    adviceAt(paceAt(plan, session.timeline, minutes * minute), { session, guides })?.kind;

  // The steps last 6, 5 and 4 minutes.
  test.each([
    ['at the start there is none', newSession(plan), 1, undefined],
    ['half of a step without a note', newSession(plan), 3, 'write'],
    ['half of a step with one', typing('a note'), 3, undefined],
    ['the last minute', newSession(plan), 5.5, 'last-minute'],
    ['the step is over', newSession(plan), 7, 'move-on'],
    ['all the time is used', newSession(plan), 16, 'time-up'],
    ['a step finished early', typing('/next'), 1.5, 'go-deeper'],
    ['paused', typing('/pause'), 9, 'paused'],
  ])('%s', (_, session, minutes, expected) => {
    expect(kindAt(session, minutes)).toBe(expected);
  });

  test('after an overrun it says which step to keep short, and how short', () => {
    const session = [event({ kind: 'next' }, 7)].reduce(reduce, newSession(plan));
    expect(adviceAt(paceAt(plan, session.timeline, 7.5 * minute), { session, guides })).toEqual({
      kind: 'cut',
      behindMs: minute,
      stepIndex: 2,
      keepMs: 3 * minute,
    });
  });
});

describe('the debrief', () => {
  test('holds planned and actual time, notes and ticks by step', () => {
    const session = typing('a note', '/check 1', '/next', '/check 1', '/quit');
    const debrief = debriefOf(setup, session, guides, { level: 'senior' });
    expect(debrief).toMatchObject({
      outcome: 'stopped',
      plannedMs: 15 * minute,
      actualMs: 5 * minute,
      tickedCount: 2,
      pointCount: 4,
    });
    expect(
      debrief.steps.map(({ step, plannedMs, actualMs, wasReached }) => [
        step,
        plannedMs / minute,
        actualMs / minute,
        wasReached,
      ]),
    ).toEqual([
      ['problem', 6, 3, true],
      ['data', 5, 2, true],
      ['wrap-up', 4, 0, false],
    ]);
    expect(debrief.steps[0]?.notes).toMatchObject([{ text: 'a note', usedMs: minute }]);
    expect(debrief.steps[0]?.points.map(({ isTicked }) => isTicked)).toEqual([true, false]);
  });
});
