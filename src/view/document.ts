/**
 * What is read, as a tree: mdast (the Markdown syntax tree) with nodes of our own for rows of label
 * and value, bars, diagrams, callouts and formulas. Every renderer starts from this.
 */
import type {
  BlockContent,
  Code,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
  TableRow,
} from 'mdast';

/** Rows of label and value; in Markdown a list with strong labels. */
export interface Fields {
  type: 'fields';
  rows: { label: string; value: PhrasingContent[] }[];
}

/** A size and how it is said: 430 and "7:10". */
export interface Amount {
  readonly value: number;
  readonly text: string;
}

export interface BarRow {
  readonly label: string;
  /** One for each series. */
  readonly values: readonly Amount[];
  /** What the values are held against: a budget, a goal. Without a text it is drawn, not said. */
  readonly mark?: Amount | undefined;
  /** What there is to say of the row: "0:46 over". */
  readonly note?: string | undefined;
}

/** Amounts to compare by eye; every renderer gives the amounts in words as well. */
export interface Bars {
  type: 'bars';
  /** What is compared, as a sentence or a title. */
  title: string;
  /** Names of the values of a row, at least one. */
  series: readonly string[];
  /** What the mark is called, when rows have one: "Planned". */
  markName?: string | undefined;
  /** What a whole bar stands for; the greatest of the amounts when left out. */
  most?: number | undefined;
  rows: readonly BarRow[];
}

export interface DiagramNode {
  readonly id: string;
  readonly label: string;
  readonly group?: string | undefined;
}

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
}

/** Boxes in groups, joined by arrows. */
export interface Diagram {
  type: 'diagram';
  title: string;
  nodes: readonly DiagramNode[];
  edges: readonly DiagramEdge[];
}

/** A passage that stands out. */
export interface Callout {
  type: 'callout';
  tone: CalloutTone;
  /** What it is: "The interviewer says". */
  title: string;
  children: BlockContent[];
}

export type CalloutTone = 'note' | 'tip' | 'important' | 'warning';

/** A formula in plain characters and in TeX. */
export interface Formula {
  type: 'formula';
  value: string;
  tex: string;
}

declare module 'mdast' {
  interface RootContentMap {
    fields: Fields;
    bars: Bars;
    diagram: Diagram;
    callout: Callout;
    formula: Formula;
  }
  interface PhrasingContentMap {
    formula: Formula;
  }
  interface HeadingData {
    /** The entry that begins here. */
    entry?: string;
  }
  interface InlineCodeData {
    /** The entry that this command shows. */
    entry?: string;
  }
}

export type Block = BlockContent | Fields | Bars | Diagram | Callout;
export type Inline = string | PhrasingContent;
export type Document = Root;

export function document(...blocks: (Block | readonly Block[] | undefined)[]): Document {
  return { type: 'root', children: blocks.flatMap((block) => block ?? []) };
}

export function heading(depth: Heading['depth'], ...content: Inline[]): Heading {
  return { type: 'heading', depth, children: inline(content) };
}

export function paragraph(...content: Inline[]): Paragraph {
  return { type: 'paragraph', children: inline(content) };
}

export function strong(text: string): PhrasingContent {
  return { type: 'strong', children: [{ type: 'text', value: text }] };
}

export function emphasis(text: string): PhrasingContent {
  return { type: 'emphasis', children: [{ type: 'text', value: text }] };
}

export function code(text: string): PhrasingContent {
  return { type: 'inlineCode', value: text };
}

export function formula({ text, tex }: { readonly text: string; readonly tex: string }): Formula {
  return { type: 'formula', value: text, tex };
}

export function bars(title: string, content: Omit<Bars, 'type' | 'title'>): Bars | undefined {
  return content.rows.length > 0 ? { type: 'bars', title, ...content } : undefined;
}

export function diagram(title: string, content: Omit<Diagram, 'type' | 'title'>): Diagram {
  return { type: 'diagram', title, ...content };
}

export function callout(tone: CalloutTone, title: string, ...children: BlockContent[]): Callout {
  return { type: 'callout', tone, title, children };
}

const address = /https?:\/\/[\w\-./?%&=#~:+@]*[\w/]/g;

/** Text in which addresses can be followed. */
export function linked(text: string): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    found.push({ type: 'text', value: text.slice(end, index) });
    found.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    end = index + url.length;
  }
  return [...found, { type: 'text', value: text.slice(end) }];
}

/** A command to type that shows an entry; on a page that holds the entry, a way to it. */
export function entryCommand(command: string, entry: string): PhrasingContent {
  return { type: 'inlineCode', value: command, data: { entry } };
}

/** Lines that are already laid out: tables of ranks, terms summed. */
export function codeBlock(lines: readonly string[]): Code {
  return { type: 'code', value: lines.join('\n') };
}

/** A list; an item is one line of inline content, or a line with a list under it. */
export type Item =
  | Inline
  | readonly Inline[]
  | { readonly line: readonly Inline[]; readonly under: List };

export function list(items: readonly Item[], isOrdered = false): List {
  return {
    type: 'list',
    ordered: isOrdered,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: itemBlocks(item),
    })),
  };
}

function itemBlocks(item: Item): BlockContent[] {
  if (typeof item === 'object' && 'line' in item) return [paragraph(...item.line), item.under];
  return [paragraph(...(Array.isArray(item) ? (item as Inline[]) : [item as Inline]))];
}

/** What stands in a cell of a table. */
export type Cell = Inline | readonly Inline[];

export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return { type: 'table', children: [tableRow(header), ...rows.map(tableRow)] };
}

function tableRow(cells: readonly Cell[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      children: inline(Array.isArray(cell) ? (cell as Inline[]) : [cell as Inline]),
    })),
  };
}

/** Rows whose value is empty are left out; no rows, no node. */
export function fields(
  rows: readonly (readonly [label: string, value: Inline | readonly Inline[] | undefined])[],
): Fields | undefined {
  const kept = rows.flatMap(([label, value]) => {
    const content = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return content.length > 0 && content[0] !== '' ? [{ label, value: inline(content) }] : [];
  });
  return kept.length > 0 ? { type: 'fields', rows: kept } : undefined;
}

/** A heading with what stands under it; nothing at all when there is nothing to say. */
export function section(
  depth: Heading['depth'],
  title: string,
  body: Block | readonly Block[] | undefined,
): Block[] {
  const blocks =
    body === undefined ? [] : Array.isArray(body) ? (body as Block[]) : [body as Block];
  return blocks.length > 0 ? [heading(depth, title), ...blocks] : [];
}

/** A list of lines under a heading, left out when there are none. */
export function listSection(
  depth: Heading['depth'],
  title: string,
  items: readonly Item[],
  isOrdered = false,
): Block[] {
  return section(depth, title, items.length > 0 ? list(items, isOrdered) : undefined);
}

function inline(content: readonly Inline[]): PhrasingContent[] {
  return content.map((each) => (typeof each === 'string' ? { type: 'text', value: each } : each));
}
