/** The sitting: what comes next, what comes back, what is said at the end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/core/quiz/card.ts';
import {
  advance,
  currentTurn,
  position,
  type Session,
  startSession,
  stepBack,
  summarize,
} from '../../../src/core/quiz/session.ts';

const card = (id: string, entry = id): Card => ({
  id: `metric/${entry}#${id}`,
  about: { kind: 'metric', id: entry, name: entry },
  ways: [],
});
const sessionOf = (...ids: string[]) => startSession(ids.map((id) => ({ card: card(id) })));
const right = { type: 'answered', isCorrect: true, due: 2, uid: 'u' } as const;
const wrong = { type: 'answered', isCorrect: false, due: 1, uid: 'w' } as const;
const queue = (session: Session) => session.queue.map(({ card: { about } }) => about.id);

describe('a step back', () => {
  test('takes back an answer, and what came back because of it', () => {
    const start = sessionOf('a', 'b');
    const { session, takenBack } = stepBack(advance(start, wrong));
    expect([session, takenBack]).toEqual([start, 'w']);
  });

  test('over a skipped card takes back nothing', () => {
    const start = sessionOf('a', 'b');
    expect(stepBack(advance(start, { type: 'skipped' }))).toEqual({ session: start });
  });

  test('at the beginning changes nothing', () => {
    const start = sessionOf('a');
    expect(stepBack(start).session).toBe(start);
  });

  test('undoes any sequence, step by step', () => {
    const events = fc.array(fc.constantFrom(right, wrong, { type: 'skipped' } as const));
    fc.assert(
      fc.property(events, (steps) => {
        const start = sessionOf('a', 'b', 'c', 'd');
        let session = steps.reduce<Session>(advance, start);
        let takenBack = 0;
        const answers = session.answered.length;
        while (session.before) {
          const back = stepBack(session);
          takenBack += back.takenBack === undefined ? 0 : 1;
          session = back.session;
        }
        expect(session).toBe(start);
        expect(takenBack).toBe(answers);
      }),
    );
  });
});

test('a card that does not stick is tried once more at most', () => {
  const again = advance(sessionOf('a'), { ...wrong, isLeech: true });
  expect(queue(again)).toEqual(['a']);
  expect(queue(advance(again, { ...wrong, isLeech: true }))).toEqual([]);
});

test('in an exam nothing comes back', () => {
  const session = startSession([{ card: card('a') }], { repeatsWrong: false });
  expect(queue(advance(session, wrong))).toEqual([]);
});

describe('a sitting', () => {
  test('a right answer is done with', () => {
    expect(queue(advance(sessionOf('a', 'b'), right))).toEqual(['b']);
  });

  test('a wrong answer comes back after three others', () => {
    expect(queue(advance(sessionOf('a', 'b', 'c', 'd', 'e'), wrong))).toEqual([
      'b',
      'c',
      'd',
      'a',
      'e',
    ]);
  });

  test('a wrong answer comes back at the end when fewer are left', () => {
    expect(queue(advance(sessionOf('a', 'b'), wrong))).toEqual(['b', 'a']);
  });

  test('what is skipped does not come back', () => {
    const session = advance(sessionOf('a', 'b'), { type: 'skipped' });
    expect(queue(session)).toEqual(['b']);
    expect(session.skipped).toHaveLength(1);
  });

  test('the position counts each card once, also when one came back', () => {
    const second = advance(sessionOf('a', 'b', 'c', 'd', 'e'), wrong);
    expect(position(second)).toEqual({ at: 2, of: 5 });
    const again = [right, right, right].reduce(advance, second);
    expect([currentTurn(again)?.attempt, position(again)]).toEqual([2, { at: 4, of: 5 }]);
  });

  test('any sequence of answers comes to an end, and every card is asked or skipped', () => {
    const events = fc.infiniteStream(fc.constantFrom(right, wrong, { type: 'skipped' } as const));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), events, (count, stream) => {
        let session = sessionOf(...Array.from({ length: count }, (_, index) => `c${index}`));
        let turns = 0;
        while (currentTurn(session)) {
          session = advance(session, stream.next().value);
          turns++;
        }
        expect(turns).toBeLessThanOrEqual(4 * count);
        const met = [
          ...session.answered.map((each) => each.card.id),
          ...session.skipped.map(({ id }) => id),
        ];
        expect(new Set(met).size).toBe(count);
      }),
    );
  });

  test('the summary counts first tries, later successes and the last due time', () => {
    const events = [wrong, right, { ...right, due: 9 }];
    const { asked, rightAtOnce, rightLater, byTopic, returns } = summarize(
      events.reduce<Session>(advance, sessionOf('a', 'b')),
    );
    expect({ asked, rightAtOnce, rightLater, returns }).toEqual({
      asked: 2,
      rightAtOnce: 1,
      rightLater: 1,
      returns: [2, 9],
    });
    expect(byTopic.map(({ about, right: score }) => [about.id, score])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });
});

test('a card that is planned twice counts twice, and comes back once', () => {
  const twice = startSession([
    { card: card('a'), round: 0 },
    { card: card('a'), round: 1 },
  ]);
  const { asked, rightAtOnce, rightLater, returns } = summarize(
    [right, wrong, { ...right, due: 5 }].reduce<Session>(advance, twice),
  );
  expect({ asked, rightAtOnce, rightLater, returns }).toEqual({
    asked: 2,
    rightAtOnce: 1,
    rightLater: 1,
    returns: [5],
  });
});
