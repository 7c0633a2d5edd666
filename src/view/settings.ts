/** Settings as a list: name, value, where the value comes from, what it does. */
import type { SettingSource } from '../core/settings.ts';
import type { Paint } from './paint.ts';
import { padEnd, textWidth, wrapRuns } from './width.ts';

export interface SettingRow {
  readonly name: string;
  /** null: not set. */
  readonly value: string | number | boolean | null;
  readonly source: SettingSource;
  readonly says: string;
  readonly takes: string;
}

interface Style {
  readonly width: number;
  readonly paint: Paint;
}

export function renderSettings(rows: readonly SettingRow[], { width, paint }: Style): string {
  const nameColumn = Math.max(...rows.map(({ name }) => textWidth(name))) + 2;
  const lines = rows.flatMap(({ name, value, source, says, takes }) => {
    const origin = source === 'default' ? '' : paint.dim(` (${source})`);
    const shown = value === null ? paint.dim('not set') : paint.strong(String(value));
    const note = `${says} Takes ${takes}.`;
    return [
      `${paint.term(padEnd(name, nameColumn))}${shown}${origin}`,
      ...wrapRuns([{ text: note }], width - 2).map((line) => `  ${paint.dim(line)}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}
