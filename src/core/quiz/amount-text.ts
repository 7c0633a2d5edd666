/** Amounts as one says them at a board: 18k requests, 2.4 TB, 3 days, $1.2M. */
import type { Dimension } from './amount.ts';

type Steps = readonly (readonly [size: number, name: string])[];

const steps = {
  count: [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1, ''],
  ],
  dollars: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1, ''],
  ],
  bytes: [
    [1e15, ' PB'],
    [1e12, ' TB'],
    [1e9, ' GB'],
    [1e6, ' MB'],
    [1e3, ' KB'],
    [1, ' bytes'],
  ],
  seconds: [
    [86_400, ' days'],
    [3600, ' hours'],
    [60, ' minutes'],
    [1, ' s'],
    [1e-3, ' ms'],
    [1e-6, ' µs'],
  ],
} as const satisfies Record<Dimension, Steps>;

const thousands: Steps = [[1e3, 'k']];

interface Scaled {
  readonly size: number;
  readonly name: string;
  readonly number: number;
}

function scaled(value: number, dimension: Dimension, digits: number): Scaled {
  const isCount = dimension === 'count' || dimension === 'dollars';
  const all: Steps =
    isCount && digits < 4 ? [...steps.count.slice(0, 3), ...thousands, [1, '']] : steps[dimension];
  // 999,999 is written 1M, not 1,000k.
  const rounded = Number(value.toPrecision(digits));
  const [size, name] = all.find(([each]) => Math.max(value, rounded) >= each) ??
    all.at(-1) ?? [1, ''];
  return { size, name, number: Number((value / size).toPrecision(digits)) };
}

/** Rounded as it is shown: 11.1 hours to 11 hours, not to a round number of seconds. */
export function roundedAmount(value: number, dimension: Dimension, digits: number): number {
  const { size, number } = scaled(value, dimension, digits);
  return size * number;
}

/** With so many significant digits; thousands of things become k only when they are rounded. */
export function amountText(value: number, dimension: Dimension, digits: number): string {
  const { name, number } = scaled(value, dimension, digits);
  const unit = number === 1 ? name.replace(/s$/, (end) => (name.length > 3 ? '' : end)) : name;
  return `${dimension === 'dollars' ? '$' : ''}${number.toLocaleString('en-US', { maximumFractionDigits: 9 })}${unit}`;
}
