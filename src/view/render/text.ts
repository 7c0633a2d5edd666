/** Blocks → lines that fit: what a look-up shows. Other kinds of block are added in terminal.ts. */
import type { Heading, List, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Document, Fields } from '../document.ts';
import type { Paint } from '../paint.ts';
import { padEnd, type Run, textWidth, wrapRuns } from '../width.ts';

export interface TerminalStyle {
  readonly width: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
  /** Nothing that is understood by its looks alone: lines instead of drawings. */
  readonly isPlain?: boolean | undefined;
  /** Does the terminal open links (OSC 8)? */
  readonly hasLinks?: boolean | undefined;
  /** Spells out what a terminal of ASCII cannot show; done before lines are measured. */
  readonly spell?: ((text: string) => string) | undefined;
}

type BlocksWriter = (nodes: readonly Nodes[], style: TerminalStyle) => string[];

/** One kind of block → lines; `blocks` writes what stands inside it. */
export type Writer<Type extends Nodes['type']> = (
  node: Extract<Nodes, { type: Type }>,
  style: TerminalStyle,
  blocks: BlocksWriter,
) => string[];

export type Writers<Type extends Nodes['type']> = { readonly [T in Type]: Writer<T> };

export type TextBlock = 'heading' | 'paragraph' | 'list' | 'fields';

export const textWriters: Writers<TextBlock> = {
  heading: headingLines,
  paragraph: paragraphLines,
  list: listLines,
  fields: fieldLines,
};

/** A document of text alone; ends with a line feed. */
export function renderText(document: Document, style: TerminalStyle): string {
  return renderWith(textWriters, document, style);
}

export function renderWith(
  writers: Partial<Writers<Nodes['type']>>,
  document: Document,
  style: TerminalStyle,
): string {
  const blocks: BlocksWriter = (nodes, inner) => spaced(nodes, (node) => lines(node, inner));
  const lines = (node: Nodes, inner: TerminalStyle): string[] => {
    const write = writers[node.type] as Writer<Nodes['type']> | undefined;
    if (!write) throw new Error(`no terminal rendering for ${node.type}`);
    return write(node, inner, blocks);
  };
  return `${blocks(document.children, style).join('\n')}\n`;
}

/** Blocks with a blank line between them, except between a heading and what it heads. */
function spaced(nodes: readonly Nodes[], linesOf: (node: Nodes) => string[]): string[] {
  const lines: string[] = [];
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    const isHeaded = before?.type === 'heading' && before.depth > 1;
    if (index > 0 && !(isHeaded && node.type !== 'heading')) lines.push('');
    lines.push(...linesOf(node));
  });
  return lines;
}

function headingLines({ depth, children }: Heading, style: TerminalStyle): string[] {
  const { paint, width } = style;
  const base = depth === 1 ? paint.title : depth === 2 ? paint.heading : paint.strong;
  return wrapRuns(runs(children, style, base), width);
}

function paragraphLines({ children }: Paragraph, style: TerminalStyle): string[] {
  return wrapRuns(runs(children, style), style.width);
}

export function runs(
  nodes: readonly PhrasingContent[],
  style: TerminalStyle,
  base?: (text: string) => string,
): Run[] {
  const { paint, spell = asItIs } = style;
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: spell(node.value), paint: base }];
      case 'strong':
        return runs(node.children, style, paint.strong);
      case 'emphasis':
        return runs(node.children, style, paint.dim);
      case 'inlineCode':
      case 'formula':
        return [{ text: spell(node.value), paint: paint.code }];
      case 'link':
        return runs(node.children, style, style.hasLinks ? opening(node.url) : base);
      case 'break':
        return [{ text: ' ' }];
      default:
        throw new Error(`no terminal rendering for ${node.type}`);
    }
  });
}

function asItIs(text: string): string {
  return text;
}

/** Text that opens an address when clicked, each of its lines on its own. */
function opening(url: string): (text: string) => string {
  return (text) => `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function listLines(list: List, style: TerminalStyle, blocks: BlocksWriter): string[] {
  const digits = String(list.children.length).length;
  return list.children.flatMap((item, index) => {
    const bullet = style.isUnicode ? '•' : '-';
    const marker = list.ordered ? `${String(index + 1).padStart(digits)}.` : bullet;
    const indent = marker.length + 3;
    const inner = item.children.flatMap((child) =>
      blocks([child], { ...style, width: style.width - indent }),
    );
    return inner.map((line, row) =>
      row === 0 ? `  ${style.paint.dim(marker)} ${line}` : `${' '.repeat(indent)}${line}`,
    );
  });
}

const widestLabel = 16;

/** Labels in one column, values in the next; a label too long for its column has lines of its own. */
function fieldLines({ rows }: Fields, style: TerminalStyle): string[] {
  const { paint, width, spell = asItIs } = style;
  const labels = rows.map(({ label }) => spell(label));
  const column = Math.min(Math.max(...labels.map(textWidth)), widestLabel) + 2;
  return rows.flatMap(({ value }, index) => {
    const label = labels[index] ?? '';
    const lines = wrapRuns(runs(value, style), width - column);
    const indented = lines.map((line) => `${' '.repeat(column)}${line}`);
    if (textWidth(label) > widestLabel) {
      return [...wrapRuns([{ text: label, paint: paint.term }], width), ...indented];
    }
    return [`${paint.term(padEnd(label, column))}${lines[0] ?? ''}`, ...indented.slice(1)];
  });
}
