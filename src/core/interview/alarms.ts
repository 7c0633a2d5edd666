/** The moments at which the bell rings, each once: a minute left, step over, time up. */
import type { Pace } from './pace.ts';
import type { InterviewPlan } from './plan.ts';

export type AlarmKind = 'last-minute' | 'step-over' | 'time-up';

export interface Alarm {
  readonly kind: AlarmKind;
  /** The same for the same moment; what has rung is remembered by it. */
  readonly key: string;
}

const minuteMs = 60_000;

/** Every alarm whose moment has come, rung or not. */
export function alarmsDue(plan: InterviewPlan, pace: Pace): Alarm[] {
  const { leftMs, allowanceMs } = pace.step;
  const step = plan.steps[pace.stepIndex]?.step ?? '';
  const due: Alarm[] = [];
  // A step that never had more than a minute is not announced twice.
  if (leftMs <= minuteMs && allowanceMs > minuteMs) {
    due.push({ kind: 'last-minute', key: `${step}/last-minute` });
  }
  if (leftMs <= 0) due.push({ kind: 'step-over', key: `${step}/step-over` });
  if (pace.total.leftMs <= 0) due.push({ kind: 'time-up', key: 'time-up' });
  return due;
}

/** Milliseconds of a step left when its last minute is announced. */
export const lastMinuteMs = minuteMs;
