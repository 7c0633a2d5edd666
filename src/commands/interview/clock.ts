/** The interview's own clock over the two clocks of the machine: honest about time that stood still. */
import { type ClockReading, type Finding, gapBetween } from '../../core/interview/clock-watch.ts';
import type { Clock } from '../../core/time.ts';

interface InterviewClock {
  /** Milliseconds of the interview. */
  now(): number;
  /** A gap since the last look; its time is left out of the clock until it is counted. */
  look(isPaused: boolean): Finding | undefined;
  /** Counts a gap after all. */
  advance(ms: number): void;
}

export function createInterviewClock(
  clock: Clock,
  clockMs: number,
  tickMs: number,
): InterviewClock {
  const startedAt = clock.monotonic();
  let leftOutMs = 0;
  const read = (): ClockReading => ({ wallMs: clock.now(), monotonicMs: clock.monotonic() });
  let seen = read();
  return {
    now: () => clockMs + Math.round(clock.monotonic() - startedAt) - leftOutMs,
    look(isPaused) {
      const reading = read();
      const found = clock.isReal ? gapBetween(seen, reading, tickMs) : undefined;
      seen = reading;
      // While the clock is stopped anyway, nothing is lost or gained by a gap.
      if (!found || isPaused) return undefined;
      if (found.kind === 'gap' && found.cause === 'stopped') leftOutMs += found.ms;
      return found;
    },
    advance(ms) {
      leftOutMs -= ms;
    },
  };
}
