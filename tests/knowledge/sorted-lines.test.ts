import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedLines, sortedLines } from '../../src/knowledge/sorted-lines.ts';

const line = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\t', 'é', '²', '漢', '😀'),
  maxLength: 6,
});

test('finds exactly the lines that begin with a prefix, in the order of their bytes', () => {
  fc.assert(
    fc.property(fc.array(line), line, (lines, prefix) => {
      const table = new SortedLines(sortedLines(lines));
      const expected = [...new Set(lines)].filter((each) => each.startsWith(prefix));
      expect(table.beginning(prefix)).toEqual(
        expected.sort((a, b) => Buffer.compare(Buffer.from(`${a}\n`), Buffer.from(`${b}\n`))),
      );
    }),
  );
});

test('an empty table has no lines', () => {
  expect(new SortedLines(sortedLines([])).beginning('')).toEqual([]);
});
