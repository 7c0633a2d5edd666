/** The clock of a running interview: the lines that change every second. */
import type { Pace } from '../core/interview/pace.ts';
import { clockSegments } from './interview-text.ts';
import type { Paint } from './paint.ts';
import { textWidth, truncate } from './width.ts';

export interface ScreenStyle {
  readonly width: number;
  /** Lines there are, without the input line. */
  readonly height: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
}

/** Where the time stands: in words, then as bars with their share in figures. */
export function clockLines(pace: Pace, style: ScreenStyle): string[] {
  const { paint, width } = style;
  const segments = clockSegments(pace);
  const isOver = pace.step.leftMs <= 0;
  const isBehind = pace.borrowed.length > 0 || pace.lateMs > 0;
  const painted: [string, (text: string) => string][] = [
    ...(pace.isPaused ? [['PAUSED', paint.warning] as [string, (text: string) => string]] : []),
    [segments.step, isOver ? paint.bad : paint.strong],
    [segments.total, pace.total.leftMs <= 0 ? paint.bad : paint.strong],
    [segments.drift, isBehind ? paint.warning : paint.good],
    [segments.finish, isBehind ? paint.warning : (text) => text],
    ...segments.extra.map((text): [string, (text: string) => string] => [text, paint.dim]),
  ];
  return [...joinSegments(painted, style.isUnicode ? ' · ' : ' - ', width), barLine(pace, style)];
}

/** Segments stay whole; a line takes as many as fit. */
function joinSegments(
  segments: readonly (readonly [string, (text: string) => string])[],
  separator: string,
  width: number,
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [text, paint] of segments) {
    const fitting = truncate(text, width);
    const size = textWidth(fitting);
    if (used > 0 && used + separator.length + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += used > 0 ? separator + paint(fitting) : paint(fitting);
    used += (used > 0 ? separator.length : 0) + size;
  }
  return [...lines, line];
}

const widestBar = 30;

/** Two bars with their share in figures: the step, and the whole. */
function barLine(pace: Pace, style: ScreenStyle): string {
  const { step, total } = pace;
  const shares = [
    ['step', step.allowanceMs > 0 ? step.usedMs / step.allowanceMs : 1],
    ['total', total.plannedMs > 0 ? total.usedMs / total.plannedMs : 1],
  ] as const;
  // "step ", "total ", " 100%" twice, two columns between them.
  const room = Math.floor((style.width - 5 - 6 - 5 - 5 - 2) / 2);
  const size = Math.max(3, Math.min(widestBar, room));
  const text = shares
    .map(([name, share]) => `${name} ${bar(share, size, style)} ${percent(share)}`)
    .join('  ');
  return room < 3
    ? truncate(
        shares.map(([name, share]) => `${name} ${percent(share).trim()}`).join(' '),
        style.width,
      )
    : text;
}

function percent(share: number): string {
  return `${Math.min(999, Math.floor(share * 100))}%`.padStart(4);
}

function bar(share: number, size: number, { paint, isUnicode }: ScreenStyle): string {
  const filled = Math.min(size, Math.floor(share * size));
  const [full, empty] = isUnicode ? ['█', '░'] : ['#', '-'];
  const role = share >= 1 ? paint.bad : paint.accent;
  return `${role(full.repeat(filled))}${paint.dim(empty.repeat(size - filled))}`;
}
