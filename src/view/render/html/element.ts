/** Elements of HTML and SVG, made by hand where Markdown has no word for them. */
import type { Element, ElementContent, Properties } from 'hast';

/** Attributes by the names of the DOM; those of SVG take numbers too. */
type Attributes = Readonly<Record<string, string | number | string[]>>;

type Child = ElementContent | string | undefined | readonly (ElementContent | undefined)[];

export function element(tagName: string, properties: Attributes, ...children: Child[]): Element {
  return {
    type: 'element',
    tagName,
    properties: properties as Properties,
    children: children.flatMap(contentOf),
  };
}

function contentOf(child: Child): ElementContent[] {
  if (child === undefined) return [];
  if (typeof child === 'string') return [{ type: 'text', value: child }];
  return 'type' in child ? [child] : child.filter((each) => each !== undefined);
}

/** The text of an element and all that is in it. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** A picture that says in words what it shows. */
export function picture(
  id: string,
  { title, description }: { readonly title: string; readonly description: string },
  properties: Attributes,
  ...children: Child[]
): Element {
  return element(
    'svg',
    {
      ...properties,
      role: 'img',
      ariaLabelledBy: [`${id}-title`],
      ariaDescribedBy: [`${id}-desc`],
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, description),
    ...children,
  );
}
