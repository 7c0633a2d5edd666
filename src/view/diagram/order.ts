/** Which boxes stand in which row, and in which order. */
import type { Diagram, DiagramEdge, DiagramNode } from '../document.ts';

export interface Sized {
  readonly id: string;
  readonly lines: readonly string[];
  readonly width: number;
}

export interface Row {
  /** Said at the first row of a group only. */
  readonly title: string;
  readonly group: string;
  readonly boxes: readonly Sized[];
}

/** The groups in the order in which they are first named, each with its nodes. */
export function groupsOf({ nodes }: Diagram): [string, DiagramNode[]][] {
  const groups = new Map<string, DiagramNode[]>();
  for (const node of nodes) {
    groups.set(node.group ?? '', [...(groups.get(node.group ?? '') ?? []), node]);
  }
  return [...groups];
}

/** A group is one row, or several of about the same length when its boxes do not stand side by side. */
export function rowsOf(
  groups: readonly (readonly [string, readonly Sized[]])[],
  room: number,
  gap: number,
): Row[] {
  return groups.flatMap(([group, boxes]) => {
    const total = boxes.reduce((sum, { width }) => sum + width + gap, gap);
    const count = Math.min(boxes.length, Math.ceil(total / room));
    const perRow = Math.ceil(boxes.length / count);
    return Array.from({ length: Math.ceil(boxes.length / perRow) }, (_, index) => ({
      group,
      title: index === 0 ? group : '',
      boxes: boxes.slice(index * perRow, (index + 1) * perRow),
    }));
  });
}

const passes = 4;
/** Rows of more boxes keep the order they are given in: trying all orders would take too long. */
const mostTried = 6;

/** Orders the boxes of every row so that arrows are short. */
export function ordered(rows: readonly Row[], edges: readonly DiagramEdge[]): Row[] {
  const places = new Map<string, Place>();
  const current = rows.map(({ boxes }) => [...boxes]);
  for (const [row, boxes] of current.entries()) {
    for (const { id } of boxes) places.set(id, { row, x: 0 });
    put(boxes, places);
  }
  for (let pass = 0; pass < passes; pass++) {
    const changes = current.filter(
      (boxes) => boxes.length > 1 && boxes.length <= mostTried && reorder(boxes, places, edges),
    );
    if (changes.length === 0) break;
  }
  return rows.map((row, index) => ({ ...row, boxes: current[index] ?? row.boxes }));
}

interface Place {
  readonly row: number;
  /** Across the row: 0 at the left, 1 at the right. */
  x: number;
}

type Places = ReadonlyMap<string, Place>;

function put(boxes: readonly Sized[], places: Places): void {
  for (const [index, { id }] of boxes.entries()) {
    const place = places.get(id);
    if (place) place.x = (index + 0.5) / boxes.length;
  }
}

/**
 * Puts a row, in place, into that of all its orders which has the shortest arrows to and from it;
 * false when it stays as it is.
 */
function reorder(boxes: Sized[], places: Places, edges: readonly DiagramEdge[]): boolean {
  const ids = new Set(boxes.map(({ id }) => id));
  const touching = edges.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b && (ids.has(from) || ids.has(to)) ? [[a, b] as const] : [];
  });
  const given = [...boxes];
  let best = given;
  let least = length(touching);
  eachOrder(boxes, 0, () => {
    put(boxes, places);
    const found = length(touching);
    if (found < least - 1e-9) [best, least] = [[...boxes], found];
  });
  boxes.splice(0, boxes.length, ...best);
  put(boxes, places);
  return best !== given;
}

/** An arrow to the left costs more than one to the right: rows are read from the left. */
const leftwardCost = 1.2;

/** The sum of how far apart, sideways, the ends of the arrows are. */
function length(arrows: readonly (readonly [Place, Place])[]): number {
  let sum = 0;
  for (const [from, to] of arrows) {
    const isLeftward = from.row === to.row && to.x < from.x;
    sum += Math.abs(from.x - to.x) * (isLeftward ? leftwardCost : 1);
  }
  return sum;
}

/** Puts the items, in place, into every order there is, and into the given one at the end. */
function eachOrder<T>(items: T[], start: number, visit: () => void): void {
  if (start >= items.length - 1) {
    visit();
    return;
  }
  for (let other = start; other < items.length; other++) {
    swap(items, start, other);
    eachOrder(items, start + 1, visit);
    swap(items, start, other);
  }
}

function swap<T>(items: T[], a: number, b: number): void {
  const [first, second] = [items[a], items[b]];
  if (first === undefined || second === undefined) return;
  items[a] = second;
  items[b] = first;
}
