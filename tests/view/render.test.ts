import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/core/catalog.ts';
import { createPaint } from '../../src/terminal/paint.ts';
import { ascii } from '../../src/view/ascii.ts';
import {
  type Block,
  bars,
  callout,
  code,
  codeBlock,
  diagram,
  document,
  fields,
  formula,
  heading,
  linked,
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
const withoutEscapes = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is looked for
  withoutColor(text).replace(/\u001b\]8;;.*?\u001b\\/g, '');

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

  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({
          unit: fc.constantFrom('語', 'é', 'e\u0301', 'a\u0300\u0301', '👩‍👩‍👧', '한', ' ', 'x'),
        }),
        fc.constantFrom('≤', 'Σ', '√x', '½', 'https://example.org/a/long/address?with=parts'),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(' ').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]/gu, ' '));
  const amount = fc.record({ value: fc.double({ min: 0, max: 1e6, noNaN: true }), text });
  const block: fc.Arbitrary<Block | undefined> = fc.oneof(
    text.map((each) => heading(2, each)),
    fc.array(text, { minLength: 1 }).map((texts) => paragraph(...texts.map(strong))),
    text.map((each) => paragraph(...linked(each), code(each), formula({ text: each, tex: 'x' }))),
    fc
      .array(text, { minLength: 1 })
      .map((texts) => list([{ line: texts, under: list(texts, true) }])),
    fc.array(fc.tuple(text, text), { minLength: 1 }).map((rows) => fields(rows)),
    fc
      .array(fc.tuple(text, text, text), { minLength: 1 })
      .map((rows) => table(['a', 'b', 'c'], rows)),
    text.map((each) => callout('note', each, paragraph(each), list([each]))),
    text.map((each) => codeBlock([each])),
    fc
      .array(fc.record({ label: text, values: fc.array(amount, { minLength: 1 }), mark: amount }))
      .map((rows) => bars('b', { series: ['one', 'two'], rows })),
    fc.array(text, { minLength: 2, maxLength: 5 }).map((labels) =>
      diagram('d', {
        nodes: labels.map((label, index) => ({ id: `n${index}`, label, group: label })),
        edges: labels.map((label, index) => ({ from: 'n0', to: `n${index}`, label })),
      }),
    ),
  );

  test.each([
    ['in Unicode', { ...plain }],
    ['in ASCII', { ...plain, isUnicode: false, spell: ascii }],
    ['plain', { ...plain, isUnicode: false, isPlain: true }],
    ['with links and color', { paint: createPaint('dark'), isUnicode: true, hasLinks: true }],
  ])('%s has no line wider than asked for, whatever the document', (_, style) => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 40, max: 200 }),
        (made, width) => {
          const lines = withoutEscapes(renderTerminal(document(...made), { ...style, width }));
          expect(tooWide(lines, width)).toEqual([]);
        },
      ),
    );
  });

  test('opens an address where the terminal can, on each of its lines', () => {
    const url = `https://example.org/${'a'.repeat(40)}`;
    const made = document(paragraph(...linked(`See ${url}.`)));
    const rendered = renderTerminal(made, { ...plain, width: 40, hasLinks: true });
    expect(rendered.split(`\u001b]8;;${url}\u001b\\`)).toHaveLength(3);
    expect(renderTerminal(made, { ...plain, width: 40 })).not.toContain('\u001b');
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
