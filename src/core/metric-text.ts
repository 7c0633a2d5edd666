/** Fields of a metric in words. */
import type { Metric } from './catalog.ts';

export const phaseTexts = {
  offline: 'offline',
  online: 'online',
  both: 'offline and online',
} as const satisfies Record<Metric['phase'], string>;

export const directionTexts = {
  higher: 'higher is better',
  lower: 'lower is better',
  'nearest-zero': 'nearest to zero is best',
  depends: 'good depends on the setting',
} as const satisfies Record<Metric['direction'], string>;

/** "0 to 1", "0 or more", "any number"; with the unit when there is one. */
export function rangeText({ min, max, unit }: Metric['range']): string {
  const suffix = unit ? ` (${unit})` : '';
  if (min !== null && max !== null) return `${min} to ${max}${suffix}`;
  if (min !== null) return `${min} or more${suffix}`;
  if (max !== null) return `${max} or less${suffix}`;
  return `any number${suffix}`;
}
