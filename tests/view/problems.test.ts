import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/core/issue.ts';
import { type Paint, plainPaint, roles } from '../../src/view/paint.ts';
import { renderProblems } from '../../src/view/problems.ts';
import { textWidth } from '../../src/view/width.ts';

const problem = (more: Partial<Problem> = {}): Problem => ({
  file: 'topics/alpha.yaml',
  line: 8,
  column: 7,
  severity: 'error',
  rule: 'unknown-id',
  message: 'there is no entry "betta"',
  hint: 'did you mean "beta"?',
  excerpt: 'see: [betta]',
  ...more,
});

/** Paint that can be taken off again. */
const marked = Object.fromEntries(
  roles.map((role) => [role, (text: string) => `\ue000${text}\ue001`]),
) as unknown as Paint;

const bare = (text: string): string => text.replace(/[\ue000\ue001]/g, '');

describe('problems', () => {
  test('are told with place, line, caret and fix', () => {
    expect(renderProblems([problem()], { width: 80, paint: plainPaint })).toBe(`\
topics/alpha.yaml:8:7: error: there is no entry "betta" [unknown-id]
  8 | see: [betta]
    |       ^
  fix: did you mean "beta"?

1 error in 1 file.
`);
  });

  test('are counted by severity', () => {
    const all = [problem(), problem({ severity: 'warning', file: 'b.yaml' }), problem()];
    const text = renderProblems(all, { width: 80, paint: plainPaint });
    expect(text).toContain('b.yaml:8:7: warning: ');
    expect(text.trimEnd().split('\n').at(-1)).toBe('2 errors and 1 warning in 2 files.');
  });

  test('show the part of a long line that holds the column', () => {
    const excerpt = `${'before '.repeat(30)}HERE${' after'.repeat(30)}`;
    const text = renderProblems([problem({ excerpt, column: 211 })], {
      width: 60,
      paint: plainPaint,
    });
    const lines = text.split('\n');
    const shown = lines.find((line) => line.includes('HERE')) ?? '';
    const caret = lines.find((line) => line.trimEnd().endsWith('^')) ?? '';
    expect(shown.indexOf('HERE')).toBe(caret.indexOf('^'));
  });

  test('put the caret under wide characters', () => {
    const [, shown = '', caret = ''] = renderProblems(
      [problem({ excerpt: 'name: 漢字 here', column: 10 })],
      { width: 80, paint: plainPaint },
    ).split('\n');
    expect(caret.indexOf('^')).toBe(textWidth(shown.slice(0, shown.indexOf('here'))));
  });

  const anyProblem = fc.record({
    file: fc.string({ unit: 'binary', maxLength: 60 }),
    message: fc.string({ unit: 'binary', maxLength: 300 }),
    hint: fc.string({ unit: 'binary', maxLength: 200 }),
    excerpt: fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replace(/\n/g, ' ')),
    column: fc.integer({ min: 1, max: 320 }),
    line: fc.integer({ min: 1, max: 100_000 }),
  });

  test('fit every width, never drive the terminal, and read the same in color', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 40, max: 200 }), (more, width) => {
        const plain = renderProblems([problem(more)], { width, paint: plainPaint });
        for (const line of plain.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(plain.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
        const colored = renderProblems([problem(more)], { width, paint: marked });
        expect(bare(colored)).toBe(bare(plain));
      }),
    );
  });
});
