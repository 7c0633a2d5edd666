/** A YAML file with its text and the way back from a path to line and column. */
import { type Document, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Problem } from '../core/issue.ts';
import { type RuleId, rules } from './rules/table.ts';

export type Path = readonly (string | number)[];

/** What is wrong and what to do, without where. */
export interface Told {
  readonly rule: RuleId;
  readonly message: string;
  readonly hint: string;
}

/** By which a changed file is told from an unchanged one. */
export interface FileFacts {
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly changedMs: number;
  readonly bytes: number;
}

export class SourceFile {
  /** As shown to the person: relative to where they stand. */
  readonly file: string;
  readonly text: string;
  /** What the file on disk looked like; undefined for a text of another origin. */
  readonly facts: FileFacts | undefined;
  #document: Document.Parsed | undefined;

  constructor(file: string, text: string, facts?: FileFacts) {
    this.file = file;
    this.text = text;
    this.facts = facts;
  }

  /** The tree of the file, made when a place is asked for: most files have no problem. */
  get document(): Document.Parsed {
    // The version and schema are ours whatever the file says; duplicate keys are found in linear time.
    this.#document ??= parseDocument(this.text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      stringKeys: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return this.#document;
  }

  /** A problem at an offset in the text. */
  problemAt(offset: number, { rule, message, hint }: Told): Problem {
    const before = this.text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    const end = this.text.indexOf('\n', start);
    return {
      file: this.file,
      line: countLines(before),
      column: offset - start + 1,
      severity: rules[rule].severity,
      rule,
      message,
      hint,
      excerpt: this.text.slice(start, end === -1 ? undefined : end).trimEnd(),
    };
  }

  /** A problem at a path of the document, or at the nearest thing that exists on the way to it. */
  problemAtPath(path: Path, told: Told): Problem {
    return this.problemAt(this.#offsetOf(path), told);
  }

  /** A problem at a key of the map at a path. */
  problemAtKey(path: Path, key: string, told: Told): Problem {
    return this.problemAt(this.#keyOffset([...path, key]) ?? this.#offsetOf(path), told);
  }

  #offsetOf(path: Path): number {
    for (let length = path.length; length >= 0; length--) {
      const wanted = path.slice(0, length);
      const key = length === path.length ? this.#keyOffset(wanted) : undefined;
      const node = this.document.getIn(wanted, true);
      if (isNode(node) && node.range) return node.range[0];
      if (key !== undefined) return key;
    }
    return 0;
  }

  /** Where a key stands whose value is missing or is what is wrong. */
  #keyOffset(path: Path): number | undefined {
    const { document } = this;
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (!isMap(parent)) return undefined;
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
    );
    return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  }
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
