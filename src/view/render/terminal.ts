/** Documents → lines for a terminal of a given width. Without paint this is the plain rendering. */
import type { List, Nodes, PhrasingContent, Table } from 'mdast';
import type { Document, Fields } from '../document.ts';
import type { Paint } from '../paint.ts';
import { padEnd, type Run, textWidth, wrapRuns } from '../width.ts';
import { renderTable } from './table.ts';

export interface TerminalStyle {
  readonly width: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
}

/** Text as a block; ends with a line feed. */
export function renderTerminal(document: Document, style: TerminalStyle): string {
  return `${blocks(document.children, style).join('\n')}\n`;
}

/** Blocks with a blank line between them, except between a heading and what it heads. */
function blocks(nodes: readonly Nodes[], style: TerminalStyle): string[] {
  const lines: string[] = [];
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    const isHeaded = before?.type === 'heading' && before.depth > 1;
    if (index > 0 && !(isHeaded && node.type !== 'heading')) lines.push('');
    lines.push(...block(node, style));
  });
  return lines;
}

function block(node: Nodes, style: TerminalStyle): string[] {
  switch (node.type) {
    case 'heading':
      return wrapRuns(
        runs(node.children, style.paint, headingPaint(node.depth, style.paint)),
        style.width,
      );
    case 'paragraph':
      return wrapRuns(runs(node.children, style.paint), style.width);
    case 'list':
      return listLines(node, style);
    case 'fields':
      return fieldLines(node, style);
    case 'table':
      return tableLines(node, style);
    case 'code':
      return codeLines(node.value, style);
    default:
      throw new Error(`no terminal rendering for ${node.type}`);
  }
}

/** Laid-out lines stay as they are; only one that is too long is wrapped. */
function codeLines(text: string, { width, paint }: TerminalStyle): string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      textWidth(line) <= width - 2
        ? [paint.dim(line)]
        : wrapRuns([{ text: line, paint: paint.dim }], width - 2),
    )
    .map((line) => `  ${line}`);
}

function headingPaint(depth: number, paint: Paint): (text: string) => string {
  if (depth === 1) return paint.title;
  return depth === 2 ? paint.heading : paint.strong;
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
        return [{ text: node.value, paint: paint.code }];
      case 'break':
        return [{ text: ' ' }];
      default:
        throw new Error(`no terminal rendering for ${node.type}`);
    }
  });
}

function listLines(list: List, style: TerminalStyle): string[] {
  const digits = String(list.children.length).length;
  return list.children.flatMap((item, index) => {
    const bullet = style.isUnicode ? '•' : '-';
    const marker = list.ordered ? `${String(index + 1).padStart(digits)}.` : bullet;
    const indent = marker.length + 3;
    const inner = item.children.flatMap((child) =>
      block(child, { ...style, width: style.width - indent }),
    );
    return inner.map((line, row) =>
      row === 0 ? `  ${style.paint.dim(marker)} ${line}` : `${' '.repeat(indent)}${line}`,
    );
  });
}

const widestLabel = 16;

/** Labels in one column, values in the next; stacked when the terminal is too narrow for both. */
function fieldLines(node: Fields, style: TerminalStyle): string[] {
  const labels = node.rows.map(({ label }) => textWidth(label));
  const column = Math.min(Math.max(...labels), widestLabel) + 2;
  return node.rows.flatMap(({ label, value }) => {
    const lines = wrapRuns(runs(value, style.paint), style.width - column);
    return lines.map((line, row) =>
      row === 0
        ? `${style.paint.term(padEnd(label, column))}${line}`
        : `${' '.repeat(column)}${line}`,
    );
  });
}

function tableLines(node: Table, style: TerminalStyle): string[] {
  const rows = node.children.map((row) =>
    row.children.map((cell) => runs(cell.children, style.paint)),
  );
  return renderTable(rows, style);
}
