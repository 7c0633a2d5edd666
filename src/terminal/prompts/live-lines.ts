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
  function say(reaction: Reaction<T>): Reaction<T> {
    const bell = reaction.ringsBell ? '\u0007' : '';
    const text = wrapLines(reaction.lines, io.width);
    if (bell || text) io.out(bell + text);
    return reaction;
  }
  function schedule(): void {
    timer = setTimeout(() => {
      say(screen.tick());
      schedule();
    }, screen.untilTick());
  }
  schedule();
  try {
    for (;;) {
      const { end } = say(screen.enter(await lines.ask('> ')));
      if (end) return end.value;
    }
  } finally {
    clearTimeout(timer);
  }
}
