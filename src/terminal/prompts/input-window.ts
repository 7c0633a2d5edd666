/** The part of a long line that is shown around the cursor. */
import { textWidth } from '../../view/width.ts';

export interface InputWindow {
  readonly text: string;
  /** Index within the shown text. */
  readonly cursor: number;
}

/** At most `columns` wide with the cursor inside; the whole line when it fits. */
export function inputWindow(line: string, cursor: number, columns: number): InputWindow {
  if (textWidth(line) <= columns) return { text: line, cursor };
  const before = [...line.slice(0, cursor)];
  const after = [...line.slice(cursor)];
  let start = before.length;
  let used = 0;
  // Three quarters of the room go to what stands before the cursor.
  const room = after.length > 0 ? Math.ceil(columns * 0.75) : columns;
  while (start > 0) {
    const size = textWidth(before[start - 1] ?? '');
    if (used + size > room) break;
    used += size;
    start -= 1;
  }
  const left = before.slice(start).join('');
  let right = '';
  for (const character of after) {
    used += textWidth(character);
    if (used > columns) break;
    right += character;
  }
  return { text: left + right, cursor: left.length };
}
