/** Documents → Markdown (GitHub's, with tables, alerts and Mermaid). */
import type { Code, Emphasis, Nodes, Paragraph, Parents, Strong } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Info, type State, toMarkdown } from 'mdast-util-to-markdown';
import {
  type Bars,
  type Callout,
  type Diagram,
  type Document,
  type Fields,
  type Formula,
  list,
  paragraph,
  strong,
  table,
} from '../document.ts';
import { greatest } from './bars.ts';
import { mermaidLines } from './mermaid.ts';

export function renderMarkdown(document: Document): string {
  return toMarkdown(document, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    handlers: {
      fields: as(fieldList),
      bars: as(barTable),
      diagram: as(mermaid),
      callout: writeCallout,
      formula: as(formulaCode),
      paragraph: writeParagraph,
      code: writeCode,
    },
  });
}

/** A node of our own written as nodes that Markdown has. */
function as<Node>(translate: (node: Node) => Nodes) {
  return (node: Node, parent: Parents | undefined, state: State, info: Info): string =>
    state.handle(translate(node), parent, state, info);
}

function fieldList({ rows }: Fields): Nodes {
  return list(rows.map(({ label, value }) => [strong(`${label}:`), ' ', ...value]));
}

/** A line that is nothing but emphasis would be taken for a heading: it is written without. */
function writeParagraph(
  node: Paragraph,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const [only] = node.children;
  const isEmphasis = only?.type === 'emphasis' || only?.type === 'strong';
  const looksLikeHeading =
    isEmphasis && node.children.length === 1 && parent?.type === 'root' && !endsSentence(only);
  const children = looksLikeHeading ? only.children : node.children;
  return defaultHandlers.paragraph({ ...node, children }, parent, state, info);
}

function endsSentence({ children }: Emphasis | Strong): boolean {
  const last = children.at(-1);
  return last?.type === 'text' && /[.,;:!?]$/.test(last.value);
}

/** Every fence names a language, if only that it is text. */
function writeCode(node: Code, parent: Parents | undefined, state: State, info: Info): string {
  return defaultHandlers.code({ ...node, lang: node.lang ?? 'text' }, parent, state, info);
}

const barCells = 20;

/** The amounts in a table; where there is one for each row, with a bar of blocks. */
function barTable(node: Bars): Nodes {
  const { title, series, markName, rows } = node;
  const hasMarks = rows.some(({ mark }) => mark?.text);
  const hasNotes = rows.some(({ note }) => note);
  const most = greatest(node);
  const header = [
    title,
    ...series,
    ...(hasMarks ? [markName ?? 'Of'] : []),
    ...(hasNotes ? ['Note'] : []),
    ...(series.length === 1 ? ['Bar'] : []),
  ];
  return table(
    header,
    rows.map(({ label, values, mark, note }) => [
      label,
      ...values.map(({ text }) => text),
      ...(hasMarks ? [mark?.text ?? ''] : []),
      ...(hasNotes ? [note ?? ''] : []),
      ...(series.length === 1 ? [blocks((values[0]?.value ?? 0) / (most || 1))] : []),
    ]),
  );
}

function blocks(fraction: number): string {
  return '█'.repeat(Math.round(Math.max(0, fraction) * barCells));
}

function mermaid(node: Diagram): Nodes {
  return { type: 'code', lang: 'mermaid', value: mermaidLines(node).join('\n') };
}

/** In plain characters, which read well wherever the file is opened. */
function formulaCode({ value }: Formula): Nodes {
  return { type: 'inlineCode', value };
}

/** An alert as code hosts know it; elsewhere a quotation that begins with its kind. */
function writeCallout(
  { tone, title, children }: Callout,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const titled = { type: 'blockquote' as const, children: [paragraph(strong(title)), ...children] };
  const quote = state.handle(titled, parent, state, info);
  return `> [!${tone.toUpperCase()}]\n${quote}`;
}
