/** Where the time went: a fold over the events, on the interview's clock. */
import type { EventKind, InterviewEvent } from './events.ts';

export interface Timeline {
  readonly stepIndex: number;
  readonly isPaused: boolean;
  readonly isOver: boolean;
  /** By step, the current one up to `untilMs`. */
  readonly usedMs: readonly number[];
  readonly pausedMs: number;
  /** The clock up to which time has been given to a step or to the pause. */
  readonly untilMs: number;
}

export function newTimeline(stepCount: number): Timeline {
  return {
    stepIndex: 0,
    isPaused: false,
    isOver: false,
    usedMs: Array.from({ length: stepCount }, () => 0),
    pausedMs: 0,
    untilMs: 0,
  };
}

/** The same, with the time up to a moment given to whatever was going on. */
export function timelineAt(timeline: Timeline, clockMs: number): Timeline {
  const passed = clockMs - timeline.untilMs;
  if (timeline.isOver || passed <= 0) return timeline;
  if (timeline.isPaused) {
    return { ...timeline, untilMs: clockMs, pausedMs: timeline.pausedMs + passed };
  }
  const usedMs = timeline.usedMs.map((used, index) =>
    index === timeline.stepIndex ? used + passed : used,
  );
  return { ...timeline, untilMs: clockMs, usedMs };
}

export function advance(timeline: Timeline, event: InterviewEvent): Timeline {
  return transitions[event.kind](timelineAt(timeline, event.clockMs));
}

/** Is it the kind of an event that this program knows? */
export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(transitions, kind);
}

type Transition = (timeline: Timeline) => Timeline;

const same: Transition = (timeline) => timeline;
const over: Transition = (timeline) => ({ ...timeline, isOver: true, isPaused: false });

const transitions = {
  started: same,
  note: same,
  check: same,
  hint: same,
  asked: same,
  probed: same,
  twisted: same,
  nudged: same,
  gap: (timeline) => ({ ...timeline, isPaused: true }),
  'gap-settled': (timeline) => ({ ...timeline, isPaused: false }),
  reopened: same,
  called: same,
  corrected: same,
  scored: same,
  next: (timeline) => moveTo(timeline, timeline.stepIndex + 1),
  back: (timeline) => moveTo(timeline, timeline.stepIndex - 1),
  pause: (timeline) => (timeline.isOver ? timeline : { ...timeline, isPaused: true }),
  resume: (timeline) => ({ ...timeline, isPaused: false }),
  finished: over,
  stopped: over,
} as const satisfies Record<EventKind, Transition>;

function moveTo(timeline: Timeline, stepIndex: number): Timeline {
  const last = timeline.usedMs.length - 1;
  return { ...timeline, stepIndex: Math.min(last, Math.max(0, stepIndex)) };
}

export function totalUsedMs({ usedMs }: Timeline): number {
  return usedMs.reduce((sum, used) => sum + used, 0);
}
