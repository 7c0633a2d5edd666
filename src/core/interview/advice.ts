/** The one piece of advice that matters most at a moment. */
import { lastMinuteMs } from './alarms.ts';
import { openPoints, type Situation } from './commands.ts';
import type { Loan, Pace } from './pace.ts';

export type Advice =
  | { readonly kind: 'paused' }
  | { readonly kind: 'time-up'; readonly overMs: number }
  /** The step is over; `lenders` are the steps that pay for it. */
  | { readonly kind: 'move-on'; readonly overMs: number; readonly lenders: readonly Loan[] }
  | { readonly kind: 'last-minute'; readonly openCount: number; readonly open: string | undefined }
  /** Earlier overtime must be made up: the step that can give most, and what is left of it. */
  | {
      readonly kind: 'cut';
      readonly behindMs: number;
      readonly stepIndex: number;
      readonly keepMs: number;
    }
  | { readonly kind: 'write'; readonly open: string | undefined }
  | { readonly kind: 'go-deeper'; readonly aheadMs: number };

const muchAheadMs = 90_000;

/** In order of urgency: the first that applies. */
export function adviceAt(pace: Pace, situation: Situation): Advice | undefined {
  const { step, total } = pace;
  const guide = situation.guides[pace.stepIndex];
  const open = guide ? openPoints(guide, situation.session.ticked) : [];
  // While a gap waits for its answer, that is the one thing to do.
  if (situation.session.openGap) return undefined;
  if (pace.isPaused) return { kind: 'paused' };
  if (total.leftMs <= 0) return { kind: 'time-up', overMs: -total.leftMs };
  if (step.leftMs <= 0) return { kind: 'move-on', overMs: -step.leftMs, lenders: pace.borrowed };
  if (step.leftMs <= lastMinuteMs && step.allowanceMs > lastMinuteMs) {
    return { kind: 'last-minute', openCount: open.length, open: open[0] };
  }
  return cutting(pace, situation) ?? writing(pace, situation, open[0]) ?? deepening(pace);
}

function cutting(pace: Pace, { session }: Situation): Advice | undefined {
  const [most] = [...pace.borrowed].sort((a, b) => b.ms - a.ms);
  const step = most && session.plan.steps[most.stepIndex];
  if (!step) return undefined;
  const { stepIndex } = most;
  return { kind: 'cut', behindMs: pace.behindMs, stepIndex, keepMs: step.budgetMs - most.ms };
}

/** Half of the step is gone and nothing stands on the board. */
function writing(pace: Pace, { session }: Situation, open: string | undefined): Advice | undefined {
  const isHalfway = pace.step.usedMs * 2 >= pace.step.allowanceMs;
  const hasNotes = session.notes.some(({ stepIndex }) => stepIndex === pace.stepIndex);
  return isHalfway && !hasNotes ? { kind: 'write', open } : undefined;
}

function deepening({ behindMs }: Pace): Advice | undefined {
  return -behindMs >= muchAheadMs ? { kind: 'go-deeper', aheadMs: -behindMs } : undefined;
}
