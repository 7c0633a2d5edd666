/** Progress of work that goes on without a pause: a spinner on standard error that turns with the work. */
import type { Ora } from 'ora';
import type { Clock } from '../core/time.ts';
import type { Io } from './io.ts';

export interface Progress {
  /** One more is done. */
  step(): void;
  /** The work is known to take long: it is shown at once. */
  show(): void;
  /** Takes it away. */
  end(): void;
}

export type Spinner = Pick<Ora, 'text' | 'render' | 'stop'>;

/** Work that is over by then has shown nothing. */
const patienceMs = 300;
const frameMs = 80;

const silent: Progress = { step: () => {}, show: () => {}, end: () => {} };

/** Shown in a terminal only, and only when the work takes long enough to be noticed. */
export async function createProgress(
  io: Pick<Io, 'stderrIsTty' | 'mayMove'>,
  clock: Clock,
  what: string,
  load: () => Promise<() => Spinner> = loadSpinner,
): Promise<Progress> {
  if (!io.stderrIsTty || !io.mayMove) return silent;
  const start = await load();
  let spinner: Spinner | undefined;
  let done = 0;
  let drawnAt = clock.monotonic() + patienceMs - frameMs;
  function draw(): void {
    spinner ??= start();
    spinner.text = done > 0 ? `${what}: ${done}` : what;
    spinner.render();
  }
  return {
    step() {
      done++;
      const now = clock.monotonic();
      if (now - drawnAt < frameMs) return;
      drawnAt = now;
      draw();
    },
    show: draw,
    end: () => spinner?.stop(),
  };
}

/** The work leaves no time to timers, so each step draws; the cursor stays: Ctrl-C would not bring it back. */
async function loadSpinner(): Promise<() => Spinner> {
  const { default: ora } = await import('ora');
  return () => ora({ hideCursor: false, discardStdin: false }).start();
}
