import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutDiagram } from '../../src/view/diagram/layout.ts';
import {
  bars,
  callout,
  type Diagram,
  diagram,
  document,
  paragraph,
} from '../../src/view/document.ts';
import { plainPaint } from '../../src/view/paint.ts';
import { renderMarkdown } from '../../src/view/render/markdown.ts';
import { renderTerminal } from '../../src/view/render/terminal.ts';
import { textWidth } from '../../src/view/width.ts';

const unicode = { paint: plainPaint, isUnicode: true, width: 60 };
const ascii = { ...unicode, isUnicode: false };
const plain = { ...ascii, isPlain: true };

const pacing = document(
  bars('Minutes by step', {
    series: ['Actual'],
    markName: 'Planned',
    rows: [
      {
        label: 'Define the problem',
        values: [{ value: 430, text: '7:10' }],
        mark: { value: 384, text: '6:24' },
        note: '0:46 over',
      },
      { label: 'Data', values: [{ value: 192, text: '3:12' }], mark: { value: 384, text: '6:24' } },
    ],
  }),
);

const pipeline: Diagram = diagram('A pipeline', {
  nodes: [
    { id: 'a', label: 'Source', group: 'In' },
    { id: 'b', label: 'Store', group: 'Kept' },
    { id: 'c', label: 'Other "store"', group: 'Kept' },
  ],
  edges: [
    { from: 'a', to: 'b', label: 'events' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'a' },
  ],
});

describe('bars', () => {
  test('in a terminal: label, bar with its mark, amounts in words', () => {
    expect(renderTerminal(pacing, { ...unicode, width: 70 })).toBe(
      [
        'Define the problem  ████████████████│█  7:10 (planned 6:24), 0:46 over',
        'Data                ████████        │   3:12 (planned 6:24)',
        '',
      ].join('\n'),
    );
  });

  test('without Unicode are drawn in ASCII', () => {
    expect(renderTerminal(pacing, { ...ascii, width: 70 })).toMatch(/^[ -~\n]+$/);
  });

  test.each([
    ['in the plain rendering', plain],
    ['where there is no room for a bar', { ...unicode, width: 56 }],
  ])('%s are words alone', (_, style) => {
    expect(renderTerminal(pacing, style).replaceAll('\n', ' ')).toBe(
      'Define the problem: actual 7:10, planned 6:24, 0:46 over Data: actual 3:12, planned 6:24 ',
    );
  });

  test('of several series give each value a line and its name', () => {
    const made = document(
      bars('Recall', {
        series: ['now', 'before'],
        rows: [
          {
            label: 'Ranking',
            values: [
              { value: 0.5, text: '50%' },
              { value: 1, text: '100%' },
            ],
          },
        ],
      }),
    );
    expect(renderTerminal(made, { ...unicode, width: 40 })).toBe(
      'Ranking  █████████           50% now\n         ██████████████████  100% before\n',
    );
  });

  test('in Markdown are a table with blocks', () => {
    expect(renderMarkdown(pacing)).toBe(
      [
        '| Minutes by step | Actual | Planned | Note | Bar |',
        '| - | - | - | - | - |',
        '| Define the problem | 7:10 | 6:24 | 0:46 over | ████████████████████ |',
        '| Data | 3:12 | 6:24 | | █████████ |',
        '',
      ].join('\n'),
    );
  });

  test('of nothing but zeros are empty, not an error', () => {
    const made = document(
      bars('Nothing', { series: ['x'], rows: [{ label: 'a', values: [{ value: 0, text: '0' }] }] }),
    );
    expect(renderTerminal(made, unicode)).toMatch(/^a +0\n$/);
  });
});

describe('a diagram', () => {
  test('is drawn in rows by group, with arrows that go down, aside and up', () => {
    expect(renderTerminal(document(pipeline), unicode)).toMatchInlineSnapshot(`
      "                           ┌────────┐
      In                         │ Source │
                                 └┬─────▲─┘
                           ╭──────╯     │
                    ┌──────▼┐          ┌┴──────────────┐
      Kept          │ Store │          │ Other "store" │
                    └──────┬┘          └▲──────────────┘
                           ╰────────────╯

        Source → Store: events
      "
    `);
  });

  test('without Unicode is drawn in ASCII', () => {
    expect(renderTerminal(document(pipeline), ascii)).toMatch(/^[ -~\n]+$/);
  });

  test.each([
    ['in the plain rendering', plain, 'to'],
    ['below 60 columns', { ...unicode, width: 59 }, '→'],
  ])('%s is a list of its arrows', (_, style, arrow) => {
    expect(renderTerminal(document(pipeline), style)).toBe(
      [
        `  Source ${arrow} Store: events`,
        `  Store ${arrow} Other "store"`,
        `  Other "store" ${arrow} Source`,
        '',
      ].join('\n'),
    );
  });

  test('in Markdown is Mermaid, with what Mermaid would take for its own escaped', () => {
    expect(renderMarkdown(document(pipeline))).toMatchInlineSnapshot(`
      "\`\`\`mermaid
      flowchart TB
        accTitle: A pipeline
        subgraph g1["In"]
          n1["Source"]
        end
        subgraph g2["Kept"]
          n2["Store"]
          n3["Other #quot;store#quot;"]
        end
        n1 -->|"events"| n2
        n2 --> n3
        n3 --> n1
      \`\`\`
      "
    `);
  });

  const anyDiagram = fc
    .record({
      groups: fc.integer({ min: 1, max: 5 }),
      labels: fc.array(
        fc.string({ unit: fc.constantFrom(...'abcdefg ', '語'), minLength: 1, maxLength: 30 }),
        {
          minLength: 2,
          maxLength: 12,
        },
      ),
      ends: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 1, maxLength: 20 }),
    })
    .map(({ groups, labels, ends }) =>
      diagram('any', {
        nodes: labels.map((label, index) => ({
          id: `n${index}`,
          label,
          group: `Group ${index % groups}`,
        })),
        edges: ends.map(([from, to]) => ({
          from: `n${from % labels.length}`,
          to: `n${to % labels.length}`,
        })),
      }),
    );

  test('never has two arrows run along each other: they only cross, at right angles', () => {
    fc.assert(
      fc.property(anyDiagram, fc.integer({ min: 60, max: 120 }), (made, width) => {
        const layout = layoutDiagram(made, width);
        const taken = new Map<string, number>();
        layout?.wires.forEach(({ segments }, wire) => {
          for (const { x1, y1, x2, y2 } of segments) {
            const isAcross = y1 === y2 && x1 !== x2;
            for (let x = Math.min(x1, x2); x <= Math.max(x1, x2); x++) {
              for (let y = Math.min(y1, y2); y <= Math.max(y1, y2); y++) {
                const key = `${isAcross ? 'across' : 'along'} ${x} ${y}`;
                expect(taken.get(key) ?? wire).toBe(wire);
                taken.set(key, wire);
              }
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('keeps within the width and reaches every target with an arrow', () => {
    fc.assert(
      fc.property(anyDiagram, fc.integer({ min: 60, max: 120 }), (made, width) => {
        const lines = renderTerminal(document(made), { ...unicode, width }).split('\n');
        expect(lines.filter((line) => textWidth(line) > width)).toEqual([]);
        const layout = layoutDiagram(made, width);
        if (!layout) return;
        const aims = new Set(
          made.edges.filter(({ from, to }) => from !== to).map(({ from, to }) => `${from} ${to}`),
        );
        expect(layout.wires.flatMap(({ heads }) => heads)).toHaveLength(aims.size);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a callout', () => {
  const made = document(callout('tip', 'Say', paragraph('A day has 10^5 seconds.')));

  test('has a rule at its left', () => {
    expect(renderTerminal(made, unicode)).toBe('│ Say:\n│ A day has 10^5 seconds.\n');
  });

  test('in the plain rendering is a line that says what it is', () => {
    expect(renderTerminal(made, plain)).toBe('Say:\nA day has 10^5 seconds.\n');
  });

  test('in Markdown is an alert', () => {
    expect(renderMarkdown(made)).toBe('> [!TIP]\n> **Say**\n>\n> A day has 10^5 seconds.\n');
  });
});
