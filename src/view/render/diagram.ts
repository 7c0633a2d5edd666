/** A diagram in characters: boxes in rows by group, arrows at right angles, what flows below. */
import { type Box, type Layout, layoutDiagram, widestTitle } from '../diagram/layout.ts';
import type { Segment, Wire } from '../diagram/route.ts';
import type { Diagram } from '../document.ts';
import { textWidth, wrapRuns } from '../width.ts';
import type { TerminalStyle } from './text.ts';

const narrowest = 60;
const widest = 110;

/** Drawn when it fits; else, and in the plain rendering, every arrow is a line of words. */
export function diagramLines(node: Diagram, style: TerminalStyle): string[] {
  const diagram = style.spell ? spelled(node, style.spell) : node;
  const isDrawn = !style.isPlain && style.width >= narrowest;
  const layout = isDrawn ? layoutDiagram(diagram, Math.min(widest, style.width)) : undefined;
  if (!layout) return edgeLines(diagram, style, diagram.edges);
  const labeled = diagram.edges.filter(({ label }) => label);
  return [
    ...new Canvas(layout, style).lines(),
    ...(labeled.length > 0 ? ['', ...edgeLines(diagram, style, labeled)] : []),
  ];
}

function spelled(diagram: Diagram, spell: (text: string) => string): Diagram {
  const { nodes, edges } = diagram;
  return {
    ...diagram,
    nodes: nodes.map((each) => ({
      ...each,
      label: spell(each.label),
      group: each.group && spell(each.group),
    })),
    edges: edges.map((each) => ({ ...each, label: each.label && spell(each.label) })),
  };
}

/** The arrows under the box they start from: "Creators → Item store: new items". */
function edgeLines(
  { nodes }: Diagram,
  { width, paint, isUnicode, isPlain }: TerminalStyle,
  edges: Diagram['edges'],
): string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const arrow = isPlain ? 'to' : isUnicode ? '→' : '->';
  return edges.flatMap(({ from, to, label }) => {
    const runs = [
      { text: labels.get(from) ?? from, paint: paint.strong },
      { text: ` ${arrow} ` },
      { text: labels.get(to) ?? to, paint: paint.strong },
      { text: label ? `: ${label}` : '' },
    ];
    return wrapRuns(runs, width - 4).map((line, row) => `${row === 0 ? '  ' : '    '}${line}`);
  });
}

const north = 1;
const east = 2;
const south = 4;
const west = 8;

const glyphSets = {
  unicode: {
    corners: ['┌', '┐', '└', '┘'],
    across: '─',
    along: '│',
    start: { down: '┬', up: '┴' },
    head: { down: '▼', up: '▲' },
  },
  ascii: {
    corners: ['+', '+', '+', '+'],
    across: '-',
    along: '|',
    start: { down: '+', up: '+' },
    head: { down: 'v', up: '^' },
  },
} as const;

const shapes: Readonly<Record<number, string>> = {
  [north]: '│',
  [south]: '│',
  [east]: '─',
  [west]: '─',
  [north | south]: '│',
  [east | west]: '─',
  [north | east]: '╰',
  [north | west]: '╯',
  [south | east]: '╭',
  [south | west]: '╮',
  [north | south | east]: '├',
  [north | south | west]: '┤',
  [east | west | south]: '┬',
  [east | west | north]: '┴',
  [north | east | south | west]: '┼',
};

/** Cells with one character each; a label's cells hold words. */
class Canvas {
  readonly #cells: string[][];
  readonly #masks = new Map<string, Map<Wire, number>>();
  readonly #style: TerminalStyle;
  readonly #glyphs;
  readonly #layout: Layout;

  constructor(layout: Layout, style: TerminalStyle) {
    this.#layout = layout;
    this.#style = style;
    this.#glyphs = glyphSets[style.isUnicode ? 'unicode' : 'ascii'];
    this.#cells = Array.from({ length: layout.height }, () =>
      Array.from({ length: layout.width }, () => ' '),
    );
    for (const wire of layout.wires) for (const each of wire.segments) this.#mark(wire, each);
    this.#drawWires();
    for (const box of layout.boxes) this.#drawBox(box);
    for (const wire of layout.wires) this.#drawEnds(wire);
  }

  lines(): string[] {
    const { bands } = this.#layout;
    const titles = new Map(
      bands.flatMap(({ title, y, height }) => {
        const lines = wrapRuns([{ text: title }], widestTitle).slice(0, height);
        const top = y + Math.floor((height - lines.length) / 2);
        return lines.map((line, index) => [top + index, line] as const);
      }),
    );
    return this.#cells.map((cells, y) => this.#line(cells, titles.get(y) ?? ''));
  }

  #line(cells: readonly string[], title: string): string {
    const { margin } = this.#layout;
    const { paint } = this.#style;
    const body = cells.slice(margin).join('').trimEnd();
    if (title === '') return body === '' ? '' : `${' '.repeat(margin)}${body}`;
    return `${paint.heading(title)}${' '.repeat(Math.max(0, margin - textWidth(title)))}${body}`.trimEnd();
  }

  #put(x: number, y: number, glyph: string): void {
    const row = this.#cells[y];
    if (row && x >= 0 && x < row.length) row[x] = glyph;
  }

  #mark(wire: Wire, { x1, y1, x2, y2 }: Segment): void {
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
    for (let x = left; x < right; x++) {
      this.#add(wire, x, y1, east);
      this.#add(wire, x + 1, y1, west);
    }
    for (let y = top; y < bottom; y++) {
      this.#add(wire, x1, y, south);
      this.#add(wire, x1, y + 1, north);
    }
  }

  #add(wire: Wire, x: number, y: number, side: number): void {
    const key = `${x} ${y}`;
    const masks = this.#masks.get(key) ?? new Map<Wire, number>();
    masks.set(wire, (masks.get(wire) ?? 0) | side);
    this.#masks.set(key, masks);
  }

  /** Where two nets cross, the one that goes up and down is whole. */
  #drawWires(): void {
    for (const [key, masks] of this.#masks) {
      const [x = 0, y = 0] = key.split(' ').map(Number);
      const sides = [...masks.values()];
      const mask = sides.length > 1 ? north | south : (sides[0] ?? 0);
      this.#put(x, y, this.#shape(mask));
    }
  }

  #shape(mask: number): string {
    if (this.#style.isUnicode) return shapes[mask] ?? ' ';
    if ((mask & (east | west)) === 0) return '|';
    return (mask & (north | south)) === 0 ? '-' : '+';
  }

  #drawBox({ x, y, width, height, lines }: Box): void {
    const { across, along, corners } = this.#glyphs;
    const [topLeft, topRight, bottomLeft, bottomRight] = corners;
    for (let column = x + 1; column < x + width - 1; column++) {
      this.#put(column, y, across);
      this.#put(column, y + height - 1, across);
    }
    for (let row = y + 1; row < y + height - 1; row++)
      this.#drawInside({ x, width, along }, row, '');
    const top = y + 1 + Math.floor((height - 2 - lines.length) / 2);
    lines.forEach((line, index) => {
      this.#drawInside({ x, width, along }, top + index, line);
    });
    this.#put(x, y, topLeft);
    this.#put(x + width - 1, y, topRight);
    this.#put(x, y + height - 1, bottomLeft);
    this.#put(x + width - 1, y + height - 1, bottomRight);
  }

  /** The words stand in one cell, and the cells that they cover are empty. */
  #drawInside(
    { x, width, along }: { readonly x: number; readonly width: number; readonly along: string },
    y: number,
    text: string,
  ): void {
    const room = width - 2;
    const before = Math.floor((room - textWidth(text)) / 2);
    const padded = `${' '.repeat(before)}${text}${' '.repeat(room - before - textWidth(text))}`;
    this.#put(x, y, along);
    this.#put(x + 1, y, padded);
    for (let column = x + 2; column < x + width - 1; column++) this.#put(column, y, '');
    this.#put(x + width - 1, y, along);
  }

  #drawEnds({ start, heads }: Wire): void {
    this.#put(start.x, start.y, this.#glyphs.start[start.direction]);
    for (const { x, y, direction } of heads) this.#put(x, y, this.#glyphs.head[direction]);
  }
}
