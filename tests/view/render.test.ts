import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/core/catalog.ts';
import { createPaint } from '../../src/terminal/paint.ts';
import {
  code,
  document,
  fields,
  heading,
  list,
  paragraph,
  strong,
  table,
} from '../../src/view/document.ts';
import { entryDocument } from '../../src/view/entries/entry.ts';
import { plainPaint } from '../../src/view/paint.ts';
import { renderMarkdown } from '../../src/view/render/markdown.ts';
import { renderTerminal } from '../../src/view/render/terminal.ts';
import { textWidth } from '../../src/view/width.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

const catalog = shippedCatalog();
const plain = { paint: plainPaint, isUnicode: true };
const entries = kinds.flatMap((kind) => [...catalog.all(kind)]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for
const withoutColor = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, '');

function tooWide(text: string, width: number): string[] {
  return text.split('\n').filter((line) => textWidth(line) > width);
}

describe('the terminal rendering', () => {
  test.each([40, 60, 80, 120, 200])('of every entry keeps within %i columns', (width) => {
    const wide = entries.flatMap((entry) => {
      const text = renderTerminal(entryDocument(entry, { catalog, detail: 'everything' }), {
        ...plain,
        width,
      });
      return tooWide(text, width).map((line) => `${entry.id}: ${line}`);
    });
    expect(wide).toEqual([]);
  });

  test('with color says the same as without', () => {
    for (const entry of entries.slice(0, 40)) {
      const made = entryDocument(entry, { catalog, detail: 'reading' });
      const colored = renderTerminal(made, {
        paint: createPaint('dark'),
        isUnicode: true,
        width: 80,
      });
      expect(withoutColor(colored)).toBe(renderTerminal(made, { ...plain, width: 80 }));
    }
  });

  test('without Unicode uses no bullet or rule that needs it', () => {
    const made = document(list(['one', 'two']), table(['a', 'b'], [['1', '2']]));
    const text = renderTerminal(made, { paint: plainPaint, isUnicode: false, width: 40 });
    expect(text).toBe('  - one\n  - two\n\na  b\n----\n1  2\n');
  });

  test('a document of each kind of block reads as it should', () => {
    const made = document(
      heading(1, 'NDCG'),
      paragraph('Discounted gain, ', strong('normalized'), ' by the ideal order.'),
      fields([
        ['Formula', code('DCG / IDCG')],
        ['Range', '0 to 1'],
        ['Empty', ''],
      ]),
      heading(2, 'Use when'),
      list([{ line: ['Ranks matter.'], under: list(['Above all at the top.']) }, 'Grades exist.']),
    );
    expect(renderTerminal(made, { ...plain, width: 40 })).toBe(`NDCG

Discounted gain, normalized by the ideal
order.

Formula  DCG / IDCG
Range    0 to 1

Use when
  • Ranks matter.
      • Above all at the top.
  • Grades exist.
`);
  });

  test('a table that would have to break words is told row by row', () => {
    const made = document(
      table(
        ['Metric', 'Meaning'],
        [
          ['discrimination', 'incomprehensibility'],
          ['x', 'y'],
        ],
      ),
    );
    expect(renderTerminal(made, { ...plain, width: 24 })).toBe(`discrimination
  Meaning:
  incomprehensibility

x
  Meaning: y
`);
  });

  test('no line is wider than asked for, whatever the text', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((each) => each.replace(/[\p{C}\s]/gu, ' '));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 40, max: 200 }),
        (texts, width) => {
          const made = document(
            heading(1, ...texts),
            paragraph(...texts.map(strong)),
            list(texts),
            fields(texts.map((each) => [each.slice(0, 10), each])),
            table(
              ['a', 'b'],
              texts.map((each) => [each, each]),
            ),
          );
          expect(tooWide(renderTerminal(made, { ...plain, width }), width)).toEqual([]);
        },
      ),
    );
  });
});

describe('the Markdown rendering', () => {
  test('writes fields as a list with strong labels, and escapes what Markdown would take for its own', () => {
    const made = document(
      heading(2, 'Recall@K'),
      fields([['Range', '0 to 1']]),
      paragraph('a * b | c <tag>'),
      table(['x', 'y'], [['1|2', '3']]),
    );
    expect(renderMarkdown(made)).toBe(`## Recall@K

- **Range:** 0 to 1

a \\* b | c \\<tag>

| x | y |
| - | - |
| 1\\|2 | 3 |
`);
  });
});
