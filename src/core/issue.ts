/** A problem found in a knowledge base, told the way a compiler tells it. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** An error keeps the base from being used; a warning is about how it is written. */
  readonly severity: Severity;
  /** The rule that was broken, as a short id: schema, unknown-id, duplicate-id … */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** The text of the line. */
  readonly excerpt: string;
}

export type Severity = 'error' | 'warning';

export function compareProblems(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}

export function errorsOf(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}
