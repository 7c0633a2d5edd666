/**
 * One file that holds a whole knowledge base, read without YAML or validation.
 * Line 1 is the index; each further line is one part, found by its byte offset,
 * so that a look-up parses the index and one entry.
 */
import { type Catalog, createCatalog, type Entry, type IndexRecord } from '../core/catalog.ts';
import type { LoadedKnowledge } from './load.ts';

/** Byte offset after the index line, and length in bytes. */
type Span = readonly [offset: number, length: number];

interface Index {
  readonly format: number;
  readonly records: readonly IndexRecord[];
  readonly spans: Readonly<Record<string, Span>>;
}

const format = 1;

export function compileKnowledge(
  knowledge: LoadedKnowledge,
  records: readonly IndexRecord[],
): Buffer {
  const parts: Buffer[] = [];
  const spans: Record<string, Span> = {};
  let offset = 0;
  function add(key: string, value: unknown): void {
    const part = Buffer.from(`${JSON.stringify(value)}\n`);
    spans[key] = [offset, part.length];
    offset += part.length;
    parts.push(part);
  }
  for (const { value } of knowledge.entries) add(value.id, value);
  add('/framework', knowledge.framework?.value);
  add(
    '/questions',
    knowledge.questions.map(({ value }) => value),
  );
  add(
    '/plans',
    knowledge.plans.map(({ value }) => value),
  );
  const index: Index = { format, records, spans };
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...parts]);
}

export function openCompiled(file: Buffer): Catalog {
  const body = file.indexOf(10) + 1;
  const index = JSON.parse(file.toString('utf8', 0, body)) as Index;
  if (index.format !== format) throw new Error(`compiled knowledge of format ${index.format}`);
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
