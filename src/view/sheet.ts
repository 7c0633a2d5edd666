/** A cheat sheet as a document: entries under one title. */
import type { Catalog, Framework } from '../core/catalog.ts';
import type { SheetContents } from '../core/sheet.ts';
import { composedDocument } from './composed-sheets.ts';
import {
  type Block,
  type Document,
  document,
  fields,
  heading,
  list,
  listSection,
  paragraph,
  strong,
} from './document.ts';
import { entryDocument } from './entries/entry.ts';
import type { Detail } from './entries/shared.ts';

export function sheetDocument(
  contents: readonly SheetContents[],
  catalog: Catalog,
  { detail, withFramework }: { readonly detail: Detail; readonly withFramework: boolean },
): Document {
  const title = contents.map((each) => each.title).join(' · ');
  const composed = contents.flatMap(({ composed: sheet, title: name }) =>
    sheet ? [composedDocument(sheet, catalog, name)] : [],
  );
  const [whole] = composed;
  if (whole && contents.length === 1) return whole;
  const entries = [...new Set(contents.flatMap((each) => each.entries))];
  const [only] = entries;
  if (only && entries.length === 1 && composed.length === 0)
    return entryDocument(only, { catalog, detail });
  return document(
    heading(1, title),
    withFramework ? frameworkBlocks(catalog.framework, catalog) : undefined,
    ...composed.map(deeper),
    ...entries.map((entry) => deeper(entryDocument(entry, { catalog, detail }))),
  );
}

/** The same blocks, one level further down. */
function deeper(entry: Document): Block[] {
  return entry.children.map((block) =>
    block.type === 'heading' ? { ...block, depth: Math.min(6, block.depth + 1) } : block,
  ) as Block[];
}

function frameworkBlocks(framework: Framework, catalog: Catalog): Block[] {
  const { about } = framework;
  const rows = fields([
    ['Covers', about.coverage],
    ['Method', about.method],
    ['Time', about.timing],
    ['For', about.audience],
    ['Credits', about.credits],
  ]);
  return [
    heading(2, framework.name),
    paragraph(framework.summary),
    ...(rows ? [rows] : []),
    ...listSection(
      3,
      'Steps',
      catalog.all('step').map(({ name, summary }) => [strong(name), `: ${summary}`]),
      true,
    ),
    ...listSection(
      3,
      'If time is left',
      framework.bonus.map(({ name, what, items }) =>
        items.length > 0
          ? { line: [strong(name), `: ${what}`], under: list([...items]) }
          : [strong(name), `: ${what}`],
      ),
    ),
  ];
}
