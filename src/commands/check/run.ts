import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { errorsOf } from '../../core/issue.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import { jsonSchema, type SchemaName } from '../../knowledge/json-schema.ts';
import { baseParts, loadKnowledge } from '../../knowledge/load.ts';
import { everythingIn } from '../../knowledge/packs/merge.ts';
import { renderProblems } from '../../view/problems.ts';

export interface CheckOptions {
  readonly directory: string;
  readonly isJson: boolean;
}

export async function runCheck(options: CheckOptions, context: Context): Promise<ExitCode> {
  const { io, workingDirectory } = context;
  const directory = resolve(workingDirectory, options.directory);
  const isThere = (part: string) => statSync(join(directory, part), { throwIfNoEntry: false });
  if (!baseParts.some(isThere)) {
    throw new UserError(
      `${options.directory} is not a knowledge base: it holds none of ${baseParts.join(', ')}.`,
      'Name the directory that holds them: mlsd check DIR',
    );
  }
  // What brings its own framework is a base of its own; all else is a pack over the shipped base.
  const base = isThere('framework.yaml') ? undefined : await context.shippedKnowledge();
  const { knowledge, problems } = loadKnowledge(directory, {
    shownFrom: workingDirectory,
    base: base && everythingIn(base),
  });
  if (options.isJson) io.out(`${JSON.stringify({ directory, problems }, null, 2)}\n`);
  else if (problems.length > 0) io.out(renderProblems(problems, io));
  else {
    const { entries, questions, plans } = knowledge;
    io.out(
      `No problems: ${entries.length} entries, ${questions.length} questions, ${plans.length} plans.\n`,
    );
  }
  return errorsOf(problems).length > 0 ? exitCodes.knowledge : exitCodes.done;
}

/** The grammar lets only known names through. */
export function runSchema(name: string, { io }: Context): ExitCode {
  io.out(`${JSON.stringify(jsonSchema(name as SchemaName), null, 2)}\n`);
  return exitCodes.done;
}
