/** `mlsd history`: the learner's answers and interviews as a file. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import { historyFile } from '../../history/history.ts';
import { readLines } from '../../history/lines.ts';
import { countText } from '../../view/number.ts';
import { hasHistory } from '../history-file.ts';

interface JsonOption {
  readonly isJson: boolean;
}

export async function showHistoryPath({ isJson }: JsonOption, context: Context): Promise<ExitCode> {
  const file = join(await context.dataDirectory(), historyFile);
  const exists = await hasHistory(context);
  context.io.out(isJson ? `${JSON.stringify({ file, exists })}\n` : `${file}\n`);
  return exitCodes.done;
}

export async function exportHistory(file: string | undefined, context: Context): Promise<ExitCode> {
  if (!(await hasHistory(context))) {
    throw new UserError(
      'there is no history to export yet.',
      'It begins with the first answer: mlsd quiz. mlsd history path tells where it would be.',
    );
  }
  const history = await context.history();
  refuseDamaged(history.damage(), history.path);
  const exportedAt = new Date(context.clock.now()).toISOString();
  const lines = await history.exportLines({ exportedAt, by: `mlsd ${context.version()}` });
  if (file === undefined) writeBatches(lines, context.io.out);
  else {
    writeFile(lines, resolve(context.workingDirectory, file), file);
    context.io.err(`Written to ${file}\n`);
  }
  return exitCodes.done;
}

/** What is left of a damaged history must not pass for the whole of it. */
function refuseDamaged(damage: readonly string[], path: string): void {
  const [first] = damage;
  if (first === undefined) return;
  throw new UserError(
    `your history is damaged: ${path} (${first})`,
    'Nothing was exported. mlsd doctor tells more; an older copy may stand in backups/ beside it.',
  );
}

const batch = 500;

function writeBatches(lines: Iterable<string>, write: (text: string) => void): void {
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(`${line}\n`);
    if (waiting.length < batch) continue;
    write(waiting.join(''));
    waiting = [];
  }
  write(waiting.join(''));
}

/** Written beside the file and moved over it: there is never half of an export. */
function writeFile(lines: Iterable<string>, path: string, shownAs: string): void {
  const fresh = `${path}.new`;
  try {
    const descriptor = openSync(fresh, 'w', 0o600);
    try {
      writeBatches(lines, (text) => void writeSync(descriptor, text));
    } finally {
      closeSync(descriptor);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${shownAs} could not be written: ${reason}`, 'Name another file.');
  }
}

export async function importHistory(
  files: readonly string[],
  { isJson }: JsonOption,
  context: Context,
): Promise<ExitCode> {
  const { io, workingDirectory } = context;
  const sources = files.map((file) => {
    const name = file === '-' ? 'standard input' : file;
    const path = file === '-' ? file : resolve(workingDirectory, file);
    return { name, lines: readLines(path, name) };
  });
  const hadHistory = await hasHistory(context);
  const history = await context.history();
  if (hadHistory) refuseDamaged(history.damage(), history.path);
  const backup = hadHistory ? history.backUp() : undefined;
  const result = await history.importLines(sources);
  if (isJson) io.out(`${JSON.stringify({ ...result, backup: backup ?? null }, null, 2)}\n`);
  else {
    const { reviews, retractions, interviews } = result;
    const added = `${countText(reviews, 'answer')}, ${countText(retractions, 'retraction')} and ${countText(interviews, 'interview')}`;
    io.out(`New from elsewhere: ${added}.\n`);
    if (backup !== undefined) io.out(`A copy of what was there: ${backup}\n`);
  }
  return exitCodes.done;
}
