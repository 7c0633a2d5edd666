/** How the minutes of an interview are shared among its steps: whole seconds that add up. */
import type { Plan, Step } from '../catalog.ts';

interface PlanStep {
  readonly step: string;
  readonly name: string;
  readonly budgetMs: number;
  /** Below this a step is not worth starting; time is borrowed from it last. */
  readonly leastMs: number;
}

export interface InterviewPlan {
  readonly id: string;
  readonly name: string;
  readonly totalMs: number;
  /** Kept in reserve: in the total, in no step. */
  readonly floatMs: number;
  readonly steps: readonly PlanStep[];
}

export type TimedStep = Pick<Step, 'id' | 'name' | 'minutes'>;

const secondMs = 1000;
const minuteSeconds = 60;

/**
 * Each step gets its minimum and a share of the rest in proportion to its slack. A total
 * outside the minima and maxima scales the nearer of the two.
 */
export function planFromSteps(steps: readonly TimedStep[], totalMinutes: number): InterviewPlan {
  const seconds = apportion(totalMinutes * minuteSeconds, weightsFor(steps, totalMinutes));
  return {
    id: 'framework',
    name: 'Framework',
    totalMs: totalMinutes * minuteSeconds * secondMs,
    floatMs: 0,
    steps: steps.map((step, index) => planStep(step.id, step, seconds[index] ?? 0)),
  };
}

/** A plan of the knowledge base, scaled when another total is asked for. */
export function planFromTemplate(
  template: Plan,
  steps: readonly TimedStep[],
  totalMinutes: number = template.totalMinutes,
): InterviewPlan {
  const kept = template.budgets.filter(({ minutes }) => minutes > 0);
  const weights = [...kept.map(({ minutes }) => minutes), template.floatMinutes];
  const seconds = apportion(totalMinutes * minuteSeconds, weights);
  return {
    id: template.id,
    name: template.name,
    totalMs: totalMinutes * minuteSeconds * secondMs,
    floatMs: (seconds.at(-1) ?? 0) * secondMs,
    steps: kept.map((budget, index) =>
      planStep(
        budget.step,
        steps.find(({ id }) => id === budget.step),
        seconds[index] ?? 0,
      ),
    ),
  };
}

function planStep(id: string, step: TimedStep | undefined, seconds: number): PlanStep {
  const least = step ? Math.floor(step.minutes.min * minuteSeconds) : 0;
  return {
    step: id,
    name: step?.name ?? id,
    budgetMs: seconds * secondMs,
    leastMs: Math.min(seconds, least) * secondMs,
  };
}

function weightsFor(steps: readonly TimedStep[], totalMinutes: number): number[] {
  const minima = steps.map(({ minutes }) => minutes.min);
  const maxima = steps.map(({ minutes }) => minutes.max);
  if (totalMinutes <= sum(minima)) return minima;
  if (totalMinutes >= sum(maxima)) return maxima;
  const share = (totalMinutes - sum(minima)) / (sum(maxima) - sum(minima));
  return steps.map(({ minutes }) => minutes.min + share * (minutes.max - minutes.min));
}

/**
 * Whole parts of a whole total in proportion to the weights, by largest remainder: they
 * always add up. Without any weight everything goes to nobody.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / whole);
  // 384 must not become 383 because it was computed as 383.9999999.
  const parts = exact.map((share) => Math.floor(share + 1e-9));
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - (parts[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = total - sum(parts);
  for (const { index } of byRemainder.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
