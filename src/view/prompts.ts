/** How a question looks while it waits for an answer. */
import { type Arrangement, isArranged } from '../core/quiz/arrange.ts';
import type { Marking } from '../core/quiz/mark.ts';
import type { Paint } from './paint.ts';
import { printable, textWidth, wrapRuns } from './width.ts';

export interface PromptStyle {
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
  readonly isUnicode: boolean;
}

/** Text behind a label, its further lines indented to stand under the first. */
export function hanging(
  label: string,
  text: string,
  { width, paint }: { width: number; paint?: ((text: string) => string) | undefined },
): string[] {
  const indent = textWidth(label);
  const lines = wrapRuns([{ text: printable(text), paint }], Math.max(10, width - indent));
  return lines.map((line, index) => (index === 0 ? label : ' '.repeat(indent)) + line);
}

export function marker({ isUnicode }: PromptStyle): string {
  return isUnicode ? '›' : '>';
}

/** The choices with the marked one pointed at; a window of them when they are too many. */
export function renderChoices(
  choices: readonly { readonly name: string; readonly description?: string | undefined }[],
  active: number,
  style: PromptStyle,
): string {
  const rows = choices.map(({ name }, index) => {
    const isActive = index === active;
    const label = `${isActive ? marker(style) : ' '} ${String(index + 1).padStart(choices.length > 9 ? 2 : 1)} `;
    return hanging(label, name, {
      width: style.width,
      paint: isActive ? style.paint.accent : undefined,
    }).join('\n');
  });
  const description = choices[active]?.description;
  const about = description
    ? hanging('    ', description, { ...style, paint: style.paint.dim })
    : [];
  return [...windowed(rows, active, style.height - 6), ...about].join('\n');
}

/** As many rows around the marked one as there is room for. */
function windowed(rows: readonly string[], active: number, room: number): readonly string[] {
  if (rows.length <= room || room < 3) return rows;
  const start = Math.min(Math.max(0, active - Math.floor(room / 2)), rows.length - room);
  return rows.slice(start, start + room);
}

/** The items with the place that each was given. */
export function renderArrangement(
  items: readonly string[],
  state: Arrangement,
  style: PromptStyle,
): string {
  return items
    .flatMap((item, index) => {
      const isMarked = index === state.marked && !isArranged(state);
      const place = state.placed.indexOf(index);
      const box = place < 0 ? '[ ]' : `[${place + 1}]`;
      const label = `${isMarked ? marker(style) : ' '} ${index + 1} ${box} `;
      const paint = place >= 0 ? style.paint.dim : isMarked ? style.paint.accent : undefined;
      return hanging(label, item, { width: style.width, paint });
    })
    .join('\n');
}

/** The items with a cross before those that are marked. */
export function renderMarking(
  items: readonly string[],
  { marked, at }: Marking,
  style: PromptStyle,
  isOpen: boolean,
): string {
  return items
    .flatMap((item, index) => {
      const isHere = isOpen && index === at;
      const box = marked.includes(index) ? '[x]' : '[ ]';
      const label = `${isHere ? marker(style) : ' '} ${index + 1} ${box} `;
      const paint = isHere || (!isOpen && marked.includes(index)) ? style.paint.accent : undefined;
      return hanging(label, item, { width: style.width, paint });
    })
    .join('\n');
}

/** "Enter next · s skip · q quit"; a key stays on the line of what it does. */
export function renderKeys(
  keys: readonly { readonly key: string; readonly name: string }[],
  { paint, isUnicode, width }: PromptStyle,
): string {
  const separator = isUnicode ? ' · ' : ' | ';
  const lines: { text: string; columns: number }[] = [];
  for (const { key, name } of keys) {
    const columns = textWidth(`${keyName(key)} ${name}`);
    const text = `${paint.strong(keyName(key))} ${paint.dim(name)}`;
    const last = lines.at(-1);
    const joined = (last?.columns ?? 0) + separator.length + columns;
    if (!last || joined > width) lines.push({ text, columns });
    else {
      last.text += paint.dim(separator) + text;
      last.columns = joined;
    }
  }
  return lines.map(({ text }) => text).join('\n');
}

function keyName(key: string): string {
  return key.length > 1 ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}
