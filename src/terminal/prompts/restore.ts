/** Whatever ends the program while it waits for an answer, the terminal is left as it was. */
import { onExit } from 'signal-exit';

const shownCursor = '\u001B[?25h';

/** Runs a question; when a signal ends the program in the meantime, cursor and line mode come back. */
export async function restoringTerminal<T>(
  out: (text: string) => void,
  ask: () => Promise<T>,
): Promise<T> {
  const forget = onExit(() => {
    if (process.stdin.isTTY && process.stdin.isRaw) process.stdin.setRawMode(false);
    out(shownCursor);
  });
  try {
    return await ask();
  } finally {
    forget();
  }
}
