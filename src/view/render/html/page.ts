/** Documents → one HTML file that needs nothing else: style, formulas and pictures are in it. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Nodes } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Document } from '../../document.ts';
import { element, textOf } from './element.ts';
import { pageHandlers } from './handlers.ts';
import { pageStyle } from './style.ts';

/** How it is printed: in two columns, densely in three, or in one for wide tables. */
export type Layout = 'columns' | 'dense' | 'wide';

/** A card or a part of up to so many characters is not broken between columns or pages. */
const wholeCard = 1400;
const wholePart = 700;
/** A card of more is one column on a screen: nobody scrolls up again to read on. */
const tallCard = 4500;

/** From this many parts on, a page begins with a list of them. */
const partsForContents = 6;

export function renderHtml(document: Document, layout: Layout = 'columns'): string {
  const entries = new Set(
    document.children.flatMap((node) =>
      node.type === 'heading' && node.data?.entry ? [node.data.entry] : [],
    ),
  );
  const made = toHast(document as Nodes, { handlers: pageHandlers(entries) }) as Root;
  const blocks = made.children.filter((node) => node.type === 'element');
  const { opening, parts } = divided(blocks);
  const title = opening.find(({ tagName }) => tagName === 'h1');
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element(
        'html',
        { lang: 'en' },
        head(title ? textOf(title) : 'mlsd'),
        element(
          'body',
          { className: [layout] },
          element('a', { href: '#content', className: ['skip'] }, 'Skip to the content'),
          element('header', {}, opening),
          parts.length >= partsForContents ? contents(parts) : undefined,
          element('main', { id: 'content', tabIndex: -1 }, parts),
        ),
      ),
    ],
  };
  return `${toHtml(page, { allowDangerousHtml: true })}\n`;
}

function head(title: string): Element {
  return element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    element('style', {}, pageStyle),
  );
}

/** What stands before the first second-level heading, and a card for each of them. */
function divided(blocks: readonly Element[]): { opening: Element[]; parts: Element[] } {
  const first = blocks.findIndex(({ tagName }) => tagName === 'h2');
  const opening = blocks.slice(0, first < 0 ? blocks.length : first);
  return { opening, parts: first < 0 ? [] : grouped(blocks.slice(first), 'h2', cardOf) };
}

/** Blocks from one heading to the next of its kind. */
function grouped(
  blocks: readonly Element[],
  tagName: string,
  make: (blocks: readonly Element[]) => Element,
): Element[] {
  const starts = blocks.flatMap((block, index) => (block.tagName === tagName ? [index] : []));
  return starts.map((start, index) => make(blocks.slice(start, starts[index + 1])));
}

function cardOf(blocks: readonly Element[]): Element {
  const [heading] = blocks;
  const first = blocks.findIndex(({ tagName }) => tagName === 'h3');
  const opening = first < 0 ? blocks : blocks.slice(0, first);
  const parts = first < 0 ? [] : grouped(blocks.slice(first), 'h3', partOf);
  const length = blocks.map(textOf).join('').length;
  const className = length <= wholeCard ? ['whole'] : length > tallCard ? ['tall'] : [];
  return element(
    'section',
    { ariaLabelledBy: [String(heading?.properties.id)], className },
    partOf(opening),
    parts,
  );
}

function partOf(blocks: readonly Element[]): Element {
  const isWhole = blocks.map(textOf).join('').length <= wholePart;
  return element('div', { className: ['part', ...(isWhole ? ['whole'] : [])] }, blocks);
}

function contents(parts: readonly Element[]): Element {
  const headings = parts.flatMap(({ children }) =>
    children.flatMap((part) =>
      part.type === 'element' ? part.children.filter(isSecondHeading) : [],
    ),
  );
  return element(
    'nav',
    { ariaLabel: 'Contents' },
    element(
      'ul',
      {},
      headings.map((each) =>
        element(
          'li',
          {},
          element('a', { href: `#${String(each.properties.id)}` }, shortName(textOf(each))),
        ),
      ),
    ),
  );
}

/** "NDCG" of "NDCG (Normalized Discounted Cumulative Gain)". */
function shortName(title: string): string {
  return title.replace(/ \(.*\)$/, '');
}

function isSecondHeading(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'h2';
}
