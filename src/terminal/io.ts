/** Everything the program may know of, or say to, the terminal; decided once. */
import { type Paint, plainPaint } from '../view/paint.ts';

export type ColorChoice = 'auto' | 'always' | 'never';

/** What the streams and the environment say, read once by the context. */
export interface TerminalFacts {
  readonly stdoutIsTty: boolean;
  readonly stderrIsTty: boolean;
  readonly stdinIsTty: boolean;
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Streams {
  out(text: string): void;
  err(text: string): void;
  /** Shows long text in the person's pager; resolves when they close it. */
  page(text: string): Promise<void>;
}

export interface IoOptions {
  readonly color?: ColorChoice | undefined;
  readonly width?: number | undefined;
  readonly plain?: boolean | undefined;
  readonly pager?: boolean | undefined;
}

export interface Io {
  /** Data: what was asked for. */
  out(text: string): void;
  /** Progress, questions, errors. */
  err(text: string): void;
  /** Data that may be longer than the screen: paged in a terminal, else written. */
  page(text: string): Promise<void>;
  /** May the person be asked something here? */
  readonly isInteractive: boolean;
  readonly stdoutIsTty: boolean;
  readonly stderrIsTty: boolean;
  /** Append-only lines, no repainting, no meaning in glyphs alone. */
  readonly isPlain: boolean;
  readonly isUnicode: boolean;
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
  readonly errPaint: Paint;
}

const defaultWidth = 80;
const defaultHeight = 24;
export const narrowest = 40;
export const widest = 200;

export async function createIo(
  facts: TerminalFacts,
  streams: Streams,
  options: IoOptions = {},
): Promise<Io> {
  const { env } = facts;
  const isPlain = options.plain ?? (env.TERM === 'dumb' || isSet(env.ACCESSIBLE));
  const height = facts.rows ?? defaultHeight;
  const [paint, errPaint] = await Promise.all(
    [facts.stdoutIsTty, facts.stderrIsTty].map((isTty) =>
      paintFor(!isPlain && wantsColor(facts, isTty, options.color)),
    ),
  );
  return {
    out: streams.out,
    err: streams.err,
    async page(text) {
      const isLong = text.split('\n').length > height;
      const mayPage = facts.stdoutIsTty && facts.stdinIsTty && options.pager !== false && !isPlain;
      if (isLong && mayPage) await streams.page(text);
      else streams.out(text);
    },
    get isInteractive() {
      return facts.stdinIsTty && facts.stdoutIsTty;
    },
    stdoutIsTty: facts.stdoutIsTty,
    get stderrIsTty() {
      return facts.stderrIsTty;
    },
    isPlain,
    isUnicode: !/^(C|POSIX)$/.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ''),
    width: clampWidth(options.width ?? facts.columns ?? defaultWidth),
    height,
    paint: paint ?? plainPaint,
    errPaint: errPaint ?? plainPaint,
  };
}

async function paintFor(isColored: boolean): Promise<Paint> {
  if (!isColored) return plainPaint;
  const { createPaint } = await import('./paint.ts');
  return createPaint();
}

function clampWidth(width: number): number {
  return Math.min(widest, Math.max(narrowest, Math.floor(width)));
}

/** Flag, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether it is a terminal. */
function wantsColor(facts: TerminalFacts, isTty: boolean, choice: ColorChoice = 'auto'): boolean {
  const { env } = facts;
  if (choice !== 'auto') return choice === 'always';
  if (isSet(env.NO_COLOR)) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (isSet(env.CLICOLOR_FORCE) && env.CLICOLOR_FORCE !== '0') return true;
  return isTty && env.TERM !== 'dumb' && env.CLICOLOR !== '0';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
