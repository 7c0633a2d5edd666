/** The working of a computation in words: short numbers, sums and tables that leave out the middle. */

const firstTerms = 5;
const firstRows = 10;

/** Five digits at most: enough to follow, short enough for a whiteboard. */
export function show(value: number): string {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value).replace('-', '−');
  return String(Number(value.toPrecision(5))).replace(/^-/, '−');
}

/** In brackets when it is negative, so that it can stand in a sum. */
export function term(value: number): string {
  return value < 0 ? `(${show(value)})` : show(value);
}

/** Some of many, the middle left out: only what is shown is asked for. */
export function some(count: number, shown: number, item: (index: number) => string): string[] {
  if (count <= shown + 2) return Array.from({ length: count }, (_, index) => item(index));
  const first = Array.from({ length: shown }, (_, index) => item(index));
  return [...first, '…', item(count - 1)];
}

export function showSum(count: number, item: (index: number) => string): string {
  return count === 0 ? '0' : some(count, firstTerms, item).join(' + ');
}

export function showList(values: ArrayLike<number>): string {
  return `[${some(values.length, firstTerms + 3, (index) => show(values[index] as number)).join(', ')}]`;
}

/** Aligned columns; of many rows the first ones and the last one. */
export function table(
  header: readonly string[],
  count: number,
  row: (index: number) => readonly string[],
): string[] {
  const skipped = Math.max(0, count - firstRows - 1);
  const isLong = skipped > 1;
  const head = Array.from({ length: isLong ? firstRows : count }, (_, index) => row(index));
  const rows = [header, ...head, ...(isLong ? [row(count - 1)] : [])];
  const widths = header.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padStart(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  if (isLong) lines.splice(firstRows + 1, 0, `… ${skipped} more rows …`);
  return lines;
}

/** "name = (a + b + … + z) / n = value". */
export function showMean(
  name: string,
  count: number,
  item: (index: number) => string,
  value: number,
): string {
  return `${name} = (${showSum(count, item)}) / ${count} = ${show(value)}`;
}
