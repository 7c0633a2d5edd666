import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipLines, textWidth, wrapRuns } from '../../src/view/width.ts';

const identity = (text: string): string => text;
const prose = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcdefghij', 'é', 'Σ', '語'), maxLength: 30 }))
  .map((words) => words.join(' '));
const widths = fc.integer({ min: 10, max: 60 });

describe('wrapping', () => {
  test('breaks text in the same places whether it is painted or not', () => {
    fc.assert(
      fc.property(prose, widths, (text, width) => {
        expect(wrapRuns([{ text }], width)).toEqual(wrapRuns([{ text, paint: identity }], width));
      }),
    );
  });
});

describe('clipping', () => {
  test('never takes more lines than allowed, nor more columns', () => {
    fc.assert(
      fc.property(prose, widths, fc.integer({ min: 1, max: 4 }), (text, width, count) => {
        const lines = wrapRuns([{ text: clipLines(text, width, count) }], width);
        expect(lines.length).toBeLessThanOrEqual(count);
        expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
      }),
    );
  });

  test.each([
    ['what fits stays as it is', 'two words', 20, 1, 'two words'],
    ['what does not ends between words, with an ellipsis', 'one two three', 8, 1, 'one two…'],
    ['no comma stands before the ellipsis', 'one, two, three', 9, 1, 'one, two…'],
  ])('%s', (_, text, width, count, clipped) => {
    expect(clipLines(text, width, count)).toBe(clipped);
  });
});
