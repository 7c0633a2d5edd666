/** A diagram as Mermaid, which code hosts draw. */
import { groupsOf } from '../diagram/order.ts';
import type { Diagram, DiagramNode } from '../document.ts';

export function mermaidLines(diagram: Diagram): string[] {
  const names = new Map(diagram.nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const nodeLine = ({ id, label }: DiagramNode) => `${names.get(id)}["${quoted(label)}"]`;
  return [
    'flowchart TB',
    `  accTitle: ${diagram.title.replace(/[\n;{}]/g, ' ')}`,
    ...groupsOf(diagram).flatMap(([group, nodes], index) =>
      group === ''
        ? nodes.map((node) => `  ${nodeLine(node)}`)
        : [
            `  subgraph g${index + 1}["${quoted(group)}"]`,
            ...nodes.map((node) => `    ${nodeLine(node)}`),
            '  end',
          ],
    ),
    ...diagram.edges.map(
      ({ from, to, label }) =>
        `  ${names.get(from)} -->${label ? `|"${quoted(label)}"|` : ''} ${names.get(to)}`,
    ),
  ];
}

/** Mermaid reads #…; as an entity and takes nothing else in quotes for its own. */
function quoted(text: string): string {
  return text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replace(/[<>]/g, entity);
}

function entity(character: string): string {
  return `#${character.charCodeAt(0)};`;
}
