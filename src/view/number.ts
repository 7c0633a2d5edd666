/** Numbers and computed values as a person reads them. */
import type { MetricValue } from '../core/metrics/formula.ts';
import { padEnd, textWidth } from './width.ts';

/** Ten significant digits: enough to compare, few enough to read. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  return String(Number(value.toPrecision(10)));
}

/** On one line: "0.6", "1, 0.5", "n 8157.7, ceil 8158". */
export function valueText(value: MetricValue): string {
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${valueText(part)}`)
    .join(', ');
}

/** One line a row of a table, one line a named part; else all on one line. */
export function valueLines(value: MetricValue): string[] {
  if (Array.isArray(value) && value.some(Array.isArray)) return value.map(valueText);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [valueText(value)];
  const entries = Object.entries(value);
  const column = Math.max(...entries.map(([name]) => textWidth(name))) + 2;
  return entries.map(([name, part]) => `${padEnd(name, column)}${valueText(part)}`);
}

/** "1 card", "1,234 cards". */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
