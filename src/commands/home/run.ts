/** `mlsd` alone: where one stands and what to do next; in a terminal a menu to go on with it. */
import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import {
  homeDocument,
  nextAction,
  type Practice,
  type Readiness,
  type Today,
} from '../../view/home.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { hasHistory } from '../history-file.ts';
import { isFirstRun, welcome } from './first-run.ts';
import { actions, menuChoices, quizOf } from './menu.ts';

export interface HomeOptions {
  readonly isJson: boolean;
}

export async function runHome({ isJson }: HomeOptions, context: Context): Promise<ExitCode> {
  const { io, clock } = context;
  const today = await readToday(context);
  if (isJson) {
    io.out(`${JSON.stringify({ ...today, next: nextAction(today) }, null, 2)}\n`);
    return exitCodes.done;
  }
  if (io.isInteractive && isFirstRun(context, today.practice !== undefined)) {
    return await start(context);
  }
  io.out(renderTerminal(homeDocument(today, clock.now()), io));
  return io.isInteractive ? await menu(today, context) : exitCodes.done;
}

/** Settings were made meanwhile: what follows reads them afresh. */
async function start(context: Context): Promise<ExitCode> {
  const wantsQuiz = await welcome(context);
  const renewed = await context.with({});
  try {
    if (wantsQuiz) return await quizOf(firstQuestions, renewed);
    return await menu(await readToday(renewed), renewed);
  } finally {
    await renewed.close();
  }
}

const firstQuestions = 5;

async function menu(today: Today, context: Context): Promise<ExitCode> {
  context.io.out('\n');
  const prompts = await context.prompts();
  const chosen = await prompts.choose({ message: 'Go on with', choices: menuChoices(today) });
  return await actions[chosen](context);
}

async function readToday(context: Context): Promise<Today> {
  const catalog = await context.knowledge();
  const base = {
    entries: catalog.records.length,
    questions: catalog.questions.length,
    cases: catalog.records.filter(({ kind }) => kind === 'case').length,
    interviewDate: context.settings.settings.interviewDate,
  };
  try {
    return { ...base, practice: await readPractice(context), trouble: undefined };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...base, practice: undefined, trouble: `${error.message} ${error.hint ?? ''}`.trim() };
  }
}

const mostDueCounted = 1000;

/** undefined when nothing was practiced: looking at the home screen starts no history. */
async function readPractice(context: Context): Promise<Practice | undefined> {
  if (!(await hasHistory(context))) return undefined;
  const { reviews, interviews } = await context.history();
  const now = context.clock.now();
  const [last] = interviews.latest(1);
  const [next] = reviews.due(Number.MAX_SAFE_INTEGER, 1, { card: '', due: now });
  const unfinished = interviews.unfinished();
  const answers = reviews.count();
  if (answers === 0 && !last) return undefined;
  return {
    answers,
    due: reviews.due(now, mostDueCounted).length,
    nextDue: next?.due,
    lastInterview: last && { title: last.setup.title, startedAt: last.setup.startedAt },
    unfinished: unfinished && { title: unfinished.setup.title },
    readiness: await readReadiness(context),
  };
}

/** How much of each subject is likely to be remembered now, the weakest first. */
async function readReadiness(context: Context): Promise<Readiness[]> {
  const { readStats } = await import('../stats/read.ts');
  const { subjects } = await readStats(context);
  return subjects
    .flatMap(({ name, cards, recall }) => (recall === undefined ? [] : [{ name, cards, recall }]))
    .sort((a, b) => a.recall - b.recall);
}
