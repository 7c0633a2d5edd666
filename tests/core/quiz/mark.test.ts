/** Marking all that apply. */
import { describe, expect, test } from 'vitest';
import { type MarkAction, mark, parseMarks, startMarking } from '../../../src/core/quiz/mark.ts';

const marked = (...actions: MarkAction[]) => actions.reduce(mark, startMarking(3));

describe('marking', () => {
  test('a mark is set and taken away, and they stay in the order of the items', () => {
    const both = marked({ type: 'toggle', index: 2 }, { type: 'toggle', index: 0 });
    expect(both).toEqual({ count: 3, marked: [0, 2], at: 0 });
    expect(mark(both, { type: 'toggle', index: 2 }).marked).toEqual([0]);
  });

  test('the pointer goes round and marks what it points at', () => {
    const state = marked({ type: 'move', by: -1 }, { type: 'toggle this' });
    expect(state).toEqual({ count: 3, marked: [2], at: 2 });
    expect(mark(state, { type: 'move', by: 1 }).at).toBe(0);
  });

  test('a number that no item has does nothing', () => {
    expect(marked({ type: 'toggle', index: 3 })).toEqual(startMarking(3));
  });
});

test.each<[string, number[] | undefined]>([
  ['1,3', [0, 2]],
  ['3 1', [0, 2]],
  ['13', [0, 2]],
  ['2', [1]],
  ['1, 2; 3.', [0, 1, 2]],
  ['4', undefined],
  ['0', undefined],
  ['1,1', undefined],
  ['', undefined],
  [',', undefined],
  ['a1', undefined],
])('%j typed for three items', (typed, marks) => {
  expect(parseMarks(typed, 3)).toEqual(marks);
});
