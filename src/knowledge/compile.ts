/**
 * One file that holds a whole knowledge base, read without YAML or validation: a first line, a head
 * that says where everything is, the index records, the tables that lead to them, and the entries.
 */
import { createHash } from 'node:crypto';
import type { Entry, Framework, IndexRecord, Plan, Question, Scorecard } from '../core/catalog.ts';
import { needDocuments } from '../core/need-documents.ts';
import { buildNeedTable } from '../core/need-table.ts';
import { type CompiledHead, compiledPreamble, type Origin, type Span } from './compiled.ts';
import { writeNeedLines } from './need-lines.ts';
import { recordsOf } from './order.ts';
import { sortedLines } from './sorted-lines.ts';

/** What goes into a compiled base. */
export interface KnowledgeContents {
  readonly entries: readonly Entry[];
  readonly framework: Framework | undefined;
  readonly questions: readonly Question[];
  readonly plans: readonly Plan[];
  readonly scorecard: Scorecard | undefined;
}

/** What a cache of packs was made from, its files as lines yet to be sorted. */
export type OriginLines = Omit<Origin, 'files'> & { readonly files: readonly string[] };

export interface CompileOptions {
  readonly origin?: OriginLines;
  /** Is the table of needs made too? It takes as long as everything else. */
  readonly hasNeeds?: boolean;
}

export function compileKnowledge(
  contents: KnowledgeContents,
  { origin, hasNeeds = true }: CompileOptions = {},
): Buffer {
  const body = new Body();
  const index = recordsOf(contents.entries);
  const { records, spans } = addRecords(body, index);
  const ids = contents.entries.map(
    (entry) => `${entry.id}\t${spans.get(entry.id)},${body.json(entry)}`,
  );
  const head: CompiledHead = {
    records,
    names: body.add(sortedLines(index.flatMap(nameLines))),
    ids: body.add(sortedLines(ids)),
    needs: hasNeeds ? addNeeds(body, contents) : undefined,
    parts: {
      framework: body.json(contents.framework),
      questions: body.json(contents.questions),
      plans: body.json(contents.plans),
      scorecard: body.json(contents.scorecard),
    },
    origin: origin && { ...origin, files: body.add(sortedLines(origin.files)) },
  };
  const headLine = Buffer.from(`${JSON.stringify(head)}\n`);
  const hash = createHash('sha256').update(headLine);
  // A cache is told from others by its origin, which stands in the head.
  if (!origin) for (const piece of body.pieces) hash.update(piece);
  const start = compiledPreamble(hash.digest('hex').slice(0, 16), headLine.length);
  return Buffer.concat([start, headLine, ...body.pieces]);
}

function addNeeds(body: Body, { entries, questions }: KnowledgeContents): CompiledHead['needs'] {
  const table = buildNeedTable(needDocuments(entries, questions));
  const lines = writeNeedLines(
    table,
    entries.map(({ id }) => id),
  );
  return {
    ids: body.add(lines.ids),
    stems: body.add(lines.stems),
    sentences: body.add(lines.sentences),
  };
}

/** All records as one JSON array in which each stands on a line of its own. */
function addRecords(
  body: Body,
  all: readonly IndexRecord[],
): { records: Span; spans: Map<string, Span> } {
  const spans = new Map<string, Span>();
  const start = body.length;
  body.add(Buffer.from('[\n'));
  all.forEach((record, index) => {
    spans.set(record.id, body.add(Buffer.from(JSON.stringify(record))));
    body.add(Buffer.from(index < all.length - 1 ? ',\n' : '\n'));
  });
  body.add(Buffer.from(']\n'));
  return { records: [start, body.length - start], spans };
}

function nameLines({ id, keys, partKeys }: IndexRecord): string[] {
  return `${keys}${partKeys}`
    .split('|')
    .filter((key) => key !== '')
    .map((key) => `${key}\t${id}`);
}

/** Pieces one after another, each known by its span. */
class Body {
  readonly pieces: Buffer[] = [];
  length = 0;

  add(piece: Buffer): Span {
    const span: Span = [this.length, piece.length];
    this.pieces.push(piece);
    this.length += piece.length;
    return span;
  }

  json(value: unknown): Span {
    return this.add(Buffer.from(`${JSON.stringify(value ?? null)}\n`));
  }
}
