import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayBounds,
  daysBetween,
  dayText,
  startOfDay,
  startOfNamedDay,
} from '../../src/core/day.ts';

const moments = fc.integer({ min: Date.UTC(2000, 0, 3), max: Date.UTC(2060, 0, 1) });

test('a day has a name that leads back to its midnight', () => {
  fc.assert(
    fc.property(moments, (at) => {
      expect(startOfNamedDay(dayText(at))).toBe(startOfDay(at));
    }),
  );
});

test('days that are added are the days between, over changes of the clock too', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -800, max: 800 }), (at, count) => {
      const day = startOfDay(at);
      expect(daysBetween(day, startOfDay(day, count))).toBe(count);
    }),
  );
});

test('the bounds of three days are four midnights', () => {
  const bounds = dayBounds(startOfNamedDay('2026-02-27'), 3);
  expect(bounds.map(dayText)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
});
