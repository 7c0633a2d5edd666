/** Bars as a picture: label and amounts in one line, the bar below it. */
import type { Element } from 'hast';
import type { BarRow, Bars } from '../../document.ts';
import { greatest } from '../bars.ts';
import { element, picture } from './element.ts';

const width = 400;
const barHeight = 10;
const textHeight = 20;
const rowGap = 12;
/** Characters of a label and its amounts that stand side by side. */
const charactersOfLine = 52;

export function barFigure(bars: Bars, id: string): Element {
  const most = greatest(bars) || 1;
  const rows = bars.rows.map((row) => ({ row, height: heightOf(row, bars) }));
  const height = rows.reduce((sum, each) => sum + each.height, 0);
  let y = 0;
  const drawn = rows.flatMap(({ row, height: rowHeight }) => {
    const top = y;
    y += rowHeight;
    return rowElements(row, bars, { top, most });
  });
  return element(
    'figure',
    { className: ['bars'] },
    element('figcaption', {}, bars.title),
    picture(
      id,
      {
        title: bars.title,
        description: bars.rows.map((row) => `${row.label}: ${amountsOf(row, bars)}.`).join(' '),
      },
      { viewBox: `0 0 ${width} ${height}`, className: ['chart'] },
      ...drawn,
    ),
  );
}

function heightOf(row: BarRow, bars: Bars): number {
  return linesOf(row, bars) * textHeight + row.values.length * (barHeight + 2) + rowGap;
}

/** The amounts have a line of their own when label and amounts are too long for one. */
function linesOf(row: BarRow, bars: Bars): 1 | 2 {
  return row.label.length + amountsOf(row, bars).length > charactersOfLine ? 2 : 1;
}

function amountsOf({ values, mark, note }: BarRow, { series, markName }: Bars): string {
  const amounts = values.map(({ text }, index) =>
    series.length > 1 ? `${series[index] ?? ''} ${text}`.trim() : text,
  );
  const marked = mark ? [`${markName?.toLowerCase() ?? 'of'} ${mark.text}`] : [];
  return [...amounts, ...marked, ...(note ? [note] : [])].join(', ');
}

function rowElements(
  row: BarRow,
  bars: Bars,
  { top, most }: { readonly top: number; readonly most: number },
): Element[] {
  const at = (value: number) => Math.round(Math.max(0, Math.min(1, value / most)) * (width - 2));
  const lines = linesOf(row, bars);
  const first = top + lines * textHeight;
  const markX = row.mark ? at(row.mark.value) : 0;
  const end = first + row.values.length * (barHeight + 2);
  return [
    element('text', { x: 0, y: top + 14, className: ['label'] }, row.label),
    element('text', { x: width, y: first - 6, textAnchor: 'end' }, amountsOf(row, bars)),
    ...row.values.flatMap(({ value }, index) => {
      const y = first + index * (barHeight + 2);
      const isOver = row.mark !== undefined && value > row.mark.value;
      return [
        element('rect', { x: 0, y, width, height: barHeight, rx: 2, className: ['track'] }),
        element('rect', {
          x: 0,
          y,
          width: at(value),
          height: barHeight,
          rx: 2,
          className: [isOver ? 'over' : index === 0 ? 'bar' : 'second'],
        }),
      ];
    }),
    ...(row.mark
      ? [element('line', { x1: markX, x2: markX, y1: first - 3, y2: end + 1, className: ['mark'] })]
      : []),
  ];
}
