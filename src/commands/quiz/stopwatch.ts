/** How long a sitting has lasted, without the time in which nobody was there. */
import type { Clock } from '../../core/time.ts';

export interface Stopwatch {
  spentMs(): number;
  /** A turn is over. */
  lap(): void;
}

/** Who takes longer over one question has gone for coffee. */
const longestLapMs = 5 * 60_000;

/** An exam counts every second; practice no more than so much of a turn. */
export function startStopwatch(
  clock: Pick<Clock, 'monotonic'>,
  { isStrict }: { readonly isStrict: boolean },
): Stopwatch {
  const longest = isStrict ? Number.POSITIVE_INFINITY : longestLapMs;
  let spent = 0;
  let since = clock.monotonic();
  const lapMs = () => Math.min(longest, clock.monotonic() - since);
  return {
    spentMs: () => spent + lapMs(),
    lap() {
      spent += lapMs();
      since = clock.monotonic();
    },
  };
}
