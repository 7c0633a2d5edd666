/**
 * A diagram in cells: rows of boxes by group, and between the rows channels in which the arrows run
 * at right angles. Drawn by the terminal and, scaled, by HTML.
 */
import type { Diagram } from '../document.ts';
import { textWidth, wrapRuns } from '../width.ts';
import { groupsOf, ordered, type Row, rowsOf, type Sized } from './order.ts';
import { crossings, route, type Wire } from './route.ts';

export interface Box extends Sized {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly row: number;
}

export interface Band {
  readonly group: string;
  readonly title: string;
  readonly y: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Where the boxes begin: left of it stand the names of the groups. */
  readonly margin: number;
  readonly bands: readonly Band[];
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
}

const widestLabel = 20;
const labelWidths = [widestLabel, 16, 13, 11] as const;
const narrowestBox = 7;
const gap = 3;
export const widestTitle = 12;

/** undefined: it does not fit, or an arrow finds no way. */
export function layoutDiagram(diagram: Diagram, width: number): Layout | undefined {
  const margin = marginOf(diagram);
  const known = new Map<string, Row[]>();
  const found = labelWidths.flatMap((labelWidth): Layout[] => {
    const rows = arranged(diagram, { labelWidth, room: width - margin, known });
    const placed = place(rows, { margin, width });
    const routed = placed && route(placed, diagram.edges, { left: margin, right: width - 1 });
    return routed ? [{ ...stack(rows, placed, routed), width, margin }] : [];
  });
  return found.sort((a, b) => hardness(a) - hardness(b))[0];
}

/** How hard it is to read: arrows that cross weigh more than lines. */
function hardness({ wires, height }: Layout): number {
  return crossings(wires) + height / 2;
}

function marginOf(diagram: Diagram): number {
  const titles = groupsOf(diagram).map(([title]) => textWidth(title));
  const longest = Math.max(...titles);
  return longest === 0 ? 0 : Math.min(widestTitle, longest) + 1;
}

/** `known` keeps orders: the same boxes in the same rows are ordered alike, however wide. */
function arranged(
  diagram: Diagram,
  {
    labelWidth,
    room,
    known,
  }: { readonly labelWidth: number; readonly room: number; readonly known: Map<string, Row[]> },
): Row[] {
  const groups = groupsOf(diagram).map(
    ([group, nodes]) =>
      [group, nodes.map(({ id, label }) => sized(id, label, labelWidth))] as const,
  );
  const rows = rowsOf(groups, room, gap);
  const key = rows.map(({ boxes }) => boxes.length).join(' ');
  const order = known.get(key) ?? ordered(rows, diagram.edges);
  known.set(key, order);
  const sizes = new Map(rows.flatMap(({ boxes }) => boxes.map((box) => [box.id, box])));
  return order.map((row) => ({ ...row, boxes: row.boxes.map((box) => sizes.get(box.id) ?? box) }));
}

function sized(id: string, label: string, labelWidth: number): Sized {
  const longestWord = Math.max(...label.split(' ').map(textWidth));
  const lines = wrapRuns(
    [{ text: label }],
    Math.min(widestLabel, Math.max(labelWidth, longestWord)),
  );
  return { id, lines, width: Math.max(narrowestBox, Math.max(...lines.map(textWidth)) + 4) };
}

/** Boxes of a row stand the same distance apart; their height is not known before the arrows are. */
function place(
  rows: readonly Row[],
  { margin, width }: { readonly margin: number; readonly width: number },
): Box[] | undefined {
  const boxes: Box[] = [];
  for (const [row, { boxes: sizes }] of rows.entries()) {
    const spare = width - margin - sizes.reduce((sum, each) => sum + each.width, 0);
    if (spare < (sizes.length + 1) * 1) return undefined;
    const height = Math.max(...sizes.map(({ lines }) => lines.length)) + 2;
    let taken = 0;
    for (const [index, each] of sizes.entries()) {
      const x = margin + taken + Math.floor((spare * (index + 1)) / (sizes.length + 1));
      boxes.push({ ...each, x, y: 0, height, row });
      taken += each.width;
    }
  }
  return boxes;
}

/** From rows and channels to lines: each channel is as high as its arrows need. */
function stack(
  rows: readonly Row[],
  placed: readonly Box[],
  { heights, wires }: { readonly heights: readonly number[]; readonly wires: WireMaker },
): Omit<Layout, 'width' | 'margin'> {
  const tops: number[] = [];
  const bands: Band[] = [];
  let y = 0;
  for (const [row, { group, title }] of rows.entries()) {
    const height = placed.find((box) => box.row === row)?.height ?? 0;
    tops.push(y + height);
    bands.push({ group, title, y, height });
    y += height + (heights[row] ?? 0);
  }
  const boxes = placed.map((box) => ({ ...box, y: bands[box.row]?.y ?? 0 }));
  return { height: y, bands, boxes, wires: wires(tops) };
}

/** Arrows once it is known in which line each channel begins. */
type WireMaker = (tops: readonly number[]) => Wire[];
