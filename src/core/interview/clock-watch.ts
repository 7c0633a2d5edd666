/** Finds out from two clocks that the program stood still or that the wall clock was set. Pure. */
import type { GapCause } from './events.ts';

/** What both clocks said at one moment, in milliseconds. */
export interface ClockReading {
  /** By the wall clock, which may jump. */
  readonly wallMs: number;
  /** Goes on while the process is stopped, and on most systems not while the machine sleeps. */
  readonly monotonicMs: number;
}

export type Finding =
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly ms: number }
  /** The wall clock went back: nothing that a monotonic clock would mind. */
  | { readonly kind: 'set-back'; readonly ms: number };

/** A busy machine may keep a program from running for a moment. */
const patienceMs = 10_000;

/** Readings that should be about `tickMs` apart. */
export function gapBetween(
  before: ClockReading,
  after: ClockReading,
  tickMs: number,
): Finding | undefined {
  const ran = after.monotonicMs - before.monotonicMs;
  const ahead = after.wallMs - before.wallMs - ran;
  if (ran - tickMs > patienceMs) return { kind: 'gap', cause: 'stopped', ms: Math.round(ran) };
  if (ahead > patienceMs) return { kind: 'gap', cause: 'asleep', ms: Math.round(ahead) };
  return ahead < -patienceMs ? { kind: 'set-back', ms: Math.round(-ahead) } : undefined;
}
