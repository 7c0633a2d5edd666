/** Reads the compiled knowledge base: the index at once, each part when it is asked for. */
import { closeSync, openSync, readSync } from 'node:fs';
import { type Catalog, createCatalog, type Entry, type IndexRecord } from '../core/catalog.ts';

/** Byte offset after the index, and length in bytes. */
export type Span = readonly [offset: number, length: number];

export interface CompiledIndex {
  readonly records: readonly IndexRecord[];
  readonly spans: Readonly<Record<string, Span>>;
}

const preamble = /^mlsd knowledge 1, index of +(\d+) bytes\n$/;
const preambleBytes = 48;

/** The first line: what the file is, and how long its index is. Always as long. */
export function compiledPreamble(indexBytes: number): Buffer {
  const length = String(indexBytes).padStart(
    preambleBytes - 'mlsd knowledge 1, index of  bytes\n'.length,
  );
  return Buffer.from(`mlsd knowledge 1, index of ${length} bytes\n`);
}

export function openCompiled(path: URL | string): Catalog {
  function text(start: number, length: number): string {
    const bytes = Buffer.allocUnsafe(length);
    const file = openSync(path, 'r');
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, length, start));
    } finally {
      closeSync(file);
    }
  }
  const indexBytes = Number(preamble.exec(text(0, preambleBytes))?.[1]);
  if (!indexBytes) throw new Error('the compiled knowledge is of another version: build it again');
  const index = JSON.parse(text(preambleBytes, indexBytes)) as CompiledIndex;
  function read(key: string): unknown {
    const span = index.spans[key];
    if (!span) throw new Error(`compiled knowledge without "${key}"`);
    return JSON.parse(text(preambleBytes + indexBytes + span[0], span[1]));
  }
  return createCatalog({
    records: index.records,
    entry: (_kind, id) => read(id) as Entry,
    framework: () => read('/framework') as Catalog['framework'],
    questions: () => read('/questions') as Catalog['questions'],
    plans: () => read('/plans') as Catalog['plans'],
  });
}
