/**
 * The real streams. `process.stdout` and its kin load Node's stream machinery when they are first
 * touched, which costs a look-up more than finding its answer; so a descriptor is asked what it is
 * before the stream is, and files and pipes are written to directly.
 */
import { fstatSync, writeSync } from 'node:fs';
import type { Streams, TerminalFacts } from './io.ts';

const descriptors = { stdin: 0, stdout: 1, stderr: 2 } as const;
type StreamName = keyof typeof descriptors;

export function processFacts(): TerminalFacts {
  return {
    get stdoutIsTty() {
      return isTty('stdout');
    },
    get stderrIsTty() {
      return isTty('stderr');
    },
    get stdinIsTty() {
      return isTty('stdin');
    },
    get columns() {
      return isTty('stdout') ? process.stdout.columns : undefined;
    },
    get rows() {
      return isTty('stdout') ? process.stdout.rows : undefined;
    },
    env: process.env,
  };
}

export function workingDirectory(): string {
  return process.cwd();
}

export function processStreams(): Streams {
  return {
    out: (text) => write('stdout', text),
    err: (text) => write('stderr', text),
    async page(text) {
      const { showInPager } = await import('./pager.ts');
      await showInPager(text);
    },
  };
}

function isTty(name: StreamName): boolean {
  try {
    return fstatSync(descriptors[name]).isCharacterDevice() && process[name].isTTY === true;
  } catch {
    return false;
  }
}

function write(name: 'stdout' | 'stderr', text: string): void {
  if (isTty(name)) process[name].write(text);
  else writeWhole(descriptors[name], Buffer.from(text));
}

/** Writes all of it, waiting for a full pipe; a reader that has gone away is no error. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
