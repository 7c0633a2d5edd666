/** `mlsd review`: lists past interviews, shows one, replays it, compares two, corrects one. */
import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import { closest } from '../../core/typo.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { debriefDocument } from '../../view/debrief.ts';
import { plainPaint } from '../../view/paint.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { comparisonDocument, pastDocument, replayLines } from '../../view/review.ts';
import { printable, wrapLines } from '../../view/width.ts';
import { pastInterviews, pastNamed, type ReadInterview, readInterview } from './find.ts';
import { comparisonJson, debriefJson, pastJson } from './json.ts';

export type ReviewFormat = 'terminal' | 'plain' | 'markdown' | 'html' | 'json';

export interface ReviewOptions {
  readonly sessions: readonly string[];
  readonly isReplay: boolean;
  readonly speed: number | undefined;
  readonly covered: string | undefined;
  readonly missed: string | undefined;
  readonly format: ReviewFormat | undefined;
  readonly output: string | undefined;
}

export async function runReview(options: ReviewOptions, context: Context): Promise<ExitCode> {
  const { sessions, isReplay, covered, missed } = options;
  const catalog = await context.knowledge();
  const past = await pastInterviews(context);
  const isCorrection = covered !== undefined || missed !== undefined;
  const words = sessions.length === 0 && (isReplay || isCorrection) ? ['last'] : sessions;
  if (words.length > 2) throw new UsageError('two interviews are compared, not more.');
  const chosen = words.map((word) => pastNamed(past, word));
  const read = await Promise.all(chosen.map((each) => readInterview(each, catalog, context)));
  const [first, second] = read;
  if (!first) return await list(past, catalog, options, context);
  if (second) return compare(first, second, options, context);
  if (isCorrection) return await correct(first, options, catalog, context);
  if (isReplay) return await play(first, options, catalog, context);
  return await show(first, options, catalog, context);
}

async function list(
  past: Awaited<ReturnType<typeof pastInterviews>>,
  catalog: Catalog,
  { format }: ReviewOptions,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const read = await Promise.all(past.map((each) => readInterview(each, catalog, context)));
  if (format === 'json') io.out(json({ interviews: read.map(pastJson) }));
  else if (read.length === 0) io.out(wrapLines([nothing], io.width));
  else
    await io.page(
      renderTerminal(
        pastDocument(read.map(({ past: { number }, debrief }) => ({ number, debrief }))),
        io,
      ),
    );
  return exitCodes.done;
}

const nothing = 'No interview was held yet. Hold one: mlsd interview';

type Writer = (read: ReadInterview, catalog: Catalog, context: Context) => string | Promise<string>;

const writers = {
  terminal: ({ debrief }, catalog, { io }) => renderTerminal(debriefDocument(debrief, catalog), io),
  plain: ({ debrief }, catalog, { io: { width, spell } }) =>
    renderTerminal(debriefDocument(debrief, catalog), {
      width,
      paint: plainPaint,
      isUnicode: false,
      isPlain: true,
      spell,
    }),
  async markdown({ debrief }, catalog) {
    const { renderMarkdown } = await import('../../view/render/markdown.ts');
    return renderMarkdown(debriefDocument(debrief, catalog));
  },
  async html({ debrief }, catalog) {
    const { renderHtml } = await import('../../view/render/html/page.ts');
    return renderHtml(debriefDocument(debrief, catalog));
  },
  json: (read) => json(debriefJson(read)),
} as const satisfies Record<ReviewFormat, Writer>;

const formatsByEnding: Readonly<Record<string, ReviewFormat>> = {
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.txt': 'plain',
};

async function show(
  read: ReadInterview,
  { format, output }: ReviewOptions,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  const byEnding = formatsByEnding[extname(output ?? '').toLowerCase()];
  const chosen = format ?? byEnding ?? 'terminal';
  const text = await writers[chosen](read, catalog, context);
  if (output !== undefined) return save(text, output, context);
  if (chosen === 'terminal' || chosen === 'plain') await context.io.page(text);
  else context.io.out(text);
  return exitCodes.done;
}

function save(text: string, output: string, { io, workingDirectory }: Context): ExitCode {
  try {
    writeFileSync(resolve(workingDirectory, output), text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `the debrief could not be written to ${printable(output)}: ${reason}`,
      'Name another file with --output.',
    );
  }
  io.err(`Written to ${printable(output)}\n`);
  return exitCodes.done;
}

function compare(
  first: ReadInterview,
  second: ReadInterview,
  { format }: ReviewOptions,
  { io }: Context,
): ExitCode {
  const [before, after] =
    first.past.setup.startedAt <= second.past.setup.startedAt ? [first, second] : [second, first];
  if (
    before.past.setup.caseId !== after.past.setup.caseId ||
    before.past.setup.caseId === undefined
  ) {
    throw new UsageError(
      'only two attempts at the same case can be compared.',
      'See which case each was: mlsd review',
    );
  }
  if (format === 'json') io.out(json(comparisonJson(before, after)));
  else io.out(renderTerminal(comparisonDocument(before.debrief, after.debrief), io));
  return exitCodes.done;
}

async function correct(
  { past, debrief }: ReadInterview,
  { covered, missed }: ReviewOptions,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  if (covered !== undefined && missed !== undefined) {
    throw new UsageError('--covered and --missed say opposite things.', 'Give one of them.');
  }
  const word = covered ?? missed ?? '';
  const ids = debrief.points.map(({ point }) => point.id);
  if (!ids.includes(word)) {
    const near = closest(word, ids, 3);
    throw new UserError(
      `there is no point "${printable(word)}" in this interview.`,
      near.length > 0 ? `Nearest: ${near.join(', ')}` : 'Its points: mlsd review last --json',
    );
  }
  const isCovered = covered !== undefined;
  const { interviews } = await context.history();
  const clockMs = interviews.find(past.setup.id)?.clockMs ?? 0;
  interviews.append(past.setup.id, [{ kind: 'corrected', point: word, isCovered }], clockMs);
  const after = await readInterview(past, catalog, context);
  const said = after.debrief.points.filter((each) => each.isCovered).length;
  const verb = isCovered ? 'was said' : 'was not said';
  context.io.out(`Kept: ${word} ${verb}. ${said} of ${ids.length} points now.\n`);
  return exitCodes.done;
}

/** At the speed that was asked for in a terminal, else all at once. */
async function play(
  { past, events, session }: ReadInterview,
  { speed }: ReviewOptions,
  catalog: Catalog,
  { io }: Context,
): Promise<ExitCode> {
  const { caseId } = past.setup;
  const design = caseId === undefined ? undefined : catalog.get('case', caseId);
  const pauses = speed !== undefined && io.stdoutIsTty;
  let shownMs = 0;
  for (const { atMs, text } of replayLines(events, session, design)) {
    if (pauses && atMs > shownMs) {
      const waitMs = (atMs - shownMs) / speed;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    shownMs = Math.max(shownMs, atMs);
    io.out(wrapLines([text], io.width));
  }
  return exitCodes.done;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
