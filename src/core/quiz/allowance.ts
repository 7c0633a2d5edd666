/** How much a sitting asks: what was wished, or what is left of the day. */
import type { Settings } from '../settings.ts';
import type { SittingMode } from './mode.ts';

/** What the command line says; undefined where it says nothing. */
export interface Wish {
  readonly mode: SittingMode;
  readonly count: number | undefined;
  readonly minutes: number | undefined;
  readonly fresh: number | undefined;
}

/** What was practiced today, and how fast. */
export interface Today {
  readonly tookMs: number;
  readonly newCards: number;
  /** What a question takes, with its answer read. */
  readonly paceMs: number;
}

export interface Allowance {
  readonly count: number;
  /** Of them, new cards at most. */
  readonly fresh: number;
  /** After so long no further question is asked. */
  readonly limitMs: number | undefined;
}

const minuteMs = 60_000;
const usualCount = 10;
/** In an exam, for a question. */
const examPaceMs = 1.5 * minuteMs;

/** A number that was asked for is kept; otherwise the day's minutes and new cards bound it. */
export function allow(
  { mode, count, minutes, fresh }: Wish,
  settings: Pick<Settings, 'minutesPerDay' | 'newPerDay'>,
  today: Today,
): Allowance {
  const wishedMs = minutes === undefined ? undefined : minutes * minuteMs;
  const fitting = wishedMs === undefined ? usualCount : Math.ceil(wishedMs / today.paceMs);
  const asked = count ?? Math.max(1, fitting);
  if (mode !== 'practice') {
    const limitMs = wishedMs ?? (mode === 'exam' ? asked * examPaceMs : undefined);
    return { count: asked, fresh: asked, limitMs };
  }
  const leftMs = settings.minutesPerDay * minuteMs - today.tookMs;
  // Who comes back after the day's minutes wants more than them.
  const dayMs = count === undefined && leftMs > 0 ? leftMs : undefined;
  const newLeft = Math.max(0, settings.newPerDay - today.newCards);
  return {
    count: asked,
    fresh: fresh ?? (count === undefined ? newLeft : asked),
    limitMs: wishedMs ?? dayMs,
  };
}

/** So many cards fit into a day. */
export function cardsADay(
  { minutesPerDay }: Pick<Settings, 'minutesPerDay'>,
  { paceMs }: Pick<Today, 'paceMs'>,
): number {
  return Math.max(1, Math.floor((minutesPerDay * minuteMs) / paceMs));
}
