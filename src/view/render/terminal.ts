/** Documents → lines for a terminal of a given width. Without paint this is the plain rendering. */
import type { Code, Table } from 'mdast';
import type { Block, Callout, CalloutTone, Document } from '../document.ts';
import type { Paint } from '../paint.ts';
import { textWidth, wrapRuns } from '../width.ts';
import { barLines } from './bars.ts';
import { diagramLines } from './diagram.ts';
import { renderTable } from './table.ts';
import {
  renderWith,
  runs,
  type TerminalStyle,
  type TextBlock,
  textWriters,
  type Writer,
  type Writers,
} from './text.ts';

export type { TerminalStyle } from './text.ts';

/** What documents here are made of; Markdown's other blocks are not used. */
type Used = Exclude<Block['type'], 'blockquote' | 'html' | 'thematicBreak'>;

const writers: Writers<Used> = {
  ...(textWriters satisfies Writers<TextBlock>),
  table: tableLines,
  code: codeLines,
  callout: calloutLines,
  bars: barLines,
  diagram: diagramLines,
};

/** Text as a block; ends with a line feed. */
export function renderTerminal(document: Document, style: TerminalStyle): string {
  return renderWith(writers, document, style);
}

/** Laid-out lines stay as they are; only one that is too long is wrapped. */
function codeLines({ value }: Code, { width, paint, spell }: TerminalStyle): string[] {
  return (spell?.(value) ?? value)
    .split('\n')
    .flatMap((line) =>
      textWidth(line) <= width - 2
        ? [paint.dim(line)]
        : wrapRuns([{ text: line, paint: paint.dim }], width - 2),
    )
    .map((line) => `  ${line}`);
}

function tableLines({ children }: Table, style: TerminalStyle): string[] {
  return renderTable(
    children.map((row) => row.children.map((cell) => runs(cell.children, style))),
    style,
  );
}

const tonePaints = {
  note: (paint) => paint.accent,
  tip: (paint) => paint.good,
  important: (paint) => paint.heading,
  warning: (paint) => paint.warning,
} as const satisfies Record<CalloutTone, (paint: Paint) => (text: string) => string>;

/** A rule at the left of the title and of all that is said. */
function calloutLines(
  { tone, title, children }: Callout,
  style: TerminalStyle,
  blocks: Parameters<Writer<'callout'>>[2],
): string[] {
  const paint = tonePaints[tone](style.paint);
  const rule = style.isPlain ? '' : `${paint(style.isUnicode ? '│' : '|')} `;
  const inner = { ...style, width: style.width - (style.isPlain ? 0 : 2) };
  const heading = wrapRuns([{ text: `${style.spell?.(title) ?? title}:`, paint }], inner.width);
  return [...heading, ...blocks(children, inner)].map((line) => `${rule}${line}`.trimEnd());
}
