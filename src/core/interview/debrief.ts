/** What happened in an interview, as values: every form of the debrief is made from this. */
import type { Case, Scorecard } from '../catalog.ts';
import type { Level } from '../settings.ts';
import type { Outcome } from './events.ts';
import { isTicked, type StepGuide } from './guide.ts';
import { type NextThing, nextThings } from './next-things.ts';
import type { InterviewPlan } from './plan.ts';
import { type RedFlag, redFlags } from './red-flags.ts';
import { type Limit, type SaidLine, type Scoring, scoringOf } from './scorecard.ts';
import type { Note, Session } from './session.ts';
import {
  type CoveredPoint,
  coverageBySteps,
  coverCase,
  type StepCoverage,
} from './step-coverage.ts';
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

/** What the interviewer asked, and whether a note followed in that step. */
export interface DebriefProbe {
  readonly probe: Case['probes'][number];
  readonly usedMs: number;
  readonly wasAnswered: boolean;
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
  readonly level: Level;
  /** Points of the case's rubric, as the person left them; none with a prompt of one's own. */
  readonly points: readonly CoveredPoint[];
  readonly coverage: readonly StepCoverage[];
  /** Facts of the hidden sheet that nobody asked for. */
  readonly unasked: readonly Case['facts'][number][];
  readonly asked: Session['asked'];
  readonly probes: readonly DebriefProbe[];
  readonly scoring: Scoring | undefined;
  readonly flags: readonly RedFlag[];
  readonly next: readonly NextThing[];
}

/** What an interview is held against. */
export interface Yardstick {
  /** The case, when the knowledge base has it. */
  readonly design?: Case | undefined;
  readonly scorecard?: Scorecard | undefined;
  readonly level: Level;
  /** How often each step overran in the interviews before, without a break. */
  readonly overrunsBefore?: ReadonlyMap<string, number> | undefined;
}

export function debriefOf(
  setup: InterviewSetup,
  session: Session,
  guides: readonly StepGuide[],
  yardstick: Yardstick,
): Debrief {
  const steps = stepsOf(session, guides);
  const points = steps.flatMap((step) => step.points);
  const judged = judge(setup, session, steps, yardstick);
  return {
    setup,
    outcome: session.outcome ?? 'stopped',
    steps,
    plannedMs: session.plan.totalMs,
    actualMs: totalUsedMs(session.timeline),
    pausedMs: session.timeline.pausedMs,
    offMs: session.gaps.reduce((sum, { offMs }) => sum + offMs, 0),
    tickedCount: points.filter((point) => point.isTicked).length,
    pointCount: points.length,
    ...judged,
  };
}

/** Where the time of an interview went, without what was said. */
export function stepTimes(session: Session): readonly Omit<DebriefStep, 'points'>[] {
  return stepsOf(session, []);
}

function stepsOf(session: Session, guides: readonly StepGuide[]): DebriefStep[] {
  const { timeline } = session;
  const furthest = Math.max(
    timeline.stepIndex,
    timeline.usedMs.findLastIndex((used) => used > 0),
  );
  return session.plan.steps.map((planned, index): DebriefStep => {
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
}

type Judged = Pick<
  Debrief,
  'level' | 'points' | 'coverage' | 'unasked' | 'asked' | 'probes' | 'scoring' | 'flags' | 'next'
>;

function judge(
  { caseId }: InterviewSetup,
  session: Session,
  steps: readonly DebriefStep[],
  { design, scorecard, level, overrunsBefore = new Map() }: Yardstick,
): Judged {
  const lines = linesOf(session);
  const points = design
    ? corrected(coverCase(design, lines), session.corrections).filter(({ point }) =>
        session.plan.steps.some(({ step }) => step === point.step),
      )
    : [];
  const scoring =
    scorecard && points.length > 0
      ? scoringOf(scorecard, level, points, {
          limits: paceLimits(steps),
          confirmed: session.scores,
        })
      : undefined;
  const named = session.plan.steps.map(({ step, name }) => ({ id: step, name }));
  return {
    level,
    points,
    coverage: coverageBySteps(named, points),
    unasked: unaskedFacts(session, design),
    asked: session.asked,
    probes: probesOf(session, design),
    scoring,
    flags: redFlags({ lines, steps }),
    next: nextThings({ caseId, points, scoring, steps, overrunsBefore }),
  };
}

function unaskedFacts({ asked }: Session, design: Case | undefined): Case['facts'] {
  const told = new Set(asked.flatMap(({ facts }) => facts));
  return design?.facts.filter(({ id }) => !told.has(id)) ?? [];
}

function probesOf({ spoken, notes }: Session, design: Case | undefined): DebriefProbe[] {
  return spoken.flatMap(({ kind, id, usedMs, stepIndex }) => {
    const probe = kind === 'probe' ? design?.probes.find((each) => each.id === id) : undefined;
    if (!probe) return [];
    const wasAnswered = notes.some((note) => note.stepIndex === stepIndex && note.usedMs > usedMs);
    return [{ probe, usedMs, wasAnswered }];
  });
}

/** What the person said or asked, as lines that can be held against a rubric. */
function linesOf({ notes, asked, plan }: Session): SaidLine[] {
  const questions = asked.map(({ question, ...place }) => ({ ...place, text: question }));
  return [...notes, ...questions]
    .sort((a, b) => a.usedMs - b.usedMs)
    .map(({ text, usedMs, stepIndex }) => ({ text, usedMs, step: plan.steps[stepIndex]?.step }));
}

/** The person was there: their word counts. */
function corrected(
  points: readonly CoveredPoint[],
  corrections: Session['corrections'],
): CoveredPoint[] {
  return points.map((covered) => {
    const own = corrections.get(covered.point.id);
    if (own === undefined || own === covered.isCovered) return covered;
    return { point: covered.point, isCovered: own, evidence: [], isCorrected: true };
  });
}

/** Leading through the steps in time is part of communication. */
function paceLimits(steps: readonly DebriefStep[]): Limit[] {
  const dimension = 'communication';
  const unreached = steps.filter(({ wasReached }) => !wasReached);
  const planned = steps.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  const over = steps.reduce((sum, { actualMs }) => sum + actualMs, 0) - planned;
  return [
    ...(unreached.length > 0
      ? [{ dimension, most: 2, because: `${countOf(unreached.length)} not reached.` } as const]
      : []),
    ...(over > planned * lateShare
      ? [{ dimension, most: 3, because: 'It ran over its time.' } as const]
      : []),
  ];
}

const lateShare = 0.05;

function countOf(steps: number): string {
  return steps === 1 ? 'one step was' : `${steps} steps were`;
}

function pointsOf({ checklist }: StepGuide, ticked: ReadonlySet<string>): DebriefPoint[] {
  return checklist.map((item) => ({
    text: item.text,
    isTicked: isTicked(item, ticked),
    parts: item.parts.map(({ id, text }) => ({ text, isTicked: ticked.has(id) })),
  }));
}
