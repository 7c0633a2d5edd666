/** How each node of a document becomes HTML, where the Markdown way is not ours. */
import type { Element, ElementContent } from 'hast';
import type { Heading, InlineCode, Nodes, PhrasingContent, Table } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Bars, Callout, Diagram, Fields, Formula } from '../../document.ts';
import { barFigure } from './bars.ts';
import { diagramFigure } from './diagram.ts';
import { element } from './element.ts';
import { mathOf } from './math.ts';

/** `entries` are those that stand on the page. */
export function pageHandlers(entries: ReadonlySet<string>): Handlers {
  const ids = new Ids();
  const handlers = {
    heading: (state: State, node: Heading) =>
      element(
        `h${node.depth}`,
        { id: ids.of(node.data?.entry ?? plainText(node)) },
        state.all(node),
      ),
    inlineCode: (_: State, { value, data }: InlineCode) => {
      const code = element('code', {}, value);
      const { entry } = data ?? {};
      return entry && entries.has(entry) ? element('a', { href: `#${slug(entry)}` }, code) : code;
    },
    formula: (_: State, node: Formula, parent: Nodes | undefined) => mathOf(node, isAlone(parent)),
    fields: (state: State, { rows }: Fields) =>
      element(
        'dl',
        {},
        rows.map(({ label, value }) =>
          element('div', {}, element('dt', {}, label), element('dd', {}, inline(state, value))),
        ),
      ),
    bars: (_: State, node: Bars) => barFigure(node, ids.of('chart')),
    diagram: (_: State, node: Diagram) => diagramFigure(node, ids.of('diagram')),
    callout: (state: State, node: Callout) =>
      element(
        'div',
        { className: ['callout', node.tone] },
        element('p', { className: ['callout-title'] }, node.title),
        state.all({ type: 'blockquote', children: node.children }),
      ),
    table: (state: State, node: Table) => tableOf(state, node),
  };
  return handlers as unknown as Handlers;
}

function isAlone(parent: Nodes | undefined): boolean {
  return parent?.type === 'paragraph' && parent.children.length === 1;
}

function inline(state: State, children: PhrasingContent[]): ElementContent[] {
  return state.all({ type: 'paragraph', children });
}

function tableOf(state: State, { children }: Table): Element {
  const [header, ...body] = children;
  const cells = (row: Table['children'][number], make: (index: number) => Element) =>
    row.children.map((cell, index) => {
      const made = make(index);
      return { ...made, children: inline(state, cell.children) };
    });
  const head = header && cells(header, () => element('th', { scope: 'col' }));
  const rows = body.map((row) =>
    element(
      'tr',
      {},
      cells(row, (index) => (index === 0 ? element('th', { scope: 'row' }) : element('td', {}))),
    ),
  );
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, head ?? [])),
    element('tbody', {}, rows),
  );
}

/** Names for places on the page, each given once. */
class Ids {
  readonly #given = new Map<string, number>();

  of(text: string): string {
    const base = slug(text) || 'part';
    const count = (this.#given.get(base) ?? 0) + 1;
    this.#given.set(base, count);
    return count === 1 ? base : this.of(`${base}-${count}`);
  }
}

export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function plainText(node: Heading | PhrasingContent): string {
  if ('children' in node) return node.children.map(plainText).join('');
  return 'value' in node ? node.value : '';
}
