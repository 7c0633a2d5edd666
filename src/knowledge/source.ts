/** A YAML file with its text, its tree and the way back from a path to line and column. */
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../core/issue.ts';

export type Path = readonly (string | number)[];

export interface SourceFile {
  /** As shown to the person: relative to where they stand. */
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** An alias expands at most this often; a "billion laughs" file stops here. */
const maxAliases = 20;

/** Control and bidirectional-override characters; line feed, return and tab are left to YAML. */
const controlCharacter = /(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Parses YAML text; what is wrong with it comes back as problems. */
export function parseSource(
  file: string,
  text: string,
): { source: SourceFile; value: unknown; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const source: SourceFile = { file, text, document, lines };
  const problems = [...document.errors, ...document.warnings].map((error) =>
    problemAt(source, error.pos[0], {
      rule: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml',
      message: firstSentence(error.message),
      hint: 'correct the YAML here; quote text that contains ": " or " #"',
    }),
  );
  const hidden = controlCharacter.exec(text);
  if (hidden) {
    problems.push(
      problemAt(source, hidden.index, {
        rule: 'control-character',
        message: `control character U+${hexCode(hidden[0])} in the text`,
        hint: 'delete it: text of a knowledge base is never allowed to drive the terminal',
      }),
    );
  }
  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: maxAliases });
    } catch (error) {
      problems.push(
        problemAt(source, 0, {
          rule: 'yaml',
          message: error instanceof Error ? error.message : String(error),
          hint: 'write the text out instead of using YAML anchors and aliases',
        }),
      );
    }
  }
  return { source, value, problems };
}

type Told = Pick<Problem, 'rule' | 'message' | 'hint'>;

/** A problem at a path of the document, or at the nearest thing that exists on the way to it. */
export function problemAtPath(source: SourceFile, path: Path, told: Told): Problem {
  return problemAt(source, offsetOf(source, path), told);
}

function problemAt(source: SourceFile, offset: number, told: Told): Problem {
  const { line, col } = source.lines.linePos(offset);
  return {
    file: source.file,
    line: Math.max(line, 1),
    column: Math.max(col, 1),
    ...told,
    excerpt: source.text.split('\n')[Math.max(line, 1) - 1] ?? '',
  };
}

function offsetOf(source: SourceFile, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const wanted = path.slice(0, length);
    const key = length === path.length ? keyOffset(source.document, wanted) : undefined;
    const node = source.document.getIn(wanted, true);
    if (isNode(node) && node.range) return node.range[0];
    if (key !== undefined) return key;
  }
  return 0;
}

/** Where a key stands whose value is missing or is what is wrong. */
function keyOffset(document: Document.Parsed, path: Path): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

/** Where a key of a map stands. */
export function keyProblem(source: SourceFile, path: Path, key: string, told: Told): Problem {
  return problemAt(
    source,
    keyOffset(source.document, [...path, key]) ?? offsetOf(source, path),
    told,
  );
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

function hexCode(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
