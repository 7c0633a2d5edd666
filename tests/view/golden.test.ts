/**
 * How documents look, whole: one sheet, one metric, one case at four widths, and as plain text. The
 * entries are copies that stay as they are, so that only a change of the rendering changes these.
 * Renew with `npx vitest run tests/view/golden.test.ts -u`, and read what changed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCatalog, type Entry, type IndexRecord, type Kind } from '../../src/core/catalog.ts';
import type { Document } from '../../src/view/document.ts';
import { entryDocument } from '../../src/view/entries/entry.ts';
import { plainPaint } from '../../src/view/paint.ts';
import { renderMarkdown } from '../../src/view/render/markdown.ts';
import { renderTerminal } from '../../src/view/render/terminal.ts';
import { sheetDocument } from '../../src/view/sheet.ts';
import { repository } from '../helpers/knowledge.ts';

const fixtures = join(repository, 'tests/fixtures/view');
const { entries, named } = JSON.parse(readFileSync(join(fixtures, 'entries.json'), 'utf8')) as {
  readonly entries: readonly Entry[];
  readonly named: readonly Pick<IndexRecord, 'kind' | 'id' | 'name'>[];
};

const nothing = { aliases: [], summary: '', keys: '', partKeys: '', group: '' };
const catalog = createCatalog({
  records: named.map((record) => ({ ...nothing, ...record })),
  entry: (_, id) => entryOf(id),
  framework: () => notGiven('framework'),
  questions: () => notGiven('questions'),
  plans: () => notGiven('plans'),
});

function entryOf(id: string): Entry {
  return entries.find((entry) => entry.id === id) ?? notGiven(id);
}

function notGiven(name: string): never {
  throw new Error(`the fixture has no ${name}`);
}

function ofKind(kind: Kind): Entry {
  return entries.find((entry) => entry.kind === kind) ?? notGiven(kind);
}

const context = { catalog, detail: 'reading' } as const;
const documents: Record<string, Document> = {
  metric: entryDocument(ofKind('metric'), context),
  case: entryDocument(ofKind('case'), context),
  sheet: sheetDocument(
    [{ title: 'Evaluation', entries: [ofKind('step'), ofKind('metric')] }],
    catalog,
    { detail: 'reading', withFramework: false },
  ),
};
const style = { paint: plainPaint, isUnicode: true };

test.each(
  Object.keys(documents).flatMap((name) =>
    [40, 60, 80, 120].map((width) => [name, width] as const),
  ),
)('a %s at %i columns', async (name, width) => {
  const text = renderTerminal(documents[name] ?? notGiven(name), { ...style, width });
  await expect(text).toMatchFileSnapshot(join(fixtures, `${name}-${width}.txt`));
});

test.each(Object.keys(documents))('a %s as plain text', async (name) => {
  const plain = { ...style, isUnicode: false, isPlain: true, width: 80 };
  const text = renderTerminal(documents[name] ?? notGiven(name), plain);
  await expect(text).toMatchFileSnapshot(join(fixtures, `${name}-plain.txt`));
});

test.each(Object.keys(documents))('a %s as Markdown', async (name) => {
  const text = renderMarkdown(documents[name] ?? notGiven(name));
  await expect(text).toMatchFileSnapshot(join(fixtures, `${name}.md`));
});
