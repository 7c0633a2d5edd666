/** Putting items in order by keys or by typing. */
import { expect, test } from 'vitest';
import {
  arrange,
  isArranged,
  parseArrangement,
  startArrangement,
} from '../../../src/core/quiz/arrange.ts';

test('items are placed one after the other, and the mark goes to the next that is open', () => {
  const state = [
    { type: 'place', index: 2 },
    { type: 'move', by: 1 },
    { type: 'place marked' },
  ].reduce((before, action) => arrange(before, action as never), startArrangement(3));
  expect(state).toEqual({ count: 3, placed: [2, 1], marked: 0 });
  expect(isArranged(arrange(state, { type: 'place marked' }))).toBe(true);
});

test('placing an item twice changes nothing', () => {
  const once = arrange(startArrangement(3), { type: 'place', index: 1 });
  expect(arrange(once, { type: 'place', index: 1 })).toBe(once);
});

test('the last item can be taken back', () => {
  const two = arrange(arrange(startArrangement(3), { type: 'place', index: 1 }), {
    type: 'place',
    index: 0,
  });
  expect(arrange(two, { type: 'take back' })).toEqual({ count: 3, placed: [1], marked: 0 });
});

test.each([
  ['3 1 2', [2, 0, 1]],
  ['3,1,2', [2, 0, 1]],
  ['312', [2, 0, 1]],
  ['1 2', undefined],
  ['1 2 2', undefined],
  ['1 2 4', undefined],
  ['', undefined],
])('typed "%s"', (typed, expected) => {
  expect(parseArrangement(typed, 3)).toEqual(expected);
});
