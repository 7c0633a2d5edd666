/**
 * One file that holds a whole knowledge base, read without YAML or validation.
 * Line 1 says how long the index is, line 2 is the index, each further line is one part, found
 * by its byte offset: a look-up reads and parses the index and one entry.
 */
import type { IndexRecord } from '../core/catalog.ts';
import { type CompiledIndex, compiledPreamble, type Span } from './compiled.ts';
import type { LoadedKnowledge } from './load.ts';

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
  const index: CompiledIndex = { records, spans };
  const head = Buffer.from(`${JSON.stringify(index)}\n`);
  return Buffer.concat([compiledPreamble(head.length), head, ...parts]);
}
