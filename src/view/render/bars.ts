/** Bars in columns of characters; in the plain rendering, lines of words. */
import type { Amount, BarRow, Bars } from '../document.ts';
import { padEnd, textWidth, truncate, wrapRuns } from '../width.ts';
import type { TerminalStyle } from './text.ts';

const glyphs = {
  unicode: { full: '█', parts: ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'], mark: '│', rest: ' ' },
  ascii: { full: '#', parts: [''], mark: '|', rest: ' ' },
} as const;

const narrowestBar = 8;
const widestBar = 40;
const widestLabel = 40;

interface Line {
  readonly label: string;
  readonly amount: Amount;
  readonly mark: Amount | undefined;
  readonly text: string;
}

/** A label, a bar with its mark, and the amounts in words; without room for that, words alone. */
export function barLines(node: Bars, style: TerminalStyle): string[] {
  const bars = style.spell ? spelled(node, style.spell) : node;
  const lines = bars.rows.flatMap((row) => linesOf(row, bars));
  const labelWidth = Math.min(widestLabel, Math.max(...lines.map(({ label }) => textWidth(label))));
  const textColumn = Math.max(...lines.map(({ text }) => textWidth(text)));
  const room = style.width - labelWidth - textColumn - 4;
  if (style.isPlain || room < narrowestBar) return wordLines(bars, style);
  const width = Math.min(widestBar, room);
  const most = bars.most ?? greatest(bars);
  return lines.map(({ label, amount, mark, text }) => {
    const said = style.paint.term(padEnd(truncate(label, labelWidth), labelWidth));
    return `${said}  ${bar(amount, mark, { most, width, style })}  ${text}`.trimEnd();
  });
}

function spelled(bars: Bars, spell: (text: string) => string): Bars {
  const amount = ({ value, text }: Amount) => ({ value, text: spell(text) });
  return {
    ...bars,
    series: bars.series.map(spell),
    rows: bars.rows.map(({ label, values, mark, note }) => ({
      label: spell(label),
      values: values.map(amount),
      mark: mark && amount(mark),
      note: note && spell(note),
    })),
  };
}

/** A row for each value; what a second value stands for is said, its label is not repeated. */
function linesOf({ label, values, mark, note }: BarRow, { series, markName }: Bars): Line[] {
  return values.map((amount, index) => {
    const name = series.length > 1 ? ` ${series[index] ?? ''}` : '';
    const isMarkSaid = mark && mark.text !== '' && index === 0;
    const marked = isMarkSaid ? ` (${markName?.toLowerCase() ?? 'of'} ${mark.text})` : '';
    const noted = note && index === 0 ? `, ${note}` : '';
    const text = `${amount.text}${name}${marked}${noted}`;
    return { label: index === 0 ? label : '', amount, mark, text };
  });
}

function bar(
  { value }: Amount,
  mark: Amount | undefined,
  {
    most,
    width,
    style,
  }: { readonly most: number; readonly width: number; readonly style: TerminalStyle },
): string {
  const { full, parts, mark: sign, rest } = glyphs[style.isUnicode ? 'unicode' : 'ascii'];
  const eighths = Math.round(fraction(value, most) * width * parts.length);
  const whole = Math.floor(eighths / parts.length);
  const cells: string[] = [
    ...Array.from({ length: whole }, () => full),
    ...(eighths % parts.length > 0 ? [parts[eighths % parts.length] ?? ''] : []),
  ];
  while (cells.length < width) cells.push(rest);
  if (mark) cells[Math.min(width - 1, Math.round(fraction(mark.value, most) * width))] = sign;
  const isOver = mark !== undefined && value > mark.value;
  return (isOver ? style.paint.warning : style.paint.accent)(cells.join(''));
}

function fraction(value: number, most: number): number {
  return most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
}

export function greatest({ rows }: Bars): number {
  return Math.max(
    0,
    ...rows.flatMap(({ values, mark }) =>
      [...values, ...(mark ? [mark] : [])].map(({ value }) => value),
    ),
  );
}

/** "Define the problem: actual 7:10, planned 6:24, 0:46 over" */
function wordLines(bars: Bars, { width, paint }: TerminalStyle): string[] {
  return bars.rows.flatMap(({ label, values, mark, note }) => {
    const isNamed = values.length > 1 || mark !== undefined;
    const amounts = values.map(({ text }, index) =>
      isNamed ? `${bars.series[index]?.toLowerCase() ?? ''} ${text}`.trimStart() : text,
    );
    const marked = mark?.text ? [`${bars.markName?.toLowerCase() ?? 'of'} ${mark.text}`] : [];
    const text = [...amounts, ...marked, ...(note ? [note] : [])].join(', ');
    return wrapRuns([{ text: `${label}: `, paint: paint.term }, { text }], width);
  });
}
