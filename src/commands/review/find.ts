/** The interviews that the history holds, and the one that a word on the command line names. */
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import type { Debrief, InterviewSetup } from '../../core/interview/debrief.ts';
import type { InterviewEvent } from '../../core/interview/events.ts';
import { replay, type Session } from '../../core/interview/session.ts';
import { UserError } from '../../errors.ts';
import { printable } from '../../view/width.ts';
import { hasHistory } from '../history-file.ts';
import { debriefFor } from '../interview/debrief.ts';

export interface PastInterview {
  /** 1 for the newest. */
  readonly number: number;
  readonly setup: InterviewSetup;
  readonly outcome: string | undefined;
}

const mostListed = 200;

/** Newest first; looking at none starts no history. */
export async function pastInterviews(context: Context): Promise<PastInterview[]> {
  if (!(await hasHistory(context))) return [];
  const { interviews } = await context.history();
  return interviews
    .latest(mostListed)
    .map(({ setup, outcome }, index) => ({ number: index + 1, setup, outcome }));
}

/** "last", a number of the list, an id or its beginning. Throws UserError. */
export function pastNamed(past: readonly PastInterview[], word: string): PastInterview {
  const found =
    word === 'last'
      ? past[0]
      : (past.find(({ number }) => String(number) === word) ??
        past.find(({ setup }) => setup.id === word) ??
        past.find(({ setup }) => setup.id.startsWith(word)));
  if (found) return found;
  throw new UserError(
    past.length === 0
      ? 'no interview was held yet.'
      : `no interview is called "${printable(word)}".`,
    past.length === 0 ? 'Hold one: mlsd interview' : 'They are numbered in: mlsd review',
  );
}

export interface ReadInterview {
  readonly past: PastInterview;
  readonly events: readonly InterviewEvent[];
  readonly session: Session;
  readonly debrief: Debrief;
}

export async function readInterview(
  past: PastInterview,
  catalog: Catalog,
  context: Context,
): Promise<ReadInterview> {
  const { interviews } = await context.history();
  const events = interviews.find(past.setup.id)?.events ?? [];
  const session = replay(past.setup.plan, events);
  const debrief = await debriefFor({ setup: past.setup, session }, catalog, context);
  return { past, events, session, debrief };
}
