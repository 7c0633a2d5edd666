/** The lines of a file one by one, so that its size does not matter. */
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { UserError } from '../errors.ts';

const chunkBytes = 1 << 16;
/** An interview with all its notes is one line. */
const longestLine = 16 << 20;

/** `path` may be "-": standard input. Throws UserError when it cannot be read. */
export function* readLines(path: string, shownAs: string): Generator<string> {
  const descriptor = path === '-' ? 0 : open(path, shownAs);
  try {
    yield* linesOf(descriptor, shownAs);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

function* linesOf(descriptor: number, shownAs: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(chunkBytes);
  let rest = '';
  for (let bytes = read(descriptor, chunk, shownAs); bytes > 0; ) {
    rest += decoder.write(chunk.subarray(0, bytes));
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      yield rest.slice(start, end).replace(/\r$/, '');
      start = end + 1;
    }
    rest = rest.slice(start);
    if (rest.length > longestLine) {
      throw new UserError(
        `${shownAs}: a line is longer than ${longestLine >> 20} MB.`,
        'That is no exported history. Nothing was imported.',
      );
    }
    bytes = read(descriptor, chunk, shownAs);
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

function open(path: string, shownAs: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unreadable(error, shownAs);
  }
}

function read(descriptor: number, chunk: Buffer, shownAs: string): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw unreadable(error, shownAs);
      // A pipe that has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function unreadable(error: unknown, shownAs: string): UserError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError(`${shownAs} cannot be read: ${reason}`, 'Check the name of the file.');
}
