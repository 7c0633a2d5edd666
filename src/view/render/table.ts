/** Tables that shrink: columns give way in proportion to what they hold, and cells wrap. */
import type { Paint } from '../paint.ts';
import { type Run, textWidth, wrapRuns } from '../width.ts';

interface TableStyle {
  readonly width: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
}

const gap = 2;
/** A column is never made narrower than its longest word, unless that word is longer than this. */
const longestWordKept = 14;

/** Prose in a column narrower than this, over more lines than that, is not read any more. */
const narrowestProse = 16;
const tallestProse = 4;

/** The first row is the header. A table too narrow for its words or its prose is told as lists. */
export function renderTable(rows: readonly (readonly Run[][])[], style: TableStyle): string[] {
  const [header, ...body] = rows;
  if (!header) return [];
  const widths = columnWidths(rows, style.width);
  if (!widths) return stacked(header, body, style);
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);
  const heads = header.map((cell) => cell.map((run) => ({ ...run, paint: style.paint.strong })));
  return [
    ...rowLines(heads, widths),
    style.paint.dim((style.isUnicode ? '─' : '-').repeat(total)),
    ...body.flatMap((row) => rowLines(row, widths)),
  ];
}

/** One row after the other, each cell under the name of its column. */
function stacked(
  header: readonly Run[][],
  body: readonly (readonly Run[][])[],
  { width, paint }: TableStyle,
): string[] {
  return body.flatMap((row, index) => {
    const [first = [], ...rest] = row;
    const title = first.map((run) => ({ ...run, paint: paint.strong }));
    const cells = rest.map((cell, column) => [
      { text: `${textOf(header[column + 1] ?? [])}: `, paint: paint.dim },
      ...cell,
    ]);
    return [
      ...(index > 0 ? [''] : []),
      ...wrapRuns(title, width),
      ...cells.flatMap((cell) => wrapRuns(cell, width - 2).map((line) => `  ${line}`)),
    ];
  });
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function rowLines(cells: readonly (readonly Run[])[], widths: readonly number[]): string[] {
  const columns = cells.map((cell, index) => ({
    lines: wrapRuns(cell, widths[index] ?? 0),
    plain: wrapRuns(
      cell.map(({ text }) => ({ text })),
      widths[index] ?? 0,
    ),
  }));
  const height = Math.max(...columns.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map(({ lines, plain }, index) => {
        const pad = (widths[index] ?? 0) - textWidth(plain[row] ?? '');
        return (lines[row] ?? '') + ' '.repeat(Math.max(0, pad));
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/** Each column as wide as its content when that fits; else the widest give way first, those that are as wide alike. */
function columnWidths(rows: readonly (readonly Run[][])[], width: number): number[] | undefined {
  const columns = (rows[0] ?? []).map((_, index) => rows.map((row) => textOf(row[index] ?? [])));
  const widths = columns.map((texts) => Math.max(1, ...texts.map(textWidth)));
  const floors = columns.map((texts) => {
    const words = texts.flatMap((text) => text.split(' ')).map(textWidth);
    return Math.min(longestWordKept, Math.max(1, ...words));
  });
  let excess = widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1) - width;
  while (excess > 0) {
    const spare = widths.map((size, index) => (size > (floors[index] ?? 0) ? size : 0));
    const widest = Math.max(...spare);
    if (widest === 0) return undefined;
    const tied = spare.flatMap((size, index) => (size === widest ? [index] : []));
    const next = Math.max(
      ...tied.map((index) => floors[index] ?? 0),
      ...spare.filter((each) => each < widest),
    );
    const share = Math.min(Math.floor(excess / tied.length), widest - next);
    for (const index of share > 0 ? tied : tied.slice(-1)) {
      widths[index] = widest - Math.max(1, share);
      excess -= Math.max(1, share);
    }
  }
  const isTooTall = columns.some((texts, index) => {
    const width = widths[index] ?? 0;
    return width < narrowestProse && Math.max(...texts.map(textWidth)) > width * tallestProse;
  });
  return isTooTall ? undefined : widths;
}
