/**
 * How the interview stands against its plan at a moment. Computed from timestamps only:
 * asking twice, or not asking for a minute, changes nothing.
 */
import { apportion, type InterviewPlan } from './plan.ts';
import { type Timeline, timelineAt, totalUsedMs } from './timeline.ts';

export interface Pace {
  readonly stepIndex: number;
  readonly isPaused: boolean;
  readonly step: {
    readonly budgetMs: number;
    /** The budget less what earlier overtime has borrowed from it. */
    readonly allowanceMs: number;
    readonly usedMs: number;
    /** Negative in overtime. */
    readonly leftMs: number;
  };
  readonly total: { readonly plannedMs: number; readonly usedMs: number; readonly leftMs: number };
  /** Against the budgets of the steps; negative is ahead. */
  readonly behindMs: number;
  /** When the interview ends if the rest goes as planned, on the clock without pauses. */
  readonly projectedMs: number;
  /** What is left of the plan's float. */
  readonly reserveMs: number;
  /** What the later steps must give for the interview to end in time. */
  readonly borrowed: readonly Loan[];
  /** What even they cannot give. */
  readonly lateMs: number;
}

export interface Loan {
  readonly stepIndex: number;
  readonly ms: number;
}

export function paceAt(plan: InterviewPlan, timeline: Timeline, clockMs: number): Pace {
  const now = timelineAt(timeline, clockMs);
  const current = now.stepIndex;
  const used = (index: number) => now.usedMs[index] ?? 0;
  const budget = (index: number) => plan.steps[index]?.budgetMs ?? 0;
  const indices = plan.steps.map((_, index) => index);
  /** What each step will have taken when the rest goes as planned. */
  const expected = indices.map((index) =>
    index < current ? used(index) : Math.max(used(index), budget(index)),
  );
  const projectedMs = sum(expected);
  const overrun = Math.max(0, used(current) - budget(current));
  // Fixed while the step lasts: the current step's own overtime is not in it.
  const debtMs = Math.max(0, projectedMs - overrun - plan.totalMs);
  const here = lend(plan, now, debtMs, current).find((loan) => loan.stepIndex === current);
  const allowanceMs = budget(current) - (here?.ms ?? 0);
  const others = projectedMs - (expected[current] ?? 0);
  const neededMs = Math.max(0, others + Math.max(used(current), allowanceMs) - plan.totalMs);
  const borrowed = lend(plan, now, neededMs, current + 1);
  const behindMs = projectedMs - sum(indices.map(budget));
  const usedTotal = totalUsedMs(now);
  return {
    stepIndex: current,
    isPaused: now.isPaused,
    step: {
      budgetMs: budget(current),
      allowanceMs,
      usedMs: used(current),
      leftMs: allowanceMs - used(current),
    },
    total: { plannedMs: plan.totalMs, usedMs: usedTotal, leftMs: plan.totalMs - usedTotal },
    behindMs,
    projectedMs,
    reserveMs: Math.max(0, plan.floatMs - Math.max(0, behindMs)),
    borrowed,
    lateMs: neededMs - sum(borrowed.map(({ ms }) => ms)),
  };
}

/**
 * Shares a debt among the steps from `first` on: what they have above their least in
 * proportion, then, when that is not enough, the rest of them in proportion.
 */
function lend(plan: InterviewPlan, timeline: Timeline, debtMs: number, first: number): Loan[] {
  if (debtMs <= 0) return [];
  const free = plan.steps.map(({ budgetMs }, index) => {
    if (index < first) return 0;
    // The current step lends from all of its budget, so that its share stays the same.
    const used = index === timeline.stepIndex ? 0 : (timeline.usedMs[index] ?? 0);
    return Math.max(0, budgetMs - used);
  });
  const slack = free.map((ms, index) => {
    const { budgetMs, leastMs } = plan.steps[index] ?? { budgetMs: 0, leastMs: 0 };
    return Math.min(ms, budgetMs - leastMs);
  });
  const fromSlack = apportion(Math.min(debtMs, sum(slack)), slack);
  const core = free.map((ms, index) => ms - (slack[index] ?? 0));
  const fromCore = apportion(Math.min(debtMs - sum(fromSlack), sum(core)), core);
  return plan.steps
    .map((_, stepIndex) => ({
      stepIndex,
      ms: (fromSlack[stepIndex] ?? 0) + (fromCore[stepIndex] ?? 0),
    }))
    .filter(({ ms }) => ms > 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
