/** Finds what was asked for by name and shows it, or says what comes near. */

import type { Catalog, IndexRecord, Kind } from '../../core/catalog.ts';
import { goodScore, type SearchResult, searchExact, searchKey } from '../../core/search.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { Reference } from '../../reference.ts';
import { entryDocument } from '../../view/entries/entry.ts';
import { renderList } from '../../view/list.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { printable } from '../../view/width.ts';
import { commandNames } from '../names.ts';

export interface LookupOptions {
  /** undefined: any kind. */
  readonly kind: Kind | undefined;
  readonly words: readonly string[];
  readonly isJson: boolean;
}

const suggestionCount = 3;
const alternativeCount = 3;

export async function runLookup(options: LookupOptions, context: Reference): Promise<ExitCode> {
  const catalog = await context.knowledge();
  if (options.words.length === 0) return await showList(catalog, options, context);
  const query = options.words.join(' ');
  const ranked = await rank(catalog, query, options.kind);
  const found = ranked.filter(({ score }) => score >= goodScore);
  if (options.isJson) return await writeJson(options, query, found, ranked, catalog, context);
  const [best, ...others] = found;
  if (!best) return await miss(options, query, ranked, catalog, context);
  await show(best.record, others, catalog, context);
  return exitCodes.done;
}

/** What bears the name; only when nothing does is the search for near misses loaded. */
async function rank(catalog: Catalog, query: string, kind?: Kind): Promise<SearchResult[]> {
  const exact = searchExact(catalog.named(searchKey(query)), query, kind);
  if (exact.length > 0) return exact;
  const { search } = await import('../../core/near.ts');
  return search(catalog.records, query, kind);
}

async function showList(
  catalog: Catalog,
  { kind, isJson }: LookupOptions,
  { io }: Reference,
): Promise<ExitCode> {
  const records = catalog.records.filter((record) => record.kind === kind);
  if (isJson) {
    io.out(
      json({
        entries: records.map(({ id, name, aliases, summary }) => ({ id, name, aliases, summary })),
      }),
    );
    return exitCodes.done;
  }
  await io.page(renderList(records, { width: io.width, paint: io.paint }));
  return exitCodes.done;
}

async function show(
  record: IndexRecord,
  others: readonly SearchResult[],
  catalog: Catalog,
  { io }: Reference,
): Promise<void> {
  const entry = catalog.get(record.kind, record.id);
  if (!entry) throw new Error(`the index names ${record.id}, which is not there`);
  const { width, paint, isUnicode } = io;
  const document = entryDocument(entry, { catalog, detail: 'reading' });
  const near = others
    .slice(0, alternativeCount)
    .map(({ record: other }) => `${other.kind} ${other.id}`);
  const also = near.length > 0 ? paint.dim(`\nNot this? ${near.join(', ')}\n`) : '';
  await io.page(`${renderTerminal(document, { width, paint, isUnicode })}${also}`);
}

async function miss(
  options: LookupOptions,
  query: string,
  ranked: readonly SearchResult[],
  catalog: Catalog,
  { io }: Reference,
): Promise<ExitCode> {
  const { kind } = options;
  const what = kind ? `No ${kind} is called` : 'Nothing is called';
  io.err(`${what} "${printable(query)}".\n`);
  const near = await suggestions(options, query, ranked, catalog);
  io.err(`Nearest: ${near.map((record) => `mlsd ${record.kind} ${record.id}`).join(', ')}\n`);
  if (kind) io.err(`All of them: mlsd ${kind}\n`);
  else await suggestCommand(query, io);
  return exitCodes.failed;
}

/** The word may be a command with a typo. */
async function suggestCommand(query: string, io: Reference['io']): Promise<void> {
  const { closest } = await import('../../core/typo.ts');
  const [command] = closest(query, commandNames, 1);
  if (command) io.err(`Or the command: mlsd ${command} (see mlsd --help)\n`);
}

/** What bears the name in another kind, then the nearest by score, then the most similar names. */
async function suggestions(
  { kind }: LookupOptions,
  query: string,
  ranked: readonly SearchResult[],
  { records }: Catalog,
): Promise<IndexRecord[]> {
  const { nearest } = await import('../../core/near.ts');
  const elsewhere = searchExact(records, query);
  const near = [
    ...[...elsewhere, ...ranked].map(({ record }) => record),
    ...nearest(
      records.filter((record) => kind === undefined || record.kind === kind),
      query,
      suggestionCount,
    ),
  ];
  return [...new Set(near)].slice(0, suggestionCount);
}

async function writeJson(
  options: LookupOptions,
  query: string,
  found: readonly SearchResult[],
  ranked: readonly SearchResult[],
  catalog: Catalog,
  { io }: Reference,
): Promise<ExitCode> {
  const [best] = found;
  if (best && options.kind) {
    io.out(json(catalog.get(best.record.kind, best.record.id)));
    return exitCodes.done;
  }
  const results = found.map(({ record: { kind, id, name, aliases, summary }, score }) => ({
    kind,
    id,
    name,
    aliases,
    summary,
    score: Math.round(score * 10) / 10,
  }));
  if (best) {
    io.out(json({ query, results }));
    return exitCodes.done;
  }
  const near = await suggestions(options, query, ranked, catalog);
  const suggested = near.map(({ kind, id, name }) => ({ kind, id, name }));
  io.out(json({ query, results, suggestions: suggested }));
  return exitCodes.failed;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
