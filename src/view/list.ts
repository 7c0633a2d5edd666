/** Entries of a kind as a list, under the headings of their groups. */
import type { IndexRecord } from '../core/catalog.ts';
import type { Paint } from './paint.ts';
import { padEnd, textWidth, truncate } from './width.ts';

export function renderList(
  records: readonly IndexRecord[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const column = Math.max(0, ...records.map(({ id }) => textWidth(id))) + 2;
  const groups = [...new Set(records.map(({ group }) => group))];
  const isGrouped = groups.length > 1;
  const lines = groups.flatMap((group, index) => {
    const heading = paint.heading(sentenceCase(group.replaceAll('-', ' ')));
    const rows = records
      .filter((record) => record.group === group)
      .map(({ id, name, summary }) => {
        const text = truncate(`${name}: ${summary}`, width - column - 2);
        return `  ${paint.term(padEnd(id, column))}${text}`;
      });
    return isGrouped ? [...(index > 0 ? [''] : []), heading, ...rows] : rows;
  });
  return `${lines.join('\n')}\n`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
