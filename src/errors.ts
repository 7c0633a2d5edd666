/** The four kinds of error a person may meet, and the exit codes. Anything else is a bug. */
import type { Problem } from './core/issue.ts';

export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  knowledge: 3,
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something that the person can mend: says what happened, where, and what to do next. */
export class UserError extends Error {
  readonly exitCode: ExitCode = exitCodes.failed;
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.name = new.target.name;
    this.hint = hint;
  }
}

/** The command line was wrong. */
export class UsageError extends UserError {
  override readonly exitCode: ExitCode = exitCodes.usage;
}

/** The knowledge base or a pack has errors. */
export class KnowledgeError extends UserError {
  override readonly exitCode: ExitCode = exitCodes.knowledge;
  /** What is wrong, each with its place. */
  readonly problems: readonly Problem[];

  constructor(message: string, hint?: string, problems: readonly Problem[] = []) {
    super(message, hint);
    this.problems = problems;
  }
}

/** The person cancelled. */
export class CancelledError extends UserError {
  override readonly exitCode: ExitCode = exitCodes.cancelled;

  constructor(message = 'Cancelled.', hint?: string) {
    super(message, hint);
  }
}
