/** Lines typed at the terminal, one at a time; the terminal itself does the editing. */
import { createInterface, type Interface } from 'node:readline';
import { CancelledError } from '../../errors.ts';
import type { Io } from '../io.ts';

export interface Lines {
  /** Shows a label and waits for a line. Throws CancelledError on Ctrl-C and at the end of input. */
  ask(label: string): Promise<string>;
}

export function terminalLines(io: Pick<Io, 'out'>): Lines {
  let reader: Interface | undefined;
  const waiting: string[] = [];
  let isClosed = false;

  function open(): Interface {
    if (reader) return reader;
    // Without `terminal`, nothing is echoed or repainted by us.
    reader = createInterface({ input: process.stdin, terminal: false });
    reader.on('line', (line) => waiting.push(line));
    reader.on('close', () => {
      isClosed = true;
    });
    return reader;
  }

  return {
    async ask(label) {
      io.out(label);
      const input = open();
      input.resume();
      try {
        return await nextLine(input, waiting, () => isClosed, io.out);
      } finally {
        // A paused input does not keep the program running.
        input.pause();
      }
    },
  };
}

function nextLine(
  input: Interface,
  waiting: string[],
  isClosed: () => boolean,
  out: (text: string) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    function settle(): void {
      const line = waiting.shift();
      if (line === undefined && !isClosed()) return;
      stop();
      if (line === undefined) reject(new CancelledError());
      else resolve(line);
    }
    function cancel(): void {
      stop();
      // The terminal has echoed ^C behind the label.
      out('\n');
      reject(new CancelledError());
    }
    function stop(): void {
      input.removeListener('line', settle).removeListener('close', settle);
      process.removeListener('SIGINT', cancel);
    }
    input.on('line', settle).on('close', settle);
    process.on('SIGINT', cancel);
    settle();
  });
}
