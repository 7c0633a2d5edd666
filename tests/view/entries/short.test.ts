import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Metric } from '../../../src/core/catalog.ts';
import { isShortKind, renderShort } from '../../../src/view/entries/short.ts';
import { plainPaint } from '../../../src/view/paint.ts';
import { textWidth } from '../../../src/view/width.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const catalog = shippedCatalog();
const entries = [...catalog.all('metric'), ...catalog.all('model'), ...catalog.all('topic')];

interface Asked {
  readonly query?: string;
  readonly reserved?: number;
}

function shortOf(entry: Entry | undefined, width: number, asked: Asked = {}): string {
  if (!entry || !isShortKind(entry)) throw new Error('this kind has no short form');
  const { query = entry.id, reserved = 0 } = asked;
  return renderShort(entry, {
    catalog,
    width,
    query,
    reserved,
    paint: plainPaint,
    isUnicode: true,
  });
}

function linesOf(text: string): string[] {
  return text.trimEnd().split('\n');
}

describe('the short form', () => {
  test.each([
    [80, 24],
    [99, 24],
    [100, 22],
    [140, 22],
    [200, 22],
  ])('of every entry at %i columns has at most %i lines', (width, most) => {
    const long = entries
      .map((entry) => ({ id: entry.id, lines: linesOf(shortOf(entry, width)).length }))
      .filter(({ lines }) => lines > most);
    expect(long).toEqual([]);
  });

  test('of every entry keeps within any width', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entries),
        fc.integer({ min: 40, max: 200 }),
        (entry, width) => {
          const wide = linesOf(shortOf(entry, width)).filter((line) => textWidth(line) > width);
          expect(wide).toEqual([]);
        },
      ),
    );
  });

  test('of every entry ends with how to see all of it', () => {
    const silent = entries.filter((entry) => {
      const last = linesOf(shortOf(entry, 80)).at(-1);
      return !last?.endsWith(`mlsd ${entry.kind} ${entry.id} --full`);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('names only entries that can be typed', () => {
    for (const entry of entries) {
      const text = shortOf(entry, 80);
      for (const [, kind, id] of text.matchAll(
        /mlsd (metric|model|topic|step|domain|case) (\S+?)(?:,|$| )/gm,
      )) {
        expect(catalog.record(id ?? '')?.kind).toBe(kind);
      }
    }
  });

  test('leaves lines free for what else is shown on the screen', () => {
    const lines = entries.map((entry) => linesOf(shortOf(entry, 80, { reserved: 2 })).length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(22);
  });

  test('of a topic found by one of its techniques tells of that technique', () => {
    const text = shortOf(catalog.get('topic', 'missing-data'), 80, { query: 'mean imputation' });
    expect(text).toMatch(/Of these\s+Mean/);
  });

  test('cuts a long sentence between words, with an ellipsis', () => {
    const metric = catalog.get('metric', 'mse') as Metric;
    const endless = { ...metric, useWhen: ['word '.repeat(200).trim(), 'Another reason.'] };
    expect(shortOf(endless, 80)).toMatch(/word…\n/);
  });
});
