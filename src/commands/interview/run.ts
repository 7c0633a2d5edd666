/** Runs, continues, previews or lists interviews. */
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import type { InterviewSetup } from '../../core/interview/debrief.ts';
import { paceAt } from '../../core/interview/pace.ts';
import { newSession, reduce, replay, type Session } from '../../core/interview/session.ts';
import { CancelledError, type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import type { History } from '../../history/history.ts';
import { choicesDocument, previewDocument } from '../../view/interview-plan.ts';
import { continuedText, stepLines, timeText } from '../../view/interview-text.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { printable, wrapLines } from '../../view/width.ts';
import { chooseCase, findCase, guidesFor, makePlan } from './choose.ts';
import { finishInterview } from './finish.ts';
import type { InterviewOptions } from './options.ts';
import { createInterviewScreen, type RunningInterview } from './screen.ts';

export async function runInterview(options: InterviewOptions, context: Context): Promise<ExitCode> {
  const catalog = await context.knowledge();
  if (options.isList) return list(options, catalog, context);
  if (options.isPreview) return await preview(options, catalog, context);
  refuseUnlessInteractive(options, context);
  const history = await context.history();
  const running = options.isResume
    ? reopen(options, catalog, history, context)
    : await begin(options, catalog, history, context);
  return await hold(running, catalog, history, context);
}

function refuseUnlessInteractive({ isJson }: InterviewOptions, { io }: Context): void {
  if (io.isInteractive && !isJson) return;
  throw new UsageError(
    isJson ? 'a running interview has no JSON.' : 'an interview needs a terminal.',
    'Its plan and prompt without one: mlsd interview CASE --preview (or --preview --json); the cases: --list',
  );
}

function list({ isJson }: InterviewOptions, catalog: Catalog, { io }: Context): ExitCode {
  const cases = catalog.records.filter(({ kind }) => kind === 'case');
  if (isJson) {
    io.out(
      json({
        cases: cases.map(({ id, name, aliases, summary }) => ({ id, name, aliases, summary })),
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

async function preview(
  options: InterviewOptions,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  if (options.words.length === 0) {
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
): Promise<InterviewSetup> {
  const plan = makePlan(catalog, options.plan, options.minutes);
  const design =
    options.words.length > 0
      ? findCase(catalog, options.words)
      : await chooseCase(catalog, await context.prompts());
  const seed = options.seed ?? context.freshSeed();
  const startedAt = context.clock.now();
  return {
    // Unlike on any other machine, so that histories can be merged.
    id: `${design.id}-${startedAt.toString(36)}-${context.freshSeed().toString(36)}`,
    caseId: design.id,
    title: design.name,
    prompt: design.prompt,
    plan,
    seed,
    startedAt,
  };
}

async function begin(
  options: InterviewOptions,
  catalog: Catalog,
  history: History,
  context: Context,
): Promise<RunningInterview> {
  const left = history.interviews.unfinished();
  const setup = await setUp(options, catalog, context);
  const started = history.interviews.begin(setup);
  const before = left
    ? [`${printable(left.setup.title)} is not finished: --resume continues it after this one.`]
    : [];
  return {
    setup,
    guides: guidesFor(catalog, setup.plan),
    session: reduce(newSession(setup.plan), started),
    clockMs: 0,
    message: [
      'The clock is running. What you type is a note; /help lists the commands.',
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
    session: replay(setup.plan, [...stored.events, ...reopened]),
    clockMs,
    message: [continuedText(clockMs, offMs)],
  };
}

async function hold(
  running: RunningInterview,
  catalog: Catalog,
  history: History,
  context: Context,
): Promise<ExitCode> {
  const { io, clock } = context;
  const screen = createInterviewScreen(running, {
    log: history.interviews,
    clock,
    style: io,
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
  const { setup, guides } = running;
  return await finishInterview({ setup, guides, session: screen.session }, catalog, context);
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
