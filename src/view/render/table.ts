/** Tables that shrink: columns give way in proportion to what they hold, and cells wrap. */
import type { Paint } from '../paint.ts';
import { padEnd, type Run, textWidth, wrapRuns } from '../width.ts';

interface TableStyle {
  readonly width: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
}

const gap = 2;
const narrowestColumn = 6;

/** The first row is the header. */
export function renderTable(rows: readonly (readonly Run[][])[], style: TableStyle): string[] {
  const [header, ...body] = rows;
  if (!header) return [];
  const widths = columnWidths(rows, style.width);
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);
  const heads = header.map((cell) => cell.map((run) => ({ ...run, paint: style.paint.strong })));
  return [
    ...rowLines(heads, widths),
    style.paint.dim((style.isUnicode ? '─' : '-').repeat(total)),
    ...body.flatMap((row) => rowLines(row, widths)),
  ];
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

/** Each column as wide as its content when that fits; else the widest give way first. */
function columnWidths(rows: readonly (readonly Run[][])[], width: number): number[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(
      1,
      ...rows.map((row) => (row[index] ?? []).reduce((sum, run) => sum + textWidth(run.text), 0)),
    ),
  );
  let excess = widths.reduce((sum, each) => sum + each, 0) + gap * (count - 1) - width;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const size = widths[widest] ?? 0;
    if (size <= narrowestColumn) break;
    const next = Math.max(narrowestColumn, ...widths.filter((each) => each < size));
    const cut = Math.min(excess, Math.max(1, size - next));
    widths[widest] = size - cut;
    excess -= cut;
  }
  return widths;
}

/** Left-aligned columns without a header, for short lists. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(0, ...rows.map((row) => textWidth(row[index] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, index) => padEnd(cell, widths[index] ?? 0))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}
