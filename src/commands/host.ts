/** What a command's grammar needs from the program: a way to run its body. */
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';

export interface GlobalFlags {
  readonly json: boolean;
}

export type Body = (context: Context, flags: GlobalFlags) => Promise<ExitCode>;

export interface Host {
  /** Runs a body with the global flags applied; its exit code becomes the program's. */
  run(body: Body): Promise<void>;
}
