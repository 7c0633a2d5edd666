/** A problem found in a knowledge base, told the way a compiler tells it. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** The rule that was broken, as a short id: schema, unknown-id, duplicate-id … */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The text of the line. */
  readonly excerpt: string;
}

export function compareProblems(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
