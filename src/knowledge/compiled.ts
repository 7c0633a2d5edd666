/**
 * Reads a compiled knowledge base: what is asked for, when it is asked for. A name or an id is
 * found in a sorted table, so that a look-up costs as much among ten thousand entries as among ten.
 */
import { openSync, readSync } from 'node:fs';
import { type Catalog, createCatalog, type Entry, type IndexRecord } from '../core/catalog.ts';
import type { NeedTable } from '../core/need-table.ts';
import type { NeedLines } from './need-lines.ts';
import { SortedLines } from './sorted-lines.ts';

/** Byte offset after the head, and length in bytes. */
export type Span = readonly [offset: number, length: number];

/** The parts that are values of their own. */
export type PartName = 'framework' | 'questions' | 'plans' | 'scorecard';

export interface CompiledHead {
  /** All index records: a JSON array, one record a line. */
  readonly records: Span;
  /** Lines "search key, tab, id", sorted: every name of every entry. */
  readonly names: Span;
  /** Lines "id, tab, span of its record, comma, span of its entry", sorted. */
  readonly ids: Span;
  /** What a search by need reads; a cache of large packs gets it when it is first asked for. */
  readonly needs?: Readonly<Record<keyof NeedLines, Span>> | undefined;
  readonly parts: Readonly<Record<PartName, Span>>;
  /** Of a cache of packs only. */
  readonly origin?: Origin | undefined;
}

/** What a cache of packs was made from. */
export interface Origin {
  /** The hash of the base that the packs add to. */
  readonly base: string;
  /** The directories of the packs, the later ones over the earlier ones. */
  readonly packs: readonly string[];
  /** Every directory that was listed, with the time of its last change in milliseconds. */
  readonly directories: readonly (readonly [path: string, changedMs: number])[];
  /** Lines "id, tab, milliseconds of the last change, tab, bytes, tab, path", sorted. */
  readonly files: Span;
}

/** Asked before a part is used, so that it may refuse what is out of date. */
export interface Watch {
  using(id: string): void;
  usingAll(): void;
}

const preamble = /^mlsd knowledge 3 ([0-9a-f]{16}), head of +(\d+) bytes\n$/;
const preambleBytes = 64;

/** The first line: what the file is, a hash of what is in it, and how long its head is. Always as long. */
export function compiledPreamble(hash: string, headBytes: number): Buffer {
  const start = `mlsd knowledge 3 ${hash}, head of `;
  const end = ' bytes\n';
  return Buffer.from(
    `${start}${String(headBytes).padStart(preambleBytes - start.length - end.length)}${end}`,
  );
}

type ReadBytes = (start: number, length: number) => Buffer;

/** A compiled base of which only the head is read: a file, which stays open, or its bytes. */
export class CompiledFile {
  /** What tells one compiled base from another. */
  readonly hash: string;
  readonly head: CompiledHead;
  readonly #read: ReadBytes;
  readonly #bodyStart: number;

  constructor(from: URL | string | Buffer) {
    this.#read = reader(from);
    const { hash, headBytes } = readPreamble(this.#read);
    this.hash = hash;
    this.#bodyStart = preambleBytes + headBytes;
    this.head = JSON.parse(this.#read(preambleBytes, headBytes).toString());
  }

  bytes([offset, length]: Span): Buffer {
    return this.#read(this.#bodyStart + offset, length);
  }

  json(span: Span): unknown {
    return JSON.parse(this.bytes(span).toString());
  }
}

export interface OpenOptions {
  readonly watch?: Watch;
  /** Where the table of needs comes from when the file has none. */
  readonly needs?: () => Promise<NeedTable>;
}

export function openCompiled(
  from: URL | string | Buffer | CompiledFile,
  { watch, needs }: OpenOptions = {},
): Catalog {
  const file = from instanceof CompiledFile ? from : new CompiledFile(from);
  const { head } = file;
  const index = new CompiledIndex(file, watch);
  function value(span: Span): unknown {
    watch?.usingAll();
    return file.json(span);
  }
  return createCatalog({
    get records() {
      watch?.usingAll();
      return index.records;
    },
    index,
    entry: (_kind, id) => file.json(index.entrySpan(id)) as Entry,
    framework: () => {
      const framework = value(head.parts.framework) as Catalog['framework'] | null;
      if (!framework) throw new Error('this knowledge base has no framework.yaml');
      return framework;
    },
    questions: () => value(head.parts.questions) as Catalog['questions'],
    plans: () => value(head.parts.plans) as Catalog['plans'],
    scorecard: () => (value(head.parts.scorecard) as Catalog['scorecard'] | null) ?? undefined,
    ...(head.needs || needs ? { needs: async () => await openNeeds(file, watch, needs) } : {}),
  });
}

async function openNeeds(
  file: CompiledFile,
  watch: Watch | undefined,
  make: OpenOptions['needs'],
): Promise<NeedTable> {
  watch?.usingAll();
  const { needs } = file.head;
  if (!needs && make) return await make();
  const { readNeedLines } = await import('./need-lines.ts');
  const lines = (name: keyof NeedLines) => (needs ? file.bytes(needs[name]) : Buffer.alloc(0));
  return readNeedLines({ ids: lines('ids'), stems: lines('stems'), sentences: lines('sentences') });
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
  readonly #file: CompiledFile;
  readonly #watch: Watch | undefined;
  readonly #found = new Map<string, IndexRecord>();
  #all: readonly IndexRecord[] | undefined;
  #ids: SortedLines | undefined;
  #names: SortedLines | undefined;

  constructor(file: CompiledFile, watch: Watch | undefined) {
    this.#file = file;
    this.#watch = watch;
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
    return place && this.#keep(this.#file.json(place.record) as IndexRecord);
  }

  named(key: string): readonly IndexRecord[] {
    this.#names ??= new SortedLines(this.#file.bytes(this.#file.head.names));
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
    this.#watch?.using(id);
    this.#ids ??= new SortedLines(this.#file.bytes(this.#file.head.ids));
    const [line] = this.#ids.beginning(`${id}\t`);
    if (line === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = line
      .slice(id.length + 1)
      .split(',')
      .map(Number);
    return { record: [a, b], entry: [c, d] };
  }

  #parseAll(): IndexRecord[] {
    return this.#file.json(this.#file.head.records) as IndexRecord[];
  }

  #keep(record: IndexRecord): IndexRecord {
    this.#found.set(record.id, record);
    return record;
  }
}
