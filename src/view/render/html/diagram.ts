/** A diagram as a picture: the same layout as in the terminal, drawn with lines. */
import type { Element } from 'hast';
import { type Box, type Layout, layoutDiagram, widestTitle } from '../../diagram/layout.ts';
import type { Segment, Wire } from '../../diagram/route.ts';
import type { Diagram } from '../../document.ts';
import { wrapRuns } from '../../width.ts';
import { element, picture } from './element.ts';

const columns = 92;
const cell = { width: 8, height: 19 } as const;
const colors = 6;

export function diagramFigure(diagram: Diagram, id: string): Element {
  const layout = layoutDiagram(diagram, columns);
  const labels = new Map(diagram.nodes.map((node) => [node.id, node.label]));
  const flows = diagram.edges.map(({ from, to, label }) => ({
    ends: `${labels.get(from) ?? from} → ${labels.get(to) ?? to}`,
    label,
  }));
  const description = flows
    .map(({ ends, label }) => `${ends}${label ? ` (${label})` : ''}`)
    .join('; ');
  return element(
    'figure',
    { className: ['diagram'] },
    layout &&
      element(
        'div',
        { className: ['wide'], tabIndex: 0, role: 'group', ariaLabel: diagram.title },
        drawing(layout, id, { title: diagram.title, description }),
      ),
    element(
      'figcaption',
      {},
      element(
        'ul',
        {},
        flows
          .filter(({ label }) => !layout || label)
          .map(({ ends, label }) =>
            element('li', {}, element('strong', {}, ends), label ? `: ${label}` : ''),
          ),
      ),
    ),
  );
}

function drawing(
  layout: Layout,
  id: string,
  words: { readonly title: string; readonly description: string },
): Element {
  const width = layout.width * cell.width;
  const height = (layout.height + 1) * cell.height;
  return picture(
    id,
    words,
    { viewBox: `0 ${-cell.height / 2} ${width} ${height}` },
    groupBands(layout, width),
    ...layout.wires.flatMap(wireElements),
    ...layout.boxes.flatMap(boxElements),
    ...layout.wires.flatMap(headElements),
  );
}

/** One band behind all rows of a group, with its name. */
function groupBands({ bands }: Layout, width: number): Element[] {
  const groups = [...new Set(bands.map(({ group }) => group))].filter((group) => group !== '');
  return groups.flatMap((group) => {
    const rows = bands.filter((band) => band.group === group);
    const top = Math.min(...rows.map(({ y }) => y)) - 0.4;
    const bottom = Math.max(...rows.map(({ y, height }) => y + height)) - 0.1;
    const y = Math.round(top * cell.height);
    const height = Math.round((bottom - top) * cell.height);
    const lines = wrapRuns([{ text: group }], widestTitle);
    return [
      element('rect', { x: 0, y, width, height, rx: 6, className: ['band'] }),
      element('text', { className: ['group'] }, textLines(lines, { x: 8, y: y + height / 2 })),
    ];
  });
}

function center(x: number): number {
  return (x + 0.5) * cell.width;
}

function middle(y: number): number {
  return (y + 0.5) * cell.height;
}

/** A wire lies on a wider stroke of the background, so that crossings are seen as such. */
function wireElements({ segments }: Wire, index: number): Element[] {
  const d = segments
    .filter(({ x1, y1, x2, y2 }) => x1 !== x2 || y1 !== y2)
    .map(pathOf)
    .join('');
  return [
    element('path', { d, className: ['halo'] }),
    element('path', { d, className: ['wire', `w${index % colors}`] }),
  ];
}

function pathOf({ x1, y1, x2, y2 }: Segment): string {
  return `M${center(x1)} ${middle(y1)}L${center(x2)} ${middle(y2)}`;
}

function boxElements({ x, y, width, height, lines }: Box): Element[] {
  const left = center(x);
  const top = middle(y);
  const boxWidth = (width - 1) * cell.width;
  const boxHeight = (height - 1) * cell.height;
  const at = { x: left + boxWidth / 2, y: top + boxHeight / 2 };
  return [
    element('rect', {
      x: left,
      y: top,
      width: boxWidth,
      height: boxHeight,
      rx: 4,
      className: ['box'],
    }),
    element('text', { textAnchor: 'middle', className: ['node'] }, textLines(lines, at)),
  ];
}

const lineHeight = 16;

/** Lines below each other, the middle of them at a height. */
function textLines(
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
): Element[] {
  const first = y - ((lines.length - 1) * lineHeight) / 2 + 4.5;
  return lines.map((line, index) => element('tspan', { x, y: first + index * lineHeight }, line));
}

function headElements({ heads }: Wire, index: number): Element[] {
  return heads.map(({ x, y, direction }) => {
    const [tipX, tipY] = [center(x), middle(y)];
    const back = direction === 'down' ? -8 : 8;
    return element('path', {
      d: `M${tipX} ${tipY}l-4.5 ${back}h9z`,
      className: ['head', `h${index % colors}`],
    });
  });
}
