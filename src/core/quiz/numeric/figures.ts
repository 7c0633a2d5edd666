/** Humane numbers: few digits, and text as one would write it in a problem. */
import type { Random } from '../../random.ts';

/** From `least` to `most`, both included, in steps. */
export function between(random: Random, least: number, most: number, step = 1): number {
  return least + step * random.below(Math.floor((most - least) / step) + 1);
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** So many different ones, in a random order. */
export function several<T>(random: Random, items: readonly T[], count: number): T[] {
  return random.shuffle(items).slice(0, count);
}

/** Does it end after so many decimals? */
export function isNeat(value: number, decimals = 2): boolean {
  const scaled = value * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6;
}

/** Has it at most four significant digits? */
export function isShort(value: number): boolean {
  return Number(value.toPrecision(4)) === value;
}

/** 0.1 + 0.2 as 0.3: away with the dust of binary fractions. */
export function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** "12,500", "−0.3". */
export function figure(value: number): string {
  const [whole = '', decimals] = String(clean(Math.abs(value))).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${value < 0 ? '−' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** "3, −2, 5". */
export function listed(values: readonly number[]): string {
  return values.map(figure).join(', ');
}
