/** What can be wrong on a machine, each looked at by itself: one failing keeps no other from its turn. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Context } from '../../context.ts';
import { KnowledgeError, UserError } from '../../errors.ts';
import { historyFile } from '../../history/history.ts';

export interface Finding {
  readonly status: 'ok' | 'note' | 'problem';
  readonly says: readonly string[];
  readonly fix?: string | undefined;
}

interface Check {
  readonly name: string;
  look(context: Context): Promise<Finding> | Finding;
}

export const checks = {
  program: { name: 'Program', look: lookAtProgram },
  terminal: { name: 'Terminal', look: lookAtTerminal },
  settings: { name: 'Settings', look: lookAtSettings },
  knowledge: { name: 'Knowledge', look: lookAtKnowledge },
  data: { name: 'Data directory', look: lookAtDataDirectory },
  history: { name: 'History', look: lookAtHistory },
} as const satisfies Record<string, Check>;

function lookAtProgram({ version, runtime }: Context): Finding {
  const { node, platform } = runtime;
  return { status: 'ok', says: [`mlsd ${version()} on Node.js ${node}, ${platform}.`] };
}

function lookAtTerminal({ io }: Context): Finding {
  const color = io.paint.title('x') === 'x' ? 'no color' : 'color';
  const glyphs = io.isUnicode ? 'Unicode' : 'ASCII only';
  const facts = [`${io.width} columns`, color, glyphs, ...(io.isPlain ? ['plain lines'] : [])];
  const says = [`${facts.join(', ')}.`];
  if (io.isInteractive) return { status: 'ok', says };
  return {
    status: 'note',
    says: [...says, 'Input or output is no terminal, so nothing can be asked here.'],
  };
}

function lookAtSettings({ settings }: Context): Finding {
  const { file, problems } = settings;
  const [first] = problems;
  if (!first) {
    return { status: 'ok', says: [existsSync(file) ? file : 'All at their defaults.'] };
  }
  const says = problems.map(
    ({ where, message }) => `In ${where === 'file' ? file : 'the environment'}: ${message}.`,
  );
  return { status: 'problem', says, fix: first.fix };
}

async function lookAtKnowledge(context: Context): Promise<Finding> {
  const shipped = (await context.shippedKnowledge()).records.length;
  try {
    const { records, questions } = await context.knowledge();
    const added = records.length - shipped;
    const packs = added > 0 ? ` ${added} of them from your packs.` : '';
    return {
      status: 'ok',
      says: [`${records.length} entries, ${questions.length} written questions.${packs}`],
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const count = error instanceof KnowledgeError ? error.problems.length : 0;
    const says = [error.message, ...(count > 0 ? [`${count} problems in your packs.`] : [])];
    return { status: 'problem', says, fix: error.hint };
  }
}

async function lookAtDataDirectory(context: Context): Promise<Finding> {
  const directory = await context.dataDirectory();
  const nearest = nearestExisting(directory);
  if (!mayWriteIn(nearest)) {
    return {
      status: 'problem',
      says: [`${nearest} is no directory that can be written.`],
      fix: 'Change who may write there, or choose another directory with MLSD_DATA_DIR.',
    };
  }
  const isThere = nearest === directory;
  return { status: 'ok', says: [isThere ? directory : `${directory}, made when it is needed.`] };
}

function mayWriteIn(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return statSync(directory).isDirectory();
  } catch {
    return false;
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

async function lookAtHistory(context: Context): Promise<Finding> {
  if (!existsSync(join(await context.dataDirectory(), historyFile))) {
    return { status: 'ok', says: ['Nothing practiced yet.'] };
  }
  try {
    const { path, reviews, interviews, damage } = await context.history();
    const damages = damage();
    if (damages.length > 0) {
      return {
        status: 'problem',
        says: [`${path} is damaged: ${damages[0]}.`],
        fix: 'Keep a copy of that file; then mlsd history export saves what can still be read.',
      };
    }
    const counts = `${reviews.count()} answers, ${interviews.count()} interviews.`;
    return { status: 'ok', says: [counts, path] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: 'problem', says: [error.message], fix: error.hint };
  }
}
