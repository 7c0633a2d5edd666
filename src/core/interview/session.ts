/** The state of an interview: a fold over its events, so that a killed one can be rebuilt. */
import type { EventKind, GapCause, InterviewEvent, Outcome } from './events.ts';
import type { InterviewPlan } from './plan.ts';
import type { DimensionId, Score } from './scorecard.ts';
import { advance, newTimeline, type Timeline, totalUsedMs } from './timeline.ts';

export interface Note {
  readonly stepIndex: number;
  readonly text: string;
  /** Time used when it was entered: what the total clock showed. */
  readonly usedMs: number;
  readonly at: number;
}

interface Gap {
  readonly stepIndex: number;
  readonly usedMs: number;
  readonly offMs: number;
}

/** A question of the candidate, and the facts that it was answered with. */
interface Asked extends Place {
  readonly question: string;
  readonly facts: readonly string[];
}

/** What the interviewer said without being asked. */
interface Spoken extends Place {
  readonly kind: 'probe' | 'twist' | 'nudge';
  /** Of the probe or twist; empty for a nudge. */
  readonly id: string;
}

interface Place {
  readonly stepIndex: number;
  readonly usedMs: number;
}

/** A gap that the person has not judged yet. */
interface OpenGap {
  readonly cause: GapCause;
  readonly ms: number;
}

export interface Session {
  readonly plan: InterviewPlan;
  readonly timeline: Timeline;
  readonly notes: readonly Note[];
  /** Leaves of the checklists. */
  readonly ticked: ReadonlySet<string>;
  /** How many hints were shown, by step. */
  readonly hintsShown: readonly number[];
  readonly asked: readonly Asked[];
  readonly spoken: readonly Spoken[];
  /** The interview's clock when the person or the interviewer last did something. */
  readonly activeMs: number;
  readonly openGap: OpenGap | undefined;
  /** Points of the rubric that the person corrected: was it made? */
  readonly corrections: ReadonlyMap<string, boolean>;
  /** Scores that the person settled on. */
  readonly scores: ReadonlyMap<DimensionId, Score>;
  /** When the program was not running. */
  readonly gaps: readonly Gap[];
  readonly outcome: Outcome | undefined;
  readonly endedAt: number | undefined;
}

export function newSession(plan: InterviewPlan): Session {
  return {
    plan,
    timeline: newTimeline(plan.steps.length),
    notes: [],
    ticked: new Set(),
    hintsShown: plan.steps.map(() => 0),
    asked: [],
    spoken: [],
    activeMs: 0,
    openGap: undefined,
    corrections: new Map(),
    scores: new Map(),
    gaps: [],
    outcome: undefined,
    endedAt: undefined,
  };
}

export function replay(plan: InterviewPlan, events: readonly InterviewEvent[]): Session {
  return events.reduce(reduce, newSession(plan));
}

export function reduce(session: Session, event: InterviewEvent): Session {
  const timeline = advance(session.timeline, event);
  const moved = { ...session, timeline, activeMs: event.clockMs };
  return appliers[event.kind](moved, event as never);
}

type EventOf<K extends EventKind> = Extract<InterviewEvent, { kind: K }>;
type Appliers = { [K in EventKind]: (session: Session, event: EventOf<K>) => Session };

const timeOnly = (session: Session): Session => session;

const appliers = {
  started: timeOnly,
  next: timeOnly,
  back: timeOnly,
  pause: timeOnly,
  resume: timeOnly,
  note: (session, { text, at }) => ({
    ...session,
    notes: [...session.notes, { ...placeOf(session), text, at }],
  }),
  check: (session, { items, isDone }) => {
    const ticked = new Set(session.ticked);
    for (const item of items) {
      if (isDone) ticked.add(item);
      else ticked.delete(item);
    }
    return { ...session, ticked };
  },
  hint: (session, { number }) => ({
    ...session,
    hintsShown: session.hintsShown.map((shown, index) =>
      index === session.timeline.stepIndex ? Math.max(shown, number) : shown,
    ),
  }),
  asked: (session, { question, facts }) => ({
    ...session,
    asked: [...session.asked, { ...placeOf(session), question, facts }],
  }),
  probed: (session, { probe }) => speak(session, 'probe', probe),
  twisted: (session, { twist }) => speak(session, 'twist', twist),
  nudged: (session) => speak(session, 'nudge', ''),
  gap: (session, { cause, ms }) => ({ ...session, openGap: { cause, ms } }),
  'gap-settled': (session, { counts }) => ({
    ...session,
    openGap: undefined,
    // What does not count is remembered like time when the program was not running.
    gaps:
      counts || !session.openGap
        ? session.gaps
        : [...session.gaps, { ...placeOf(session), offMs: session.openGap.ms }],
  }),
  called: timeOnly,
  corrected: (session, { point, isCovered }) => ({
    ...session,
    corrections: new Map([...session.corrections, [point, isCovered]]),
  }),
  scored: (session, { dimension, score }) => ({
    ...session,
    scores: new Map([...session.scores, [dimension, score]]),
  }),
  reopened: (session, { offMs }) => ({
    ...session,
    gaps: [...session.gaps, { ...placeOf(session), offMs }],
  }),
  finished: end,
  stopped: end,
} as const satisfies Appliers;

function end(session: Session, event: EventOf<Outcome>): Session {
  return { ...session, outcome: event.kind, endedAt: event.at };
}

function speak(session: Session, kind: Spoken['kind'], id: string): Session {
  return { ...session, spoken: [...session.spoken, { ...placeOf(session), kind, id }] };
}

function placeOf({ timeline }: Session): Place {
  return { stepIndex: timeline.stepIndex, usedMs: totalUsedMs(timeline) };
}
