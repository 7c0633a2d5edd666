/** The real streams. */
import type { Streams, TerminalFacts } from './io.ts';

export function processFacts(): TerminalFacts {
  const { stdout, stderr, stdin, env } = process;
  return {
    stdoutIsTty: stdout.isTTY === true,
    stderrIsTty: stderr.isTTY === true,
    stdinIsTty: stdin.isTTY === true,
    columns: stdout.columns,
    rows: stdout.rows,
    env,
  };
}

export function processStreams(): Streams {
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    async page(text) {
      const { showInPager } = await import('./pager.ts');
      await showInPager(text);
    },
  };
}
