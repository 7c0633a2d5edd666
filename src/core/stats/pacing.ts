/** How mock interviews went against their plans, step by step. */
import type { InterviewSetup } from '../interview/debrief.ts';
import type { InterviewEvent } from '../interview/events.ts';
import { advance, newTimeline, timelineAt, totalUsedMs } from '../interview/timeline.ts';

export interface MockPace {
  readonly title: string;
  readonly caseId: string | undefined;
  readonly startedAt: number;
  /** 'finished', 'stopped', or undefined while it can be continued. */
  readonly outcome: string | undefined;
  readonly plannedMs: number;
  readonly usedMs: number;
  readonly steps: readonly StepPace[];
}

export interface StepPace {
  readonly step: string;
  readonly name: string;
  readonly plannedMs: number;
  readonly usedMs: number;
}

interface StoredMock {
  readonly setup: InterviewSetup;
  readonly events: readonly InterviewEvent[];
  readonly clockMs: number;
}

export function paceOfMock({ setup, events, clockMs }: StoredMock, outcome?: string): MockPace {
  const { plan, title, caseId, startedAt } = setup;
  const folded = timelineAt(events.reduce(advance, newTimeline(plan.steps.length)), clockMs);
  return {
    title,
    caseId,
    startedAt,
    outcome,
    plannedMs: plan.totalMs,
    usedMs: totalUsedMs(folded),
    steps: plan.steps.map(({ step, name, budgetMs }, index) => ({
      step,
      name,
      plannedMs: budgetMs,
      usedMs: folded.usedMs[index] ?? 0,
    })),
  };
}

export interface StepHabit extends StepPace {
  /** How many mocks reached it. */
  readonly mocks: number;
}

/** The mean of each step over the mocks that reached it, planned and used. */
export function stepHabits(mocks: readonly MockPace[]): StepHabit[] {
  const reached = mocks.flatMap(({ steps }) => steps.filter(({ usedMs }) => usedMs > 0));
  const ids = [...new Set(reached.map(({ step }) => step))];
  return ids.map((id) => {
    const own = reached.filter(({ step }) => step === id);
    const mean = (of: (pace: StepPace) => number) =>
      own.reduce((total, pace) => total + of(pace), 0) / own.length;
    return {
      step: id,
      name: own[0]?.name ?? id,
      plannedMs: mean(({ plannedMs }) => plannedMs),
      usedMs: mean(({ usedMs }) => usedMs),
      mocks: own.length,
    };
  });
}
