/** A live prompt on a terminal in memory: keys go in as text, the screen is read as lines. */
import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { livePrompt } from '../../src/terminal/prompts/live.ts';
import type { LiveScreen } from '../../src/terminal/prompts/prompts.ts';
import { plainPaint } from '../../src/view/paint.ts';

export interface LiveTwin {
  /** Everything in one chunk, as a paste or a fast typist gives it. */
  type(keys: string): Promise<void>;
  /** The lines of the screen, without the blank ones at the end. */
  lines(): Promise<string[]>;
  cursor(): Promise<{ row: number; column: number }>;
  resize(columns: number, rows: number): Promise<void>;
  /** What was written, escape sequences and all. */
  readonly written: () => string;
  readonly bells: () => number;
  readonly answer: Promise<unknown>;
  endInput(): void;
}

export function openLive(
  screen: LiveScreen<unknown>,
  size: { columns: number; rows: number },
): LiveTwin {
  const terminal = new xterm.Terminal({
    cols: size.columns,
    rows: size.rows,
    allowProposedApi: true,
    convertEol: true,
  });
  let bells = 0;
  terminal.onBell(() => {
    bells += 1;
  });
  const input = new PassThrough();
  const output = new Output(size.columns, size.rows);
  output.on('data', (chunk: Buffer) => terminal.write(chunk.toString()));
  const style = { width: size.columns, height: size.rows, paint: plainPaint, isUnicode: true };
  const answer = livePrompt(
    { screen, style, terminal: output },
    { input, output, clearPromptOnDone: true },
  );
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await new Promise((next) => setImmediate(next));
    await new Promise<void>((written) => terminal.write('', written));
  };
  return {
    answer,
    async type(keys) {
      input.write(keys);
      await settle();
    },
    async lines() {
      await settle();
      const { active } = terminal.buffer;
      const rows = Array.from({ length: terminal.rows }, (_, row) =>
        (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
      );
      return rows.slice(0, rows.findLastIndex((row) => row !== '') + 1);
    },
    async cursor() {
      await settle();
      const { active } = terminal.buffer;
      return { row: active.cursorY, column: active.cursorX };
    },
    async resize(columns, rows) {
      terminal.resize(columns, rows);
      output.columns = columns;
      output.rows = rows;
      output.emit('resize');
      await settle();
    },
    written: () => output.text,
    bells: () => bells,
    endInput: () => input.end(),
  };
}

class Output extends PassThrough {
  columns: number;
  rows: number;
  text = '';
  readonly isTTY = true;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.on('data', (chunk: Buffer) => {
      this.text += chunk.toString();
    });
  }
}
