/** The end of an interview: its debrief in a file, and the gist of it on the screen. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import { dayText } from '../../core/day.ts';
import { type Debrief, debriefOf, type InterviewSetup } from '../../core/interview/debrief.ts';
import type { StepGuide } from '../../core/interview/guide.ts';
import type { Session } from '../../core/interview/session.ts';
import { type ExitCode, exitCodes, UserError } from '../../errors.ts';
import { debriefDocument, debriefSummary, type TopicNames } from '../../view/debrief.ts';
import { renderMarkdown } from '../../view/render/markdown.ts';
import { renderTerminal } from '../../view/render/terminal.ts';

export interface EndedInterview {
  readonly setup: InterviewSetup;
  readonly guides: readonly StepGuide[];
  readonly session: Session;
}

export async function finishInterview(
  { setup, guides, session }: EndedInterview,
  catalog: Catalog,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const debrief = debriefOf(setup, session, guides);
  const markdown = renderMarkdown(debriefDocument(debrief, topicNames(catalog)));
  io.out(renderTerminal(debriefSummary(debrief), io));
  const path = writeDebrief(await context.dataDirectory(), debrief, markdown);
  io.out(`\nDebrief: ${path}\n`);
  return debrief.outcome === 'finished' ? exitCodes.done : exitCodes.failed;
}

function topicNames(catalog: Catalog): TopicNames {
  const topics = catalog.records.filter(({ kind }) => kind === 'topic');
  return new Map(topics.map(({ id, name }) => [id, name]));
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
