/** The debrief of an interview that was held, against what the knowledge base says of it today. */
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import {
  type Debrief,
  debriefOf,
  type InterviewSetup,
  stepTimes,
} from '../../core/interview/debrief.ts';
import { replay, type Session } from '../../core/interview/session.ts';
import type { History } from '../../history/history.ts';
import { guidesFor } from './choose.ts';

export interface HeldInterview {
  readonly setup: InterviewSetup;
  readonly session: Session;
}

export async function debriefFor(
  { setup, session }: HeldInterview,
  catalog: Catalog,
  context: Context,
): Promise<Debrief> {
  const design = setup.caseId === undefined ? undefined : catalog.get('case', setup.caseId);
  return debriefOf(setup, session, guidesFor(catalog, setup.plan), {
    design,
    scorecard: catalog.scorecard,
    level: setup.level ?? context.config().level,
    overrunsBefore: overrunsBefore(setup, await context.history()),
  });
}

/** So many interviews back. */
const lookedBack = 10;
const overMs = 30_000;

/** How often each step overran, going back from this interview until one in which it did not. */
function overrunsBefore(setup: InterviewSetup, { interviews }: History): Map<string, number> {
  const times = new Map<string, number>();
  const ended = new Set<string>();
  const earlier = interviews
    .latest(lookedBack)
    .filter((each) => each.outcome !== undefined && each.setup.startedAt < setup.startedAt);
  for (const { setup: before } of earlier) {
    const events = interviews.find(before.id)?.events ?? [];
    for (const { step, overMs: over, wasReached } of stepTimes(replay(before.plan, events))) {
      if (!wasReached || ended.has(step)) continue;
      if (over >= overMs) times.set(step, (times.get(step) ?? 0) + 1);
      else ended.add(step);
    }
  }
  return times;
}
