import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOfDay, startOfNamedDay } from '../../src/core/day.ts';
import { heatMapLines, sparkline } from '../../src/view/plots.ts';
import { textWidth } from '../../src/view/width.ts';

const daysFrom = (first: string, counts: readonly number[]) =>
  counts.map((count, index) => ({ day: startOfDay(startOfNamedDay(first), index), count }));

describe('a line of heights', () => {
  test.each([
    [true, '·▁▄█'],
    [false, '.159'],
  ])('with Unicode %s', (isUnicode, line) => {
    expect(sparkline([0, 1, 5, 10], isUnicode)).toBe(line);
  });

  test('of nothing is dots', () => {
    expect(sparkline([0, 0], false)).toBe('..');
  });
});

describe('a calendar', () => {
  test('has a row a weekday and a column a week, and says what its marks stand for', () => {
    const counts = [0, 1, 2, 0, 0, 0, 0, 3, 4, 0];
    expect(heatMapLines(daysFrom('2026-01-26', counts), { width: 40, isUnicode: false })).toEqual([
      '    Feb',
      'Mon . 3',
      '    1 4',
      'Wed 2 .',
      '    .',
      'Fri .',
      '    .',
      'Sun .',
      '    . none  1 1  2 2  3 3  4 4+',
    ]);
  });

  test('fits, shows the last weeks, and names every count once', () => {
    const history = fc.array(fc.nat({ max: 3000 }), { minLength: 30, maxLength: 371 });
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 38, max: 120 }),
        fc.boolean(),
        (counts, width, isUnicode) => {
          const lines = heatMapLines(daysFrom('2025-03-03', counts), { width, isUnicode });
          expect(Math.max(...lines.slice(0, -1).map(textWidth))).toBeLessThanOrEqual(width);
          const starts = [
            ...(lines.at(-1) ?? '').matchAll(/(?<=[^\d\s+-] |\d )(\d+)(?=-|\+| |$)/g),
          ];
          const least = starts.map(([number]) => Number(number));
          expect(least).toEqual([...least].sort((a, b) => a - b));
          expect(new Set(least).size).toBe(least.length);
        },
      ),
    );
  });
});
