/** Runs, continues, previews or lists interviews. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { Case, Catalog } from '../../core/catalog.ts';
import type { InterviewSetup } from '../../core/interview/debrief.ts';
import { paceAt } from '../../core/interview/pace.ts';
import type { InterviewPlan } from '../../core/interview/plan.ts';
import { newSession, reduce, replay, type Session } from '../../core/interview/session.ts';
import type { Level } from '../../core/settings.ts';
import { CancelledError, type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { type History, historyFile } from '../../history/history.ts';
import { choicesDocument, previewDocument } from '../../view/interview-plan.ts';
import { continuedText, stepLines, timeText } from '../../view/interview-text.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { printable, wrapLines } from '../../view/width.ts';
import {
  type Attempts,
  chooseCase,
  findCase,
  guidesFor,
  lastHad,
  makePlan,
  ownPrompt,
  sprintCases,
  stepPlan,
} from './choose.ts';
import { finishInterview } from './finish.ts';
import type { InterviewOptions } from './options.ts';
import { createInterviewScreen, type RunningInterview } from './screen.ts';

export async function runInterview(options: InterviewOptions, context: Context): Promise<ExitCode> {
  const catalog = await context.knowledge();
  if (options.isList) return await list(options, catalog, context);
  refuseShort(options);
  if (options.isPreview) return await preview(options, catalog, context);
  refuseUnlessInteractive(options, context);
  const history = await context.history();
  if (options.isResume) {
    return await hold(
      reopen(options, catalog, history, context),
      options,
      catalog,
      history,
      context,
    );
  }
  if (options.step !== undefined) return await sprint(options, catalog, history, context);
  const setup = await setUp(options, catalog, context, history);
  return await hold(begin(setup, catalog, history), options, catalog, history, context);
}

/** One step alone, case after case; leaving one early ends the sprint. */
async function sprint(
  options: InterviewOptions,
  catalog: Catalog,
  history: History,
  context: Context,
): Promise<ExitCode> {
  const { io, clock } = context;
  const seed = options.seed ?? context.freshSeed();
  const plan = stepPlan(catalog, options.step ?? '', options.minutes);
  const designs = sprintCases(catalog, options, history.interviews.latest(mostLooked), seed);
  for (const [index, design] of designs.entries()) {
    io.out(
      `${index > 0 ? '\n' : ''}${index + 1} of ${designs.length}: ${printable(design.name)}\n`,
    );
    const level = levelOf(options, context);
    const ids = { startedAt: clock.now(), chance: context.freshSeed(), seed, level };
    const setup = setupOf(design, plan, ids);
    const code = await hold(begin(setup, catalog, history), options, catalog, history, context);
    if (code !== exitCodes.done) return code;
  }
  return exitCodes.done;
}

/** So many of the last interviews say which cases were had. */
const mostLooked = 500;

const leastMinutes = 10;

function refuseShort({ minutes, step }: InterviewOptions): void {
  if (minutes === undefined || minutes >= leastMinutes || step !== undefined) return;
  throw new UsageError(
    `an interview takes ${leastMinutes} minutes or more.`,
    'For less, practice one step: mlsd interview --step evaluation --minutes 5',
  );
}

function refuseUnlessInteractive({ isJson }: InterviewOptions, { io }: Context): void {
  if (io.isInteractive && !isJson) return;
  throw new UsageError(
    isJson ? 'a running interview has no JSON.' : 'an interview needs a terminal.',
    'Its plan and prompt without one: mlsd interview CASE --preview (or --preview --json); the cases: --list',
  );
}

async function list(
  { isJson }: InterviewOptions,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const had = await attempts(context);
  const cases = catalog.records
    .filter(({ kind }) => kind === 'case')
    .map((record) => ({ ...record, lastAttempt: lastHad(had, record.id) }));
  if (isJson) {
    io.out(
      json({
        cases: cases.map(({ id, name, aliases, summary, lastAttempt }) => ({
          id,
          name,
          aliases,
          summary,
          lastAttempt: lastAttempt === undefined ? null : new Date(lastAttempt).toISOString(),
        })),
        plans: catalog.plans.map(({ id, name, summary, totalMinutes }) => ({
          id,
          name,
          summary,
          totalMinutes,
        })),
      }),
    );
  } else io.out(renderTerminal(choicesDocument(cases, catalog.plans), io));
  return exitCodes.done;
}

/** A list works without a history, and with one that cannot be read. */
async function attempts(context: Context): Promise<Attempts> {
  if (!existsSync(join(await context.dataDirectory(), historyFile))) return [];
  try {
    return (await context.history()).interviews.latest(mostLooked);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

async function preview(
  options: InterviewOptions,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  if (options.words.length === 0 && options.prompt === undefined) {
    throw new UsageError(
      '--preview needs a case.',
      'Name one: mlsd interview CASE --preview; the cases: mlsd interview --list',
    );
  }
  const setup = await setUp(options, catalog, context);
  if (!options.isJson) {
    await io.page(renderTerminal(previewDocument(setup), io));
    return exitCodes.done;
  }
  const { plan } = setup;
  io.out(
    json({
      case: setup.caseId,
      name: setup.title,
      prompt: setup.prompt,
      planId: plan.id,
      plan: plan.steps.map(({ step, name, budgetMs }) => ({
        step,
        name,
        budgetSeconds: budgetMs / 1000,
      })),
      floatSeconds: plan.floatMs / 1000,
      totalSeconds: plan.totalMs / 1000,
      seed: setup.seed,
    }),
  );
  return exitCodes.done;
}

async function setUp(
  options: InterviewOptions,
  catalog: Catalog,
  context: Context,
  history?: History,
): Promise<InterviewSetup> {
  const plan = makePlan(catalog, options.plan, options.minutes);
  const ids = {
    startedAt: context.clock.now(),
    // Unlike on any other machine, so that histories can be merged.
    chance: context.freshSeed(),
    seed: options.seed ?? context.freshSeed(),
    level: levelOf(options, context),
  };
  if (options.prompt !== undefined) return setupOf(ownPrompt(options.prompt), plan, ids);
  if (options.words.length > 0) return setupOf(findCase(catalog, options.words), plan, ids);
  const had = history?.interviews.latest(mostLooked) ?? [];
  return setupOf(await chooseCase(catalog, had, await context.prompts()), plan, ids);
}

/** Commander has checked the flag. */
function levelOf({ level }: InterviewOptions, context: Context): Level {
  return (level as Level | undefined) ?? context.config().level;
}

interface SetupIds {
  readonly startedAt: number;
  readonly chance: number;
  readonly seed: number;
  readonly level: Level;
}

function setupOf(
  design: Pick<Case, 'name' | 'prompt'> & { readonly id?: string },
  plan: InterviewPlan,
  { startedAt, chance, seed, level }: SetupIds,
): InterviewSetup {
  return {
    id: `${design.id ?? 'own'}-${startedAt.toString(36)}-${chance.toString(36)}`,
    caseId: design.id,
    title: design.name,
    prompt: design.prompt,
    plan,
    seed,
    level,
    startedAt,
  };
}

function begin(setup: InterviewSetup, catalog: Catalog, history: History): RunningInterview {
  const left = history.interviews.unfinished();
  const started = history.interviews.begin(setup);
  const before = left
    ? [`${printable(left.setup.title)} is not finished: --resume continues it after this one.`]
    : [];
  return {
    setup,
    guides: guidesFor(catalog, setup.plan),
    design: designOf(setup, catalog),
    session: reduce(newSession(setup.plan), started),
    clockMs: 0,
    message: [
      'The clock is running. What you type is a note; ? asks the interviewer; /help lists the rest.',
      ...before,
    ],
  };
}

/** The last one that was neither finished nor stopped, as it was when the program went away. */
function reopen(
  options: InterviewOptions,
  catalog: Catalog,
  history: History,
  { clock }: Context,
): RunningInterview {
  const wanted = options.words.length > 0 ? findCase(catalog, options.words) : undefined;
  const stored = history.interviews.unfinished(wanted?.id);
  if (!stored) {
    throw new UserError(
      `there is no unfinished interview${wanted ? ` of ${printable(wanted.name)}` : ''}.`,
      'Start one: mlsd interview CASE',
    );
  }
  const { setup, clockMs } = stored;
  const offMs = Math.max(0, clock.now() - stored.seenAt);
  const reopened = history.interviews.append(setup.id, [{ kind: 'reopened', offMs }], clockMs);
  return {
    setup,
    guides: guidesFor(catalog, setup.plan),
    design: designOf(setup, catalog),
    session: replay(setup.plan, [...stored.events, ...reopened]),
    clockMs,
    message: [continuedText(clockMs, offMs)],
  };
}

/** A case that the knowledge base no longer has leaves the interviewer without a sheet. */
function designOf({ caseId }: InterviewSetup, catalog: Catalog): Case | undefined {
  return caseId === undefined ? undefined : catalog.get('case', caseId);
}

async function hold(
  running: RunningInterview,
  options: InterviewOptions,
  catalog: Catalog,
  history: History,
  context: Context,
): Promise<ExitCode> {
  const { io, clock } = context;
  const screen = createInterviewScreen(running, {
    log: history.interviews,
    clock,
    style: io,
    isCalm: options.isCalm || context.config().isCalm,
  });
  if (io.isPlain) io.out(wrapLines(openingLines(running, screen.session), io.width));
  const prompts = await context.prompts();
  try {
    await prompts.live(screen);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    screen.leave();
    throw new CancelledError(
      'The interview is kept as it stands.',
      'Continue it: mlsd interview --resume',
    );
  }
  const held = { setup: running.setup, session: screen.session };
  return await finishInterview(held, catalog, context);
}

/** What the screen shows from the start, said once. */
function openingLines(
  { setup, guides, message, clockMs }: RunningInterview,
  session: Session,
): string[] {
  const pace = paceAt(setup.plan, session.timeline, clockMs);
  const guide = guides[pace.stepIndex];
  return [
    printable(setup.title),
    `Interviewer: ${printable(setup.prompt)}`,
    ...message,
    ...(guide ? stepLines(guide, session, pace.stepIndex) : []),
    timeText(pace, setup.plan),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
