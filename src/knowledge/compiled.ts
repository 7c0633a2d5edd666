/** Reads the compiled knowledge base: the index at once, each part when it is asked for. */
import { type Catalog, createCatalog, type Entry, type IndexRecord } from '../core/catalog.ts';

/** Byte offset after the index line, and length in bytes. */
export type Span = readonly [offset: number, length: number];

export interface CompiledIndex {
  readonly format: number;
  readonly records: readonly IndexRecord[];
  readonly spans: Readonly<Record<string, Span>>;
}

export const compiledFormat = 1;

export function openCompiled(file: Buffer): Catalog {
  const body = file.indexOf(10) + 1;
  const index = JSON.parse(file.toString('utf8', 0, body)) as CompiledIndex;
  if (index.format !== compiledFormat)
    throw new Error(`compiled knowledge of format ${index.format}`);
  function read(key: string): unknown {
    const span = index.spans[key];
    if (!span) throw new Error(`compiled knowledge without "${key}"`);
    const start = body + span[0];
    return JSON.parse(file.toString('utf8', start, start + span[1]));
  }
  return createCatalog({
    records: index.records,
    entry: (_kind, id) => read(id) as Entry,
    framework: () => read('/framework') as Catalog['framework'],
    questions: () => read('/questions') as Catalog['questions'],
    plans: () => read('/plans') as Catalog['plans'],
  });
}
