import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/core/catalog.ts';
import {
  bars,
  callout,
  code,
  diagram,
  document,
  entryCommand,
  fields,
  formula,
  heading,
  list,
  paragraph,
  table,
} from '../../src/view/document.ts';
import { entryDocument } from '../../src/view/entries/entry.ts';
import { breakable } from '../../src/view/render/html/math.ts';
import { renderHtml } from '../../src/view/render/html/page.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

const catalog = shippedCatalog();
const hostile = '<script>alert(1)</script> "&\'';

describe('the HTML rendering', () => {
  test('of hostile text in every kind of block holds no markup of its own', () => {
    const made = document(
      heading(1, hostile),
      paragraph(hostile, code(hostile)),
      heading(2, hostile),
      fields([[hostile, hostile]]),
      list([hostile]),
      table([hostile], [[hostile]]),
      callout('note', hostile, paragraph(hostile)),
      bars(hostile, {
        series: [hostile],
        markName: hostile,
        rows: [
          {
            label: hostile,
            values: [{ value: 1, text: hostile }],
            mark: { value: 2, text: hostile },
          },
        ],
      }),
      diagram(hostile, {
        nodes: [
          { id: 'a', label: hostile, group: hostile },
          { id: 'b', label: hostile },
        ],
        edges: [{ from: 'a', to: 'b', label: hostile }],
      }),
      paragraph(formula({ text: hostile, tex: `\\text{${hostile}}` })),
      paragraph(formula({ text: hostile, tex: '\\href{javascript:alert(1)}{x}' })),
    );
    const html = renderHtml(made);
    expect(html.replace(/="[^"]*"/g, '')).not.toMatch(/<script|javascript:/i);
    expect(html.match(/&#x3C;script>/g)?.length).toBeGreaterThan(15);
  });

  test('of every entry asks for nothing from elsewhere', () => {
    for (const entry of kinds.flatMap((kind) => [...catalog.all(kind)])) {
      const html = renderHtml(entryDocument(entry, { catalog, detail: 'everything' }));
      expect(html).not.toMatch(/<(?:script|link|img|iframe|object)\b|\bsrc=|@import|url\(/);
    }
  });

  test('writes every formula of the base as MathML', () => {
    const formulas = [
      ...catalog.all('metric').map((metric) => metric.formula),
      ...catalog.all('topic').flatMap((topic) => topic.formulas),
    ];
    const unread = formulas.filter(
      (each) => !renderHtml(document(paragraph(formula(each)))).includes('<math'),
    );
    expect(unread).toEqual([]);
  });

  test('writes a formula whose TeX cannot be read in plain characters', () => {
    const html = renderHtml(document(paragraph(formula({ text: 'a / b', tex: '\\frac{a' }))));
    expect(html).toContain('<code>a / b</code>');
  });

  test('links a command to its entry only where that stands on the page', () => {
    const made = document(
      { ...heading(2, 'NDCG'), data: { entry: 'ndcg' } },
      paragraph(entryCommand('mlsd metric ndcg', 'ndcg'), entryCommand('mlsd metric mrr', 'mrr')),
    );
    const html = renderHtml(made);
    expect(html).toContain('<a href="#ndcg"><code>mlsd metric ndcg</code></a>');
    expect(html).not.toContain('href="#mrr"');
  });

  test('gives every place on the page a name of its own', () => {
    const html = renderHtml(document(heading(2, 'Goal'), heading(2, 'Goal'), heading(2, 'Goal 2')));
    const ids = [...html.matchAll(/<h2 id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('a formula', () => {
  test.each([
    ['a = b', ['a', '= b']],
    ['f(x = 1) = \\left[ y = 2 \\right]', ['f(x = 1)', '= \\left[ y = 2 \\right]']],
    ['x_{i=1} \\le y', ['x_{i=1}', '\\le y']],
    ['a \\left( b', ['a \\left( b']],
    ['a + b', ['a + b']],
  ])('%s is broken before a relation that stands in no bracket', (tex, pieces) => {
    expect(breakable(tex)).toEqual(pieces);
  });
});
