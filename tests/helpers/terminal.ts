/** The program in a real pseudo-terminal, with the screen as a person sees it. */
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { repository } from './knowledge.ts';

export interface RunningProgram {
  readonly pid: number;
  /** What stands on the screen and above it, without trailing blanks. */
  screen(): string;
  type(keys: string): void;
  /** Resolves once the screen shows the text; fails with the screen after `timeoutMs`. */
  shows(text: string | RegExp, timeoutMs?: number): Promise<void>;
  /** Resolves with the exit code, or the signal that ended it. */
  ended(): Promise<{ readonly exitCode: number; readonly signal: number | undefined }>;
  kill(signal: string): void;
  resize(columns: number, rows: number): void;
  /** Resolves once the bell has rung so often. */
  rings(count: number): Promise<void>;
  /** How often the bell rang. */
  bells(): number;
  isCursorShown(): boolean;
  isAlternateScreen(): boolean;
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** The script that is run by Node; the shipped doorway when left out. */
  readonly script?: string;
  /** Another program than Node, which is then given the arguments alone. */
  readonly command?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const keys = { enter: '\r', ctrlC: '\u0003', down: '\u001b[B', up: '\u001b[A' } as const;

const patience = 15_000;

/** `home` takes the place of the person's home directory. */
export function runInTerminal(
  args: readonly string[],
  home: string,
  options: TerminalOptions = {},
): RunningProgram {
  const { columns = 80, rows = 30, script = `${repository}bin/mlsd.js`, env = {} } = options;
  const [file, words] = options.command
    ? [options.command, [...args]]
    : [process.execPath, [script, ...args]];
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    scrollback: 5000,
    allowProposedApi: true,
  });
  const program = spawn(file, words, {
    cols: columns,
    rows,
    cwd: home,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      TERM: 'xterm-256color',
      LANG: 'C.UTF-8',
      ...env,
    },
  });
  let rung = 0;
  let shown = '';
  const watchers = new Set<() => void>();
  const told = (): void => {
    for (const watcher of watchers) watcher();
  };
  terminal.onBell(() => {
    rung += 1;
  });
  program.onData((data) => {
    const at = Math.max(data.lastIndexOf('\u001b[?25h'), data.lastIndexOf('\u001b[?25l'));
    if (at >= 0) shown = data.slice(at, at + 6);
    terminal.write(data, told);
  });
  const ended = new Promise<{ exitCode: number; signal: number | undefined }>((resolve) => {
    program.onExit(({ exitCode, signal }) =>
      terminal.write('', () => resolve({ exitCode, signal })),
    );
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    told();
  });
  onTestFinished(() => {
    if (!isOver) program.kill('SIGKILL');
  });

  function screen(): string {
    const { active } = terminal.buffer;
    const lines = Array.from({ length: active.length }, (_, row) =>
      (active.getLine(row)?.translateToString(true) ?? '').trimEnd(),
    );
    return lines.join('\n').trimEnd();
  }

  function until(isThere: () => boolean, what: string, timeoutMs = patience): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = setTimeout(() => finish(`not shown in ${timeoutMs} ms`), timeoutMs);
      function finish(problem?: string): void {
        clearTimeout(stop);
        watchers.delete(look);
        if (problem === undefined) resolve();
        else reject(new Error(`${what}: ${problem}. The screen:\n${screen()}`));
      }
      function look(): void {
        if (isThere()) finish();
        else if (isOver) finish('the program has ended');
      }
      watchers.add(look);
      look();
    });
  }

  return {
    pid: program.pid,
    screen,
    type: (text) => program.write(text),
    shows: (text, timeoutMs) =>
      until(
        () => (typeof text === 'string' ? screen().includes(text) : text.test(screen())),
        String(text),
        timeoutMs,
      ),
    rings: (count) => until(() => rung >= count, `bell ${count}`),
    ended: () => ended,
    kill: (signal) => program.kill(signal),
    resize(toColumns, toRows) {
      terminal.resize(toColumns, toRows);
      program.resize(toColumns, toRows);
    },
    bells: () => rung,
    isCursorShown: () => !shown.endsWith('l'),
    isAlternateScreen: () => terminal.buffer.active.type === 'alternate',
  };
}
