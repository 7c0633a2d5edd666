/**
 * A live screen as an Inquirer prompt: the frame above, one line of input below. It is drawn
 * when a key was pressed, when the window changed, and when a tick changed what it shows.
 */
import { createPrompt, useEffect, useState } from '@inquirer/core';
import { CancelledError } from '../../errors.ts';
import { marker, type PromptStyle } from '../../view/prompts.ts';
import { widest } from '../io.ts';
import { inputWindow } from './input-window.ts';
import type { LiveScreen, Reaction } from './prompts.ts';

/** The part of the terminal that Inquirer leaves to us. */
interface LiveTerminal {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  removeListener(event: 'resize', listener: () => void): unknown;
}

interface LiveConfig {
  readonly screen: LiveScreen<unknown>;
  readonly style: PromptStyle;
  /** The widest the screen may get, when that was asked for. */
  readonly limit?: number | undefined;
  readonly terminal: LiveTerminal;
}

/** How it ended; undefined when the input went away. */
type End = { readonly value: unknown } | { readonly error: unknown } | undefined;

export const livePrompt = createPrompt<End, LiveConfig>((config, done) => {
  const [drawing, show] = useState(() => drawingOf(config, { text: '', cursor: 0 }));
  useEffect((readline) => openDesk(config, readline as unknown as Readline, show, done), []);
  return drawing.content;
});

export async function runLive<T>(screen: LiveScreen<T>, style: PromptStyle): Promise<T> {
  const terminal = process.stdout;
  // A width that was asked for holds; else the screen follows the window.
  const limit = style.width < (terminal.columns ?? style.width) ? style.width : undefined;
  const config = { screen, style, terminal, limit };
  const end = await livePrompt(config, { clearPromptOnDone: true });
  if (!end) throw new CancelledError();
  if ('error' in end) throw end.error;
  return end.value as T;
}

interface Drawing {
  readonly content: string;
  /** Columns are Inquirer's business; this only says that the cursor has moved. */
  readonly cursor: number;
  readonly input: { readonly text: string; readonly cursor: number };
}

function drawingOf(
  { screen, style, terminal, limit }: LiveConfig,
  typed: { readonly text: string; readonly cursor: number },
): Drawing {
  const width = Math.min(limit ?? widest, terminal.columns ?? style.width);
  const label = `${marker(style)} `;
  // One row for the input and one in hand, so that the terminal never scrolls.
  const height = Math.max(1, (terminal.rows ?? style.height) - 2);
  const input = inputWindow(typed.text, typed.cursor, Math.max(1, width - label.length - 1));
  const lines = screen.frame({ width, height });
  const content = [...lines, `${style.paint.accent(label.trim())} ${input.text}`].join('\n');
  return { content, cursor: typed.cursor, input };
}

/** What is needed of the readline behind the prompt, which keeps and edits the line. */
interface Readline {
  line: string;
  cursor: number;
  isCompletionEnabled: boolean;
  readonly input: NodeJS.ReadableStream;
  resume(): void;
  on(event: string, listener: (line: string) => void): unknown;
  removeListener(event: string, listener: (line: string) => void): unknown;
}

const bell = '\u0007';
const clearScreen = '\u001B[2J\u001B[H';

/** Connects the screen with keys, time and the window; returns what disconnects it. */
function openDesk(
  config: LiveConfig,
  readline: Readline,
  show: (drawing: Drawing) => void,
  done: (end: End) => void,
): () => void {
  const { screen, terminal } = config;
  let typed = { text: '', cursor: 0 };
  let shown: Drawing | undefined;
  let redrawing: NodeJS.Immediate | undefined;
  let ticking: NodeJS.Timeout | undefined;
  let isOpen = true;

  function draw(): void {
    const drawing = drawingOf(config, typed);
    // Readline shall place the cursor in what is shown of the line; see `giveBack`.
    readline.line = drawing.input.text;
    readline.cursor = drawing.input.cursor;
    if (drawing.content === shown?.content && drawing.cursor === shown.cursor) return;
    shown = drawing;
    show(drawing);
  }
  /** Before readline edits the line it gets all of it back. */
  function giveBack(): void {
    readline.line = typed.text;
    readline.cursor = typed.cursor;
    // Without this, Node adds keys that arrive together at the end, wherever the cursor is.
    readline.isCompletionEnabled = true;
  }
  function take(text: string, cursor: number): void {
    typed = { text: visible(text), cursor: visible(text.slice(0, cursor)).length };
    giveBack();
  }
  function onKey(_text: string, key?: { readonly name?: string }): void {
    if (!isOpen) return;
    screen.typed();
    take(readline.line, readline.cursor);
    if (key?.name === 'tab') {
      const completed = screen.complete(typed.text);
      if (completed !== typed.text) take(completed, completed.length);
    }
    // Pasted text comes as many keys at once: they are drawn together.
    redrawing ??= setImmediate(() => {
      redrawing = undefined;
      attempt(draw);
    });
  }
  function react({ ringsBell, input, end }: Reaction<unknown>): void {
    if (ringsBell) terminal.write(bell);
    if (input !== undefined) take(input, input.length);
    if (end) done(end);
  }
  /** Keys and timers have no caller that would hear of an error: it ends the prompt instead. */
  function attempt(body: () => void): void {
    try {
      if (isOpen) body();
    } catch (error) {
      done({ error });
    }
  }
  const onLine = (text: string): void => attempt(() => react(screen.enter(visible(text))));
  const onClose = (): void => done(undefined);
  function redrawAll(): void {
    terminal.write(clearScreen);
    shown = undefined;
    attempt(draw);
  }
  function onContinue(): void {
    readline.resume();
    redrawAll();
  }
  function schedule(): void {
    ticking = setTimeout(() => {
      attempt(() => react(screen.tick()));
      attempt(draw);
      if (isOpen) schedule();
    }, screen.untilTick());
  }

  readline.input.prependListener('keypress', giveBack);
  readline.input.on('keypress', onKey);
  readline.on('line', onLine);
  readline.on('close', onClose);
  readline.on('SIGCONT', onContinue);
  terminal.on('resize', redrawAll);
  schedule();
  draw();
  return () => {
    isOpen = false;
    clearTimeout(ticking);
    clearImmediate(redrawing);
    readline.input.removeListener('keypress', giveBack);
    readline.input.removeListener('keypress', onKey);
    readline.removeListener('line', onLine);
    readline.removeListener('close', onClose);
    readline.removeListener('SIGCONT', onContinue);
    terminal.removeListener('resize', redrawAll);
  };
}

/** Typed or pasted text without what could drive the terminal. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '');
}
