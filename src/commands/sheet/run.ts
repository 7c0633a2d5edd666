import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import {
  type ComposedSheet,
  type SheetContents,
  sheetContents,
  sheetNames,
  wholeBase,
} from '../../core/sheet.ts';
import { closest } from '../../core/typo.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import { plainPaint } from '../../view/paint.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { sheetDocument } from '../../view/sheet.ts';
import { printable, wrapRuns } from '../../view/width.ts';
import { sheetData } from './json.ts';

export interface SheetOptions {
  readonly topics: readonly string[];
  readonly isAll: boolean;
  readonly format: SheetFormat | undefined;
  readonly output: string | undefined;
}

export type SheetFormat = 'terminal' | 'plain' | 'markdown' | 'html' | 'json';

export interface Sheet {
  readonly contents: readonly SheetContents[];
  readonly isAll: boolean;
  readonly catalog: Catalog;
}

type Writer = (sheet: Sheet, context: Context) => string | Promise<string>;

const writers = {
  terminal: (sheet, { io }) => renderTerminal(documentOf(sheet), io),
  plain: (sheet, { io: { width, spell } }) =>
    renderTerminal(documentOf(sheet), {
      width,
      paint: plainPaint,
      isUnicode: false,
      isPlain: true,
      spell,
    }),
  async markdown(sheet) {
    const { renderMarkdown } = await import('../../view/render/markdown.ts');
    return renderMarkdown(documentOf(sheet));
  },
  async html(sheet) {
    const { renderHtml } = await import('../../view/render/html/page.ts');
    const [{ composed } = { composed: undefined }] = sheet.contents;
    return renderHtml(documentOf(sheet), composed && composedLayouts[composed]);
  },
  json: (sheet) => `${JSON.stringify(sheetData(sheet), null, 2)}\n`,
} as const satisfies Record<SheetFormat, Writer>;

const composedLayouts = {
  'two-pages': 'dense',
  'night-before': 'columns',
  choosers: 'wide',
} as const satisfies Record<ComposedSheet, string>;

export async function runSheet(options: SheetOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  const catalog = await context.knowledge();
  if (options.topics.length === 0 && !options.isAll) {
    io.out(sheetList(catalog, context));
    return exitCodes.done;
  }
  const contents = options.isAll ? [wholeBase(catalog)] : chosen(catalog, options.topics);
  const format = options.format ?? formatFor(options.output, io);
  const text = await writers[format]({ contents, isAll: options.isAll, catalog }, context);
  if (options.output !== undefined) return save(text, options.output, context);
  if (format === 'terminal' || format === 'plain') await io.page(text);
  else io.out(text);
  return exitCodes.done;
}

const formatsByEnding: Readonly<Record<string, SheetFormat>> = {
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.txt': 'plain',
};

function formatFor(output: string | undefined, io: Context['io']): SheetFormat {
  const byEnding =
    output === undefined ? undefined : formatsByEnding[extname(output).toLowerCase()];
  return byEnding ?? (io.stdoutIsTty && !io.isPlain ? 'terminal' : 'plain');
}

/** The words together name one sheet, or each of them names one. */
function chosen(catalog: Catalog, topics: readonly string[]): SheetContents[] {
  const together = sheetContents(catalog, topics.join(' '));
  if (together && topics.length > 1) return [together];
  return topics.map((topic) => {
    const found = sheetContents(catalog, topic);
    if (found) return found;
    const names = sheetNames(catalog).flatMap((group) => group.names);
    const near = closest(topic.toLowerCase(), names, 3);
    throw new UserError(
      `There is no sheet "${printable(topic)}".`,
      near.length > 0 ? `Did you mean: ${near.join(', ')}?` : 'See which there are: mlsd sheet',
    );
  });
}

function documentOf({ contents, isAll, catalog }: Sheet) {
  return sheetDocument(contents, catalog, {
    detail: isAll ? 'everything' : 'reading',
    withFramework: isAll || contents.some(({ title }) => title === catalog.framework.name),
  });
}

function sheetList(catalog: Catalog, { io: { paint, width } }: Context): string {
  const groups = sheetNames(catalog).map(({ heading, names }) => {
    const lines = wrapRuns([{ text: names.join('  ') }], width - 2);
    return [paint.heading(heading), ...lines.map((line) => `  ${line}`)].join('\n');
  });
  return `${groups.join('\n\n')}\n\nPrint one: mlsd sheet recommendation. Everything: mlsd sheet --all\n`;
}

function save(text: string, output: string, { io, workingDirectory }: Context): ExitCode {
  const path = resolve(workingDirectory, output);
  try {
    writeFileSync(path, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The sheet could not be written to ${output}: ${reason}`,
      'Name another file with --output.',
    );
  }
  io.err(`Written to ${output}\n`);
  return exitCodes.done;
}
