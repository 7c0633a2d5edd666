/**
 * Reads a compiled knowledge base: what is asked for, when it is asked for. A name or an id is
 * found in a sorted table, so that a look-up costs as much among ten thousand entries as among ten.
 */
import { openSync, readSync } from 'node:fs';
import { type Catalog, createCatalog, type Entry, type IndexRecord } from '../core/catalog.ts';
import type { NeedLines } from './need-lines.ts';
import { SortedLines } from './sorted-lines.ts';

/** Byte offset after the head, and length in bytes. */
export type Span = readonly [offset: number, length: number];

/** The parts that are values of their own. */
export type PartName = 'framework' | 'questions' | 'plans';

export interface CompiledHead {
  /** All index records: a JSON array, one record a line. */
  readonly records: Span;
  /** Lines "search key, tab, id", sorted: every name of every entry. */
  readonly names: Span;
  /** Lines "id, tab, span of its record, comma, span of its entry", sorted. */
  readonly ids: Span;
  /** What a search by need reads. */
  readonly needs: Readonly<Record<keyof NeedLines, Span>>;
  readonly parts: Readonly<Record<PartName, Span>>;
}

const preamble = /^mlsd knowledge 2 ([0-9a-f]{16}), head of +(\d+) bytes\n$/;
const preambleBytes = 64;

/** The first line: what the file is, a hash of what is in it, and how long its head is. Always as long. */
export function compiledPreamble(hash: string, headBytes: number): Buffer {
  const start = `mlsd knowledge 2 ${hash}, head of `;
  const end = ' bytes\n';
  return Buffer.from(
    `${start}${String(headBytes).padStart(preambleBytes - start.length - end.length)}${end}`,
  );
}

type ReadBytes = (start: number, length: number) => Buffer;

/** Opens a compiled base: a file, which stays open, or its bytes. */
export function openCompiled(from: URL | string | Buffer): Catalog {
  const read = reader(from);
  const { headBytes } = readPreamble(read);
  const head = JSON.parse(read(preambleBytes, headBytes).toString()) as CompiledHead;
  const bytes = ([offset, length]: Span) => read(preambleBytes + headBytes + offset, length);
  const value = (span: Span): unknown => JSON.parse(bytes(span).toString());
  const index = new CompiledIndex(head, bytes);
  return createCatalog({
    get records() {
      return index.records;
    },
    index,
    entry: (_kind, id) => value(index.entrySpan(id)) as Entry,
    framework: () => {
      const framework = value(head.parts.framework) as Catalog['framework'] | null;
      if (!framework) throw new Error('this knowledge base has no framework.yaml');
      return framework;
    },
    questions: () => value(head.parts.questions) as Catalog['questions'],
    plans: () => value(head.parts.plans) as Catalog['plans'],
    needs: async () => {
      const { ids, stems, sentences } = head.needs;
      const { readNeedLines } = await import('./need-lines.ts');
      return readNeedLines({ ids: bytes(ids), stems: bytes(stems), sentences: bytes(sentences) });
    },
  });
}

/** What tells one compiled base from another. */
export function compiledHash(from: URL | string | Buffer): string {
  return readPreamble(reader(from)).hash;
}

function readPreamble(read: ReadBytes): { hash: string; headBytes: number } {
  const [, hash, headBytes] = preamble.exec(read(0, preambleBytes).toString()) ?? [];
  if (!hash) throw new Error('the compiled knowledge is of another version: build it again');
  return { hash, headBytes: Number(headBytes) };
}

function reader(from: URL | string | Buffer): ReadBytes {
  if (Buffer.isBuffer(from)) return (start, length) => from.subarray(start, start + length);
  const file = openSync(from, 'r');
  return (start, length) => {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, start));
  };
}

/** Index records found by id or by name, each parsed when it is found. */
class CompiledIndex {
  readonly #head: CompiledHead;
  readonly #bytes: (span: Span) => Buffer;
  readonly #found = new Map<string, IndexRecord>();
  #all: readonly IndexRecord[] | undefined;
  #ids: SortedLines | undefined;
  #names: SortedLines | undefined;

  constructor(head: CompiledHead, bytes: (span: Span) => Buffer) {
    this.#head = head;
    this.#bytes = bytes;
  }

  /** One object stands for a record, whichever way it was found. */
  get records(): readonly IndexRecord[] {
    this.#all ??= this.#parseAll().map(
      (record) => this.#found.get(record.id) ?? this.#keep(record),
    );
    return this.#all;
  }

  record(id: string): IndexRecord | undefined {
    const found = this.#found.get(id);
    if (found || this.#all) return found;
    const place = this.#place(id);
    return place && this.#keep(JSON.parse(this.#bytes(place.record).toString()) as IndexRecord);
  }

  named(key: string): readonly IndexRecord[] {
    this.#names ??= new SortedLines(this.#bytes(this.#head.names));
    const lines = [...this.#names.beginning(`${key}\t`), ...this.#names.beginning(`${key} `)];
    const ids = new Set(lines.map((line) => line.slice(line.indexOf('\t') + 1)));
    return [...ids]
      .map((id) => ({ id, at: this.#place(id)?.record[0] ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .flatMap(({ id }) => this.record(id) ?? []);
  }

  entrySpan(id: string): Span {
    const place = this.#place(id);
    if (!place) throw new Error(`compiled knowledge without "${id}"`);
    return place.entry;
  }

  #place(id: string): { record: Span; entry: Span } | undefined {
    this.#ids ??= new SortedLines(this.#bytes(this.#head.ids));
    const [line] = this.#ids.beginning(`${id}\t`);
    if (line === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = line
      .slice(id.length + 1)
      .split(',')
      .map(Number);
    return { record: [a, b], entry: [c, d] };
  }

  #parseAll(): IndexRecord[] {
    return JSON.parse(this.#bytes(this.#head.records).toString());
  }

  #keep(record: IndexRecord): IndexRecord {
    this.#found.set(record.id, record);
    return record;
  }
}
