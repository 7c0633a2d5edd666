/** How much a sitting asks. */
import { expect, test } from 'vitest';
import { allow, cardsADay, type Today, type Wish } from '../../../src/core/quiz/allowance.ts';

const minuteMs = 60_000;
const settings = { minutesPerDay: 15, newPerDay: 10 };
const today: Today = { tookMs: 0, newCards: 0, paceMs: 45_000 };
const nothing: Wish = { mode: 'practice', count: undefined, minutes: undefined, fresh: undefined };

test.each<[string, Partial<Wish>, Partial<Today>, [number, number, number | undefined]]>([
  ['nothing wished', {}, {}, [10, 10, 15]],
  ['some of the day done', {}, { tookMs: 5 * minuteMs, newCards: 4 }, [10, 6, 10]],
  ['all of the day done', {}, { tookMs: 16 * minuteMs, newCards: 12 }, [10, 0, undefined]],
  ['a number of questions', { count: 30 }, { newCards: 9 }, [30, 30, undefined]],
  ['a number of new cards', { fresh: 3 }, { newCards: 10 }, [10, 3, 15]],
  ['no new cards', { fresh: 0 }, {}, [10, 0, 15]],
  ['minutes', { minutes: 30 }, {}, [40, 10, 30]],
  ['minutes for a quick person', { minutes: 30 }, { paceMs: 20_000 }, [90, 10, 30]],
  ['minutes and questions', { minutes: 5, count: 3 }, {}, [3, 3, 5]],
  ['a cram', { mode: 'cram', count: 30 }, { newCards: 12 }, [30, 30, undefined]],
  ['an exam', { mode: 'exam', count: 20 }, { newCards: 12 }, [20, 20, 30]],
  ['an exam of a length', { mode: 'exam', minutes: 15 }, {}, [20, 20, 15]],
])('%s', (_situation, wish, done, [count, fresh, minutes]) => {
  const limitMs = minutes === undefined ? undefined : minutes * minuteMs;
  expect(allow({ ...nothing, ...wish }, settings, { ...today, ...done })).toEqual({
    count,
    fresh,
    limitMs,
  });
});

test('a day holds what its minutes hold, and one card at least', () => {
  expect(cardsADay(settings, today)).toBe(20);
  expect(cardsADay({ minutesPerDay: 1 }, { paceMs: 90_000 })).toBe(1);
});
