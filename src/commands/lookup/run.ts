/** Finds what was asked for, by its name or by the need that it answers, and shows it, or says what comes near. */

import type { Catalog, Entry, Kind } from '../../core/catalog.ts';
import { goodScore, type SearchResult, searchExact, searchKey } from '../../core/search.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { Reference } from '../../reference.ts';
import { isShortKind, renderShort } from '../../view/entries/short.ts';
import type { TerminalStyle } from '../../view/render/text.ts';
import { wrapRuns } from '../../view/width.ts';
import { json, resultOf } from './json.ts';

export interface LookupOptions {
  /** undefined: any kind. */
  readonly kind: Kind | undefined;
  readonly words: readonly string[];
  readonly isJson: boolean;
  /** All of an entry instead of what fits one screen. */
  readonly isFull: boolean;
}

const alternativeCount = 3;

export async function runLookup(options: LookupOptions, context: Reference): Promise<ExitCode> {
  const catalog = await context.knowledge();
  if (options.words.length === 0) return await showList(catalog, options, context);
  const query = options.words.join(' ');
  const ranked = await rank(catalog, query, options.kind);
  const found = ranked.filter(({ score }) => score >= goodScore);
  const [best, ...others] = found;
  if (!best) {
    const { answerNeed } = await import('./need.ts');
    return await answerNeed({ ...options, query }, ranked, catalog, context);
  }
  if (options.isJson) writeJson(options.kind, query, found, catalog, context);
  else await show({ ...options, query }, [best, ...others], catalog, context);
  if (!options.isJson && isDoubtful(options, best)) {
    const { tellNearCommand } = await import('./near-command.ts');
    tellNearCommand(query, context.io);
  }
  return exitCodes.done;
}

/** Below this the entry is only like what was typed. */
const sureScore = 85;

/** May the one word have been meant for a command? */
function isDoubtful({ kind, words }: LookupOptions, { score }: SearchResult): boolean {
  return kind === undefined && words.length === 1 && score < sureScore;
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
  const { renderList } = await import('../../view/list.ts');
  await io.page(renderList(records, { width: io.width, paint: io.paint }));
  return exitCodes.done;
}

async function show(
  { query, isFull }: LookupOptions & { readonly query: string },
  [best, ...others]: readonly [SearchResult, ...SearchResult[]],
  catalog: Catalog,
  { io }: Reference,
): Promise<void> {
  const { kind, id } = best.record;
  const entry = catalog.get(kind, id);
  if (!entry) throw new Error(`the index names ${id}, which is not there`);
  const also = alternatives(others, io);
  const { width, paint, isUnicode, isPlain, hasLinks, spell } = io;
  const style = { width, paint, isUnicode, isPlain, hasLinks, spell };
  const reserved = also.split('\n').length - 1;
  const text =
    isShortKind(entry) && !isFull
      ? renderShort(entry, { ...style, catalog, query, reserved })
      : await full(entry, catalog, style);
  await io.page(`${text}${also}`);
}

async function full(entry: Entry, catalog: Catalog, style: TerminalStyle): Promise<string> {
  const { renderFull } = await import('../../view/entries/full.ts');
  return renderFull(entry, { catalog, detail: 'reading' }, style);
}

/** What else may have been meant, ready to be typed. */
function alternatives(others: readonly SearchResult[], { width, paint }: Reference['io']): string {
  if (others.length === 0) return '';
  const commands = others
    .slice(0, alternativeCount)
    .map(({ record }) => `mlsd ${record.kind} ${record.id}`);
  const lines = wrapRuns([{ text: `Not this? ${commands.join(', ')}`, paint: paint.dim }], width);
  return `\n${lines.join('\n')}\n`;
}

function writeJson(
  kind: Kind | undefined,
  query: string,
  found: readonly SearchResult[],
  catalog: Catalog,
  { io }: Reference,
): void {
  const [best] = found;
  if (best && kind) io.out(json(catalog.get(kind, best.record.id)));
  else io.out(json({ query, foundBy: 'name', results: found.map(resultOf) }));
}
