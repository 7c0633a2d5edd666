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

function headingLines({ depth, children }: Heading, { paint, width }: TerminalStyle): string[] {
  const base = depth === 1 ? paint.title : depth === 2 ? paint.heading : paint.strong;
  return wrapRuns(runs(children, paint, base), width);
}

function paragraphLines({ children }: Paragraph, { paint, width }: TerminalStyle): string[] {
  return wrapRuns(runs(children, paint), width);
}

export function runs(
  nodes: readonly PhrasingContent[],
  paint: Paint,
  base?: (text: string) => string,
): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, paint: base }];
      case 'strong':
        return runs(node.children, paint, paint.strong);
      case 'emphasis':
        return runs(node.children, paint, paint.dim);
      case 'inlineCode':
      case 'formula':
        return [{ text: node.value, paint: paint.code }];
      case 'break':
        return [{ text: ' ' }];
      default:
        throw new Error(`no terminal rendering for ${node.type}`);
    }
  });
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
function fieldLines({ rows }: Fields, { paint, width }: TerminalStyle): string[] {
  const widths = rows.map(({ label }) => textWidth(label));
  const column = Math.min(Math.max(...widths), widestLabel) + 2;
  return rows.flatMap(({ label, value }) => {
    const lines = wrapRuns(runs(value, paint), width - column);
    const indented = lines.map((line) => `${' '.repeat(column)}${line}`);
    if (textWidth(label) > widestLabel) {
      return [...wrapRuns([{ text: label, paint: paint.term }], width), ...indented];
    }
    return [`${paint.term(padEnd(label, column))}${lines[0] ?? ''}`, ...indented.slice(1)];
  });
}
