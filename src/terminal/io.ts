/** Everything the program may know of, or say to, the terminal; decided once. */
import type { Settings } from '../core/settings.ts';
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

/** What a person has set once and for all; flags and the environment win over it. */
export type TerminalSettings = Pick<
  Settings,
  'color' | 'background' | 'glyphs' | 'isPlain' | 'hasPager' | 'hasReducedMotion'
>;

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
  /** Does the terminal open links (OSC 8)? Never in a pipe. */
  readonly hasLinks: boolean;
  /** Spells out what a terminal of ASCII cannot show; undefined where there is nothing to do. */
  readonly spell: ((text: string) => string) | undefined;
  /** May anything move by itself: a spinner, a running clock? */
  readonly mayMove: boolean;
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
  settings: Partial<TerminalSettings> = {},
): Promise<Io> {
  const { env } = facts;
  const isDumb = env.TERM === 'dumb' || isSet(env.ACCESSIBLE);
  const isPlain = options.plain ?? (isDumb || settings.isPlain === true);
  const height = facts.rows ?? defaultHeight;
  const background = backgroundOf(env, settings.background);
  const color = { flag: options.color, setting: settings.color };
  const [paint, errPaint] = await Promise.all(
    [facts.stdoutIsTty, facts.stderrIsTty].map((isTty) =>
      paintFor(!isPlain && wantsColor(facts, isTty, color), background),
    ),
  );
  const isUnicode = hasUnicode(env, settings.glyphs);
  const spell = isUnicode ? undefined : (await import('../view/ascii.ts')).ascii;
  const { out, err, page } = spell ? asciiStreams(streams, spell) : streams;
  return {
    out,
    err,
    async page(text) {
      const isLong = text.split('\n').length > height;
      const wantsPager = options.pager !== false && settings.hasPager !== false;
      const mayPage = facts.stdoutIsTty && facts.stdinIsTty && wantsPager && !isPlain;
      if (isLong && mayPage) await page(withoutLinks(text));
      else out(text);
    },
    get isInteractive() {
      return facts.stdinIsTty && facts.stdoutIsTty;
    },
    stdoutIsTty: facts.stdoutIsTty,
    get stderrIsTty() {
      return facts.stderrIsTty;
    },
    isPlain,
    isUnicode,
    hasLinks: facts.stdoutIsTty && !isPlain && opensLinks(env),
    spell,
    mayMove: !isPlain && settings.hasReducedMotion !== true,
    width: clampWidth(options.width ?? facts.columns ?? defaultWidth),
    height,
    paint: paint ?? plainPaint,
    errPaint: errPaint ?? plainPaint,
  };
}

/** JSON and HTML stay as they are: they are for programs. No other output begins so. */
function asciiStreams({ out, err, page }: Streams, ascii: (text: string) => string): Streams {
  return {
    out: (text) => out(/^(?:\{|<!)/.test(text) ? text : ascii(text)),
    err: (text) => err(ascii(text)),
    page: (text) => page(ascii(text)),
  };
}

/** Terminals that are known to open links; others may show the address as rubbish. */
function opensLinks({ FORCE_HYPERLINK, ...env }: TerminalFacts['env']): boolean {
  if (isSet(FORCE_HYPERLINK)) return FORCE_HYPERLINK !== '0';
  const programs = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio'];
  return (
    programs.includes(env.TERM_PROGRAM ?? '') ||
    /^(?:xterm-kitty|alacritty|foot|xterm-ghostty)/.test(env.TERM ?? '') ||
    isSet(env.WT_SESSION) ||
    isSet(env.KONSOLE_VERSION) ||
    Number(env.VTE_VERSION ?? 0) >= 5000
  );
}

/** An older pager shows links as rubbish. */
function withoutLinks(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what is taken out
  return text.replaceAll(/\u001b\]8;;.*?\u001b\\/g, '');
}

export type Background = 'dark' | 'light';

async function paintFor(isColored: boolean, background: Background): Promise<Paint> {
  if (!isColored) return plainPaint;
  const { createPaint } = await import('./paint.ts');
  return createPaint(background);
}

/** As it is set, else what the terminal says of itself in COLORFGBG ("15;0"), else dark. */
function backgroundOf(
  { COLORFGBG }: TerminalFacts['env'],
  setting: TerminalSettings['background'] = 'auto',
): Background {
  if (setting !== 'auto') return setting;
  const index = Number(/;(\d{1,2})$/.exec(COLORFGBG ?? '')?.[1] ?? 0);
  return index === 7 || index >= 9 ? 'light' : 'dark';
}

function hasUnicode(env: TerminalFacts['env'], setting: TerminalSettings['glyphs'] = 'auto') {
  if (setting !== 'auto') return setting === 'unicode';
  return !/^(C|POSIX)$/.test(env.LC_ALL || env.LC_CTYPE || env.LANG || '');
}

function clampWidth(width: number): number {
  return Math.min(widest, Math.max(narrowest, Math.floor(width)));
}

interface ColorWishes {
  readonly flag: ColorChoice | undefined;
  readonly setting: ColorChoice | undefined;
}

/** Flag, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, the person's setting, then whether it is a terminal. */
function wantsColor({ env }: TerminalFacts, isTty: boolean, { flag, setting }: ColorWishes) {
  if (flag !== undefined && flag !== 'auto') return flag === 'always';
  if (isSet(env.NO_COLOR)) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (isSet(env.CLICOLOR_FORCE) && env.CLICOLOR_FORCE !== '0') return true;
  if (setting !== undefined && setting !== 'auto') return setting === 'always';
  return isTty && env.TERM !== 'dumb' && env.CLICOLOR !== '0';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
