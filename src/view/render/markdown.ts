/** Documents → Markdown (GitHub's, with tables). */
import type { Nodes, Parents } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Info, type State, toMarkdown } from 'mdast-util-to-markdown';
import type { Document, Fields } from '../document.ts';

export function renderMarkdown(document: Document): string {
  return toMarkdown(document, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    handlers: { fields: writeFields },
  });
}

function writeFields(node: Fields, _: Parents | undefined, state: State, info: Info): string {
  const children = node.rows.map(({ label, value }) => ({
    type: 'listItem' as const,
    spread: false,
    children: [
      {
        type: 'paragraph' as const,
        children: [
          { type: 'strong' as const, children: [{ type: 'text' as const, value: `${label}:` }] },
          { type: 'text' as const, value: ' ' },
          ...value,
        ],
      },
    ],
  }));
  const list: Nodes = { type: 'list', ordered: false, spread: false, children };
  return state.handle(list, undefined, state, info);
}
