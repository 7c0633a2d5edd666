/** How each node of a document becomes HTML, where the Markdown way is not ours. */
import type { Element, ElementContent } from 'hast';
import type { Heading, InlineCode, Nodes, PhrasingContent, Table, TableCell } from 'mdast';
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

/** From this many columns on, a row of a table is told cell below cell on a narrow screen. */
const columnsForStacking = 3;

/** The roles keep it a table where the style takes its form away. */
function tableOf(state: State, { children }: Table): Element {
  const [header, ...body] = children;
  const titles = header?.children.map((cell) => plainText(cell)) ?? [];
  const row = (cells: Element[]) => element('tr', { role: 'row' }, cells);
  const head = header?.children.map((cell) =>
    element('th', { scope: 'col', role: 'columnheader' }, inline(state, cell.children)),
  );
  const rows = body.map(({ children: cells }) =>
    row(
      cells.map((cell, index) =>
        index === 0
          ? element('th', { scope: 'row', role: 'rowheader' }, inline(state, cell.children))
          : element(
              'td',
              { role: 'cell', dataTitle: titles[index] ?? '' },
              inline(state, cell.children),
            ),
      ),
    ),
  );
  return element(
    'table',
    { role: 'table', ...(titles.length >= columnsForStacking ? { className: ['stacks'] } : {}) },
    element('thead', { role: 'rowgroup' }, row(head ?? [])),
    element('tbody', { role: 'rowgroup' }, rows),
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

function plainText(node: Heading | TableCell | PhrasingContent): string {
  if ('children' in node) return node.children.map(plainText).join('');
  return 'value' in node ? node.value : '';
}
