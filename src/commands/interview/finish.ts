/** The end of an interview: its debrief in a file, and the gist of it on the screen. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import { dayText } from '../../core/day.ts';
import type { Debrief } from '../../core/interview/debrief.ts';
import { reduce, type Session } from '../../core/interview/session.ts';
import { pointCard } from '../../core/quiz/cards/case.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import { debriefDocument, debriefSummary, decisionDocument } from '../../view/debrief.ts';
import { renderMarkdown } from '../../view/render/markdown.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { debriefFor, type HeldInterview } from './debrief.ts';
import { settleScores } from './score.ts';

/** With less there is nothing to score: a few notes, or a step alone. */
const fewestNotes = 5;
const fewestSteps = 3;

export async function finishInterview(
  held: HeldInterview,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const heard = await debriefFor(held, catalog, context);
  io.out(renderTerminal(debriefSummary(heard), io));
  const session = await settled(held, heard, context);
  const debrief = await debriefFor({ ...held, session }, catalog, context);
  await callMissedPoints(debrief, session, context);
  io.out(renderTerminal(decisionDocument(debrief, catalog), io));
  const markdown = renderMarkdown(debriefDocument(debrief, catalog));
  const path = writeDebrief(await context.dataDirectory(), debrief, markdown);
  io.out(`\nDebrief: ${path}\n`);
  return debrief.outcome === 'finished' ? exitCodes.done : exitCodes.failed;
}

/** Each score is on disk before the next one is asked for. */
async function settled(
  { setup, session }: HeldInterview,
  heard: Debrief,
  context: Context,
): Promise<Session> {
  if (
    !heard.scoring ||
    !context.io.isInteractive ||
    session.notes.length < fewestNotes ||
    setup.plan.steps.length < fewestSteps
  ) {
    return session;
  }
  const { interviews } = await context.history();
  let after = session;
  await settleScores(heard, await context.prompts(), (score) => {
    const event = { kind: 'scored', ...score } as const;
    const stored = interviews.append(setup.id, [event], session.timeline.untilMs);
    after = stored.reduce(reduce, after);
  });
  return after;
}

/** What was missed comes back in the quiz. */
async function callMissedPoints(
  debrief: Debrief,
  { timeline: { untilMs: clockMs } }: Session,
  context: Context,
): Promise<void> {
  const { caseId, id } = debrief.setup;
  if (caseId === undefined) return;
  const cards = debrief.points
    .filter(({ isCovered }) => !isCovered)
    .map(({ point }) => pointCard(caseId, point.id));
  if (cards.length === 0) return;
  const { interviews, reviews } = await context.history();
  interviews.append(id, [{ kind: 'called', cards }], clockMs);
  reviews.rebuild(cards);
}

const mostOnOneDay = 1000;

/** Never over another debrief: the second one of a day gets a number. */
function writeDebrief(dataDirectory: string, { setup }: Debrief, markdown: string): string {
  const directory = join(dataDirectory, 'interviews');
  const stem = `${dayText(setup.startedAt)}-${setup.caseId ?? 'own-prompt'}`;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (let number = 1; number <= mostOnOneDay; number++) {
      const path = join(directory, `${stem}${number > 1 ? `-${number}` : ''}.md`);
      if (writeNew(path, markdown)) return path;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `the debrief could not be written: ${reason}`,
      'The interview itself is in your history; check who may write there.',
    );
  }
  throw new UserError(`there are too many debriefs in ${directory}.`, 'Move some of them away.');
}

/** False when there is such a file already. */
function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
