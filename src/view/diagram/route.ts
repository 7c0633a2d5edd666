/**
 * Ways for arrows. All arrows that leave a box on one side share one line, a net, which branches.
 * Channel k lies below row k. In a channel every column belongs to one net, so that lines cross
 * but never run over each other.
 */
import type { DiagramEdge } from '../document.ts';
import type { Box } from './layout.ts';

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Wire {
  readonly from: string;
  readonly segments: readonly Segment[];
  readonly start: { readonly x: number; readonly y: number; readonly direction: Direction };
  readonly heads: readonly {
    readonly x: number;
    readonly y: number;
    readonly direction: Direction;
  }[];
}

export type Direction = 'down' | 'up';

interface Net {
  readonly key: string;
  readonly source: Box;
  readonly direction: Direction;
  readonly targets: readonly Box[];
}

/** What a net does in one channel: it comes in at one column and goes on at others. */
interface Passage {
  readonly net: Net;
  readonly channel: number;
  readonly entry: number;
  readonly heads: readonly { readonly x: number; readonly direction: Direction }[];
  /** Where it goes through the next row, when it goes further. */
  readonly through: number | undefined;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
}

export interface Routed {
  /** Lines of each channel. */
  readonly heights: readonly number[];
  /** The arrows, once it is known in which line each channel begins. */
  wires(tops: readonly number[]): Wire[];
}

export function route(
  boxes: readonly Box[],
  edges: readonly DiagramEdge[],
  bounds: Bounds,
): Routed | undefined {
  const nets = netsOf(boxes, edges);
  const columns = new Columns(boxes, bounds);
  const starts = nets.map((net) => columns.startOf(net));
  const passages = nets.map((net, index) => passagesOf(net, starts[index], columns));
  if (passages.some((each) => each === undefined)) return undefined;
  const known = passages as Passage[][];
  const rowCount = Math.max(...boxes.map(({ row }) => row)) + 1;
  const channels = Array.from({ length: rowCount }, (_, channel) =>
    tracksOf(known.flat().filter((each) => each.channel === channel)),
  );
  return {
    heights: channels.map(({ height }, row) => (row < rowCount - 1 ? Math.max(1, height) : height)),
    wires: (tops) => known.map((each) => wireOf(each, channels, tops)),
  };
}

function netsOf(boxes: readonly Box[], edges: readonly DiagramEdge[]): Net[] {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const nets = new Map<string, Net & { targets: Box[] }>();
  for (const { from, to } of edges) {
    const [source, target] = [byId.get(from), byId.get(to)];
    if (!source || !target || source === target) continue;
    const direction = target.row < source.row ? 'up' : 'down';
    const key = `${from} ${direction}`;
    const net = nets.get(key) ?? { key, source, direction, targets: [] };
    if (!net.targets.includes(target)) net.targets.push(target);
    nets.set(key, net);
  }
  return [...nets.values()];
}

function center({ x, width }: Box): number {
  return x + Math.floor(width / 2);
}

function mean(boxes: readonly Box[]): number {
  return Math.round(boxes.reduce((sum, box) => sum + center(box), 0) / boxes.length);
}

/** Which net holds which column of which channel. */
class Columns {
  readonly #boxes: readonly Box[];
  readonly #bounds: Bounds;
  /** For each channel, by column. */
  readonly #held = new Map<number, Map<number, string>>();

  constructor(boxes: readonly Box[], bounds: Bounds) {
    this.#boxes = boxes;
    this.#bounds = bounds;
  }

  /** The column at which a net leaves its box. */
  startOf(net: Net): number | undefined {
    const channel = net.direction === 'down' ? net.source.row : net.source.row - 1;
    return this.port(net, net.source, channel, mean(net.targets));
  }

  /** The column of a box's side nearest to where the net is. */
  port(net: Net, box: Box, channel: number, near: number): number | undefined {
    return this.#take(net, [channel], { near, from: box.x + 1, to: box.x + box.width - 2 });
  }

  /** A column at which the net goes between or beside the boxes of a row. */
  through(net: Net, row: number, near: number): number | undefined {
    const inRow = this.#boxes.filter((box) => box.row === row);
    const wish = { near, from: this.#bounds.left, to: this.#bounds.right };
    const isOutside = (x: number, clearance: number) =>
      inRow.every((box) => x < box.x - clearance || x >= box.x + box.width + clearance);
    const channels = [row - 1, row];
    return (
      this.#take(net, channels, { ...wish, isAllowed: (x) => isOutside(x, 1) }) ??
      this.#take(net, channels, { ...wish, isAllowed: (x) => isOutside(x, 0) })
    );
  }

  /** The free column that comes nearest, rather one with free columns at both sides. */
  #take({ key }: Net, channels: readonly number[], wish: Wish): number | undefined {
    const held = channels.map((channel) => this.#heldIn(channel));
    const isFree = (x: number) => held.every((column) => (column.get(x) ?? key) === key);
    const isApart = (x: number) => isFree(x - 1) && isFree(x + 1);
    let found: number | undefined;
    for (const x of outward(wish)) {
      if (!isFree(x) || wish.isAllowed?.(x) === false) continue;
      found ??= x;
      if (!isApart(x)) continue;
      found = x;
      break;
    }
    if (found !== undefined) for (const column of held) column.set(found, key);
    return found;
  }

  #heldIn(channel: number): Map<number, string> {
    const held = this.#held.get(channel) ?? new Map<number, string>();
    this.#held.set(channel, held);
    return held;
  }
}

interface Wish {
  readonly near: number;
  readonly from: number;
  readonly to: number;
  readonly isAllowed?: (x: number) => boolean;
}

/** The nearest first, the left of two that are as near. */
function* outward({ near, from, to }: Wish): Generator<number> {
  const reach = Math.max(Math.abs(near - from), Math.abs(to - near));
  for (let distance = 0; distance <= reach; distance++) {
    if (near - distance >= from && near - distance <= to) yield near - distance;
    if (distance > 0 && near + distance >= from && near + distance <= to) yield near + distance;
  }
}

/** From channel to channel until the last target is reached; undefined when there is no way. */
function passagesOf(net: Net, start: number | undefined, columns: Columns): Passage[] | undefined {
  const found: Passage[] = [];
  const step = net.direction === 'down' ? 1 : -1;
  let channel = net.direction === 'down' ? net.source.row : net.source.row - 1;
  let entry = start;
  let left = [...net.targets];
  while (entry !== undefined) {
    const here: number = channel;
    const from: number = entry;
    const nextRow = net.direction === 'down' ? here + 1 : here;
    const isHere = (box: Box) =>
      box.row === nextRow || (net.direction === 'down' && box.row === here);
    const beyond = left.filter((box) => !isHere(box));
    const through = beyond.length > 0 ? columns.through(net, nextRow, mean(beyond)) : undefined;
    if (beyond.length > 0 && through === undefined) return undefined;
    const heads = left.filter(isHere).map((box) => {
      const direction: Direction = box.row === here ? 'up' : 'down';
      return { x: columns.port(net, box, here, from), direction };
    });
    if (heads.some(({ x }) => x === undefined)) return undefined;
    found.push({ net, channel: here, entry: from, heads: heads as Passage['heads'], through });
    left = beyond;
    if (through === undefined) return found;
    entry = through;
    channel += step;
  }
  return undefined;
}

interface Channel {
  readonly height: number;
  /** The line of the channel in which a net runs sideways. */
  readonly tracks: ReadonlyMap<Net, number>;
}

/** Nets that do not meet share a line. */
function tracksOf(passages: readonly Passage[]): Channel {
  const spans = passages
    .map((each) => ({ net: each.net, ...spanOf(each) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const ends: number[] = [];
  const tracks = new Map<Net, number>();
  for (const { net, from, to } of spans) {
    if (from === to) continue;
    const free = ends.findIndex((end) => end < from - 1);
    const track = free < 0 ? ends.length : free;
    ends[track] = to;
    tracks.set(net, track);
  }
  return { height: ends.length, tracks };
}

function spanOf({ entry, heads, through }: Passage): { from: number; to: number } {
  const columns = [entry, ...heads.map(({ x }) => x), ...(through === undefined ? [] : [through])];
  return { from: Math.min(...columns), to: Math.max(...columns) };
}

function wireOf(
  passages: readonly Passage[],
  channels: readonly Channel[],
  tops: readonly number[],
): Wire {
  const [first] = passages;
  if (!first) throw new Error('a net without a passage');
  const { net } = first;
  const isDown = net.direction === 'down';
  const edgeOf = (channel: number, side: Direction) =>
    side === 'down'
      ? (tops[channel] ?? 0) + Math.max(1, channels[channel]?.height ?? 0)
      : (tops[channel] ?? 0) - 1;
  const segments: Segment[] = [];
  const heads: Wire['heads'][number][] = [];
  const startY = edgeOf(first.channel, isDown ? 'up' : 'down');
  let y = startY;
  for (const passage of passages) {
    const { channel, entry, through } = passage;
    const line = (tops[channel] ?? 0) + (channels[channel]?.tracks.get(net) ?? 0);
    const { from, to } = spanOf(passage);
    segments.push({ x1: entry, y1: y, x2: entry, y2: line });
    if (from < to) segments.push({ x1: from, y1: line, x2: to, y2: line });
    for (const { x, direction } of passage.heads) {
      const end = edgeOf(channel, direction);
      segments.push({ x1: x, y1: line, x2: x, y2: end });
      heads.push({ x, y: end, direction });
    }
    y = line;
    if (through === undefined) break;
  }
  return {
    from: net.source.id,
    segments,
    heads,
    start: { x: first.entry, y: startY, direction: net.direction },
  };
}

/** How often one net crosses another. */
export function crossings(wires: readonly Wire[]): number {
  const segments = wires.flatMap((wire) => wire.segments.map((segment) => ({ wire, segment })));
  const across = segments.filter(({ segment: { x1, x2 } }) => x1 !== x2);
  const along = segments.filter(({ segment: { y1, y2 } }) => y1 !== y2);
  return across.reduce(
    (sum, { wire, segment: { x1, x2, y1: y } }) =>
      sum +
      along.filter(
        (other) =>
          other.wire !== wire &&
          isBetween(other.segment.x1, x1, x2) &&
          isBetween(y, other.segment.y1, other.segment.y2),
      ).length,
    0,
  );
}

function isBetween(value: number, a: number, b: number): boolean {
  return value > Math.min(a, b) && value < Math.max(a, b);
}
