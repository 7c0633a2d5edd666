/** Plots of characters that mean the same without color, with ASCII where there is no more. */
import { padEnd } from './width.ts';

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** One character a value: its height, or a digit up to 9; nothing is a dot. */
export function sparkline(values: readonly number[], isUnicode: boolean): string {
  const levels = isUnicode ? blocks : digits;
  const most = Math.max(...values);
  return values
    .map((value) => {
      if (value <= 0) return isUnicode ? '·' : '.';
      return levels[Math.ceil((value / most) * levels.length) - 1] ?? '';
    })
    .join('');
}

export interface HeatDay {
  readonly day: number;
  readonly count: number;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const labelWidth = 4;
const cellWidth = 2;

/** A calendar, a column a week and a row a weekday: as many of the last weeks as fit. */
export function heatMapLines(
  days: readonly HeatDay[],
  { width, isUnicode }: { readonly width: number; readonly isUnicode: boolean },
): string[] {
  const weeks = weeksOf(days).slice(-Math.floor((width - labelWidth) / cellWidth));
  const shown = weeks.flat();
  const steps = stepsFor(shown.map(({ count }) => count));
  const shades = isUnicode ? ['·', '░', '▒', '▓', '█'] : ['.', '1', '2', '3', '4'];
  const shadeOf = (count: number) => {
    const level = count === 0 ? 0 : 1 + steps.filter((least) => count >= least).length;
    return shades[level] ?? '';
  };
  const rows = weekdays.map((name, weekday) => {
    const cells = weeks.map((week) => {
      const found = week.find(({ day }) => weekdayOf(day) === weekday);
      return found ? shadeOf(found.count) : ' ';
    });
    return `${weekday % 2 === 0 ? name : '   '} ${cells.join(' ')}`.trimEnd();
  });
  return [monthLine(weeks), ...rows, legend(shades, steps)];
}

/** Cut where a week begins, on Monday. */
function weeksOf(days: readonly HeatDay[]): HeatDay[][] {
  const weeks: HeatDay[][] = [];
  for (const day of days) {
    if (weeks.length === 0 || weekdayOf(day.day) === 0) weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  return weeks;
}

function weekdayOf(day: number): number {
  return (new Date(day).getDay() + 6) % 7;
}

/** The name of a month over the week that it begins in, where there is room. */
function monthLine(weeks: readonly HeatDay[][]): string {
  let line = ' '.repeat(labelWidth);
  weeks.forEach((week, index) => {
    const first = week.find(({ day }) => new Date(day).getDate() === 1);
    const at = labelWidth + index * cellWidth;
    const name = first && months[new Date(first.day).getMonth()];
    const fits = at + 3 <= labelWidth + weeks.length * cellWidth;
    if (name && fits && (line.length === labelWidth || line.length < at)) {
      line = padEnd(line, at) + name;
    }
  });
  return line.trimEnd();
}

/** The counts at which a day gets the second, third and fourth shade: round quarters of the most. */
function stepsFor(counts: readonly number[]): number[] {
  const most = Math.max(4, ...counts);
  return [1, 2, 3].map((quarter) => {
    const exact = (most * quarter) / 4;
    return exact < 10 ? Math.floor(exact) + 1 : Math.round(exact / 5) * 5;
  });
}

function legend(shades: readonly string[], steps: readonly number[]): string {
  const ranges = steps.map((least, index) => {
    const next = steps[index + 1];
    return next === undefined ? `${least}+` : rangeText(least, next - 1);
  });
  const texts = ['none', rangeText(1, (steps[0] ?? 2) - 1), ...ranges];
  return `    ${shades.map((shade, index) => `${shade} ${texts[index]}`).join('  ')}`;
}

function rangeText(from: number, to: number): string {
  return to > from ? `${from}-${to}` : String(from);
}
