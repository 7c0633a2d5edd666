/** Answers what bears no name: the entries that serve the need, or what comes near. */
import type { Catalog, IndexRecord, Kind } from '../../core/catalog.ts';
import { nearest } from '../../core/near.ts';
import { goodNeed, type NeedResult, searchNeeds } from '../../core/needs.ts';
import { type SearchResult, searchExact } from '../../core/search.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { Reference } from '../../reference.ts';
import { type FoundNeed, renderNeeds } from '../../view/needs.ts';
import { printable } from '../../view/width.ts';
import { json, resultOf } from './json.ts';
import { tellNearCommand } from './near-command.ts';

export interface NeedOptions {
  readonly kind: Kind | undefined;
  readonly query: string;
  readonly isJson: boolean;
}

const suggestionCount = 3;
const resultCount = 6;

/** `ranked` is what comes near by name. */
export async function answerNeed(
  options: NeedOptions,
  ranked: readonly SearchResult[],
  catalog: Catalog,
  context: Reference,
): Promise<ExitCode> {
  const { query, kind } = options;
  const needs = searchNeeds(
    await catalog.needs(),
    query,
    (id) => kind === undefined || catalog.record(id)?.kind === kind,
  );
  const good = needs.filter(({ score }) => score >= goodNeed).slice(0, resultCount);
  if (good.length > 0) return await answer(options, found(good, catalog), context);
  const near = suggestions(
    options,
    [...records(ranked), ...records(found(needs, catalog))],
    catalog,
  );
  return miss(options, near, context);
}

function found(needs: readonly NeedResult[], catalog: Catalog): FoundNeed[] {
  return needs.flatMap(({ id, score, reason }) => {
    const record = catalog.record(id);
    return record ? [{ record, score, reason }] : [];
  });
}

async function answer(
  { query, isJson }: NeedOptions,
  results: readonly FoundNeed[],
  { io }: Reference,
): Promise<ExitCode> {
  if (isJson) {
    const told = results.map((each) => ({ ...resultOf(each), reason: each.reason }));
    io.out(json({ query, foundBy: 'need', results: told }));
  } else {
    await io.page(renderNeeds(printable(query), results, io));
  }
  return exitCodes.done;
}

/** What bears the name in another kind, then what came near, then the most similar names. */
function suggestions(
  { kind, query }: NeedOptions,
  near: readonly IndexRecord[],
  catalog: Catalog,
): IndexRecord[] {
  const ofKind = catalog.records.filter((record) => kind === undefined || record.kind === kind);
  const elsewhere = records(searchExact(catalog.records, query));
  const similar = nearest(ofKind, query, suggestionCount);
  return [...new Set([...elsewhere, ...near, ...similar])].slice(0, suggestionCount);
}

function records(results: readonly { readonly record: IndexRecord }[]): IndexRecord[] {
  return results.map(({ record }) => record);
}

function miss(
  { kind, query, isJson }: NeedOptions,
  near: readonly IndexRecord[],
  { io }: Reference,
): ExitCode {
  if (isJson) {
    const suggested = near.map((record) => ({
      kind: record.kind,
      id: record.id,
      name: record.name,
    }));
    io.out(json({ query, results: [], suggestions: suggested }));
    return exitCodes.failed;
  }
  io.err(`${kind ? `No ${kind} is called` : 'Nothing is called'} "${printable(query)}".\n`);
  io.err(`Nearest: ${near.map((record) => `mlsd ${record.kind} ${record.id}`).join(', ')}\n`);
  if (kind) io.err(`All of them: mlsd ${kind}\n`);
  else tellNearCommand(query, io);
  return exitCodes.failed;
}
