/** Puts the named entries side by side. */
import type { Catalog, Entry, IndexRecord } from '../../core/catalog.ts';
import { type Comparison, compareEntries } from '../../core/compare.ts';
import { findNamed, type Named } from '../../core/compare-names.ts';
import { nearest } from '../../core/near.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import type { Reference } from '../../reference.ts';
import { comparisonDocument } from '../../view/compare.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { printable } from '../../view/width.ts';

export interface CompareOptions {
  readonly words: readonly string[];
  readonly isJson: boolean;
}

const suggestionCount = 3;

export async function runCompare(
  { words, isJson }: CompareOptions,
  { io, knowledge }: Reference,
): Promise<ExitCode> {
  const catalog = await knowledge();
  const records = oneKind(findNamed(catalog, words), catalog);
  const entries: Entry[] = records
    .map(({ kind, id }) => catalog.get(kind, id))
    .filter((entry) => entry !== undefined);
  const [only] = entries;
  if (only && entries.length < 2) throw tooFew(only);
  const comparison = compareEntries(entries, catalog);
  if (isJson) io.out(`${JSON.stringify(jsonOf(comparison), null, 2)}\n`);
  else await io.page(renderTerminal(comparisonDocument(comparison), io));
  return exitCodes.done;
}

function oneKind(named: Named, catalog: Catalog): readonly IndexRecord[] {
  if (named.ok) return named.records;
  if (named.why === 'unknown') throw unknown(named.name, catalog);
  const told = named.records.map(({ name, kind }) => `${name} is a ${kind}`);
  throw new UsageError(
    `only entries of one kind can be compared: ${told.join(', ')}.`,
    `One by one: ${named.records.map(({ kind, id }) => `mlsd ${kind} ${id}`).join(', ')}`,
  );
}

function unknown(name: string, catalog: Catalog): UserError {
  const near = nearest(catalog.records, name, suggestionCount);
  return new UserError(
    `nothing is called "${printable(name)}".`,
    `Nearest: ${near.map(({ id }) => id).join(', ')}`,
  );
}

function tooFew(entry: Entry): UsageError {
  const others = 'lookAlikes' in entry ? entry.lookAlikes.map(({ id }) => id) : [];
  return new UsageError(
    `a comparison needs two different entries; this names ${entry.name} only.`,
    others.length > 0
      ? `Its look-alikes: mlsd compare ${[entry.id, ...others].join(' ')}`
      : `All there are: mlsd ${entry.kind}`,
  );
}

function jsonOf({ kind, entries, differences, same, choices }: Comparison) {
  const ids = entries.map(({ id }) => id);
  return {
    kind,
    entries: entries.map(({ id, name }) => ({ id, name })),
    differences: differences.map(({ label, values }) => ({
      field: label,
      values: Object.fromEntries(ids.map((id, index) => [id, values[index] ?? []])),
    })),
    same,
    choose: choices.map(({ entry: { id, name }, when }) => ({ id, name, when })),
  };
}
