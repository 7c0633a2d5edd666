/** What happened in an interview, as values: every form of the debrief is made from this. */
import type { Level } from '../settings.ts';
import type { Outcome } from './events.ts';
import { isTicked, type StepGuide } from './guide.ts';
import type { InterviewPlan } from './plan.ts';
import type { Note, Session } from './session.ts';
import { totalUsedMs } from './timeline.ts';

/** What an interview was begun with; kept with it, so that it can be continued and read later. */
export interface InterviewSetup {
  readonly id: string;
  /** The case, or undefined for a prompt of one's own. */
  readonly caseId: string | undefined;
  readonly title: string;
  /** As the interviewer says it. */
  readonly prompt: string;
  readonly plan: InterviewPlan;
  readonly seed: number;
  /** The level that is scored for; undefined in interviews from before it was asked. */
  readonly level?: Level | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

export interface DebriefPoint {
  readonly text: string;
  readonly isTicked: boolean;
  readonly parts: readonly { readonly text: string; readonly isTicked: boolean }[];
}

export interface DebriefStep {
  readonly step: string;
  readonly name: string;
  readonly plannedMs: number;
  readonly actualMs: number;
  /** Positive: it overran. */
  readonly overMs: number;
  readonly wasReached: boolean;
  readonly notes: readonly Note[];
  readonly points: readonly DebriefPoint[];
  readonly hintsShown: number;
  readonly topics: readonly string[];
}

export interface Debrief {
  readonly setup: InterviewSetup;
  readonly outcome: Outcome;
  readonly steps: readonly DebriefStep[];
  readonly plannedMs: number;
  readonly actualMs: number;
  readonly pausedMs: number;
  /** Time when the program was not running: on no clock. */
  readonly offMs: number;
  readonly tickedCount: number;
  readonly pointCount: number;
}

export function debriefOf(
  setup: InterviewSetup,
  session: Session,
  guides: readonly StepGuide[],
): Debrief {
  const { timeline } = session;
  const furthest = Math.max(
    timeline.stepIndex,
    timeline.usedMs.findLastIndex((used) => used > 0),
  );
  const steps = session.plan.steps.map((planned, index): DebriefStep => {
    const actualMs = timeline.usedMs[index] ?? 0;
    const guide = guides[index];
    return {
      step: planned.step,
      name: planned.name,
      plannedMs: planned.budgetMs,
      actualMs,
      overMs: Math.max(0, actualMs - planned.budgetMs),
      wasReached: index <= furthest,
      notes: session.notes.filter(({ stepIndex }) => stepIndex === index),
      points: guide ? pointsOf(guide, session.ticked) : [],
      hintsShown: session.hintsShown[index] ?? 0,
      topics: guide?.topics ?? [],
    };
  });
  const points = steps.flatMap((step) => step.points);
  return {
    setup,
    outcome: session.outcome ?? 'stopped',
    steps,
    plannedMs: session.plan.totalMs,
    actualMs: totalUsedMs(timeline),
    pausedMs: timeline.pausedMs,
    offMs: session.gaps.reduce((sum, { offMs }) => sum + offMs, 0),
    tickedCount: points.filter((point) => point.isTicked).length,
    pointCount: points.length,
  };
}

function pointsOf({ checklist }: StepGuide, ticked: ReadonlySet<string>): DebriefPoint[] {
  return checklist.map((item) => ({
    text: item.text,
    isTicked: isTicked(item, ticked),
    parts: item.parts.map(({ id, text }) => ({ text, isTicked: ticked.has(id) })),
  }));
}
