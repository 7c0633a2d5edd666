/** Time is an argument: only the context reads a clock. */
export interface Clock {
  /** Wall-clock time in milliseconds since the epoch; may jump. */
  now(): number;
  /** Milliseconds that only ever grow; unrelated to the calendar. */
  monotonic(): number;
  /** Only time that passes by itself can be found to have stood still; a test's is moved by hand. */
  readonly isReal?: boolean;
}

/** "6:24", "40:00", "-0:30" from milliseconds; rounds to the nearest second. */
export function clockTime(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const sign = ms < 0 && seconds > 0 ? '-' : '';
  return `${sign}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
