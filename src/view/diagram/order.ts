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
  const current = rows.map((row) => ({ ...row, boxes: [...row.boxes] }));
  for (let pass = 0; pass < passes; pass++) {
    for (const row of current) {
      if (row.boxes.length > mostTried) continue;
      let best = row.boxes;
      let least = cost(current, edges);
      for (const boxes of permutations(row.boxes)) {
        row.boxes = boxes;
        const found = cost(current, edges);
        if (found < least - 1e-9) [best, least] = [boxes, found];
      }
      row.boxes = best;
    }
  }
  return current;
}

/** The sum of how far apart, sideways, the ends of the arrows are; leftward ones cost more. */
function cost(rows: readonly Row[], edges: readonly DiagramEdge[]): number {
  const places = new Map(
    rows.flatMap(({ boxes }, row) =>
      boxes.map(({ id }, index) => [id, { row, x: (index + 0.5) / boxes.length }] as const),
    ),
  );
  return edges.reduce((sum, { from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (!a || !b) return sum;
    const distance = Math.abs(a.x - b.x);
    return sum + (a.row === b.row && b.x < a.x ? distance * 1.2 : distance);
  }, 0);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}
