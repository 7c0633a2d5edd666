/** A live screen on a terminal that only gets longer: what is new is said, nothing is repainted. */
import { wrapLines } from '../../view/width.ts';
import type { Io } from '../io.ts';
import type { Lines } from './lines.ts';
import type { LiveScreen, Reaction } from './prompts.ts';

export async function runLiveInLines<T>(
  screen: LiveScreen<T>,
  lines: Lines,
  io: Pick<Io, 'out' | 'width'>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let failure: { readonly error: unknown } | undefined;
  function say(reaction: Reaction<T>): Reaction<T> {
    const bell = reaction.ringsBell ? '\u0007' : '';
    const text = wrapLines(reaction.lines, io.width);
    if (bell || text) io.out(bell + text);
    return reaction;
  }
  function schedule(): void {
    timer = setTimeout(() => {
      // A timer has no caller that would hear of an error: the next line does.
      try {
        say(screen.tick());
        schedule();
      } catch (error) {
        failure = { error };
      }
    }, screen.untilTick());
  }
  schedule();
  try {
    for (;;) {
      const line = await lines.ask('> ');
      if (failure) throw failure.error;
      const { end } = say(screen.enter(line));
      if (end) return end.value;
    }
  } finally {
    clearTimeout(timer);
  }
}
