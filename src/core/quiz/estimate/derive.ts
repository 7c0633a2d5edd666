/** A derivation as a candidate would write it: rounded at every step, the exact value beside it. */

import type { Dimension } from '../amount.ts';
import { amountText, roundedAmount } from '../amount-text.ts';

/** A number as it is, and as one goes on with it. */
export interface Operand {
  readonly exact: number;
  readonly rough: number;
  readonly text: string;
  readonly roughText: string;
}

/** What is counted: "users", "a second"; a dimension brings its own units. */
export interface Measure {
  readonly dimension: Dimension;
  readonly of: string;
}

export const things = (of: string): Measure => ({ dimension: 'count', of });
export const bytes: Measure = { dimension: 'bytes', of: '' };
export const duration: Measure = { dimension: 'seconds', of: '' };
export const dollars: Measure = { dimension: 'dollars', of: '' };
export const rate = (measure: Measure, of: string): Measure => ({ ...measure, of });

const roughDigits = 2;
const exactDigits = 4;
/** Sums are easy: they need no rounding on the way. */
const sumDigits = 3;

function write({ dimension, of }: Measure, value: number, digits: number): string {
  return `${amountText(value, dimension, digits)}${of === '' ? '' : ` ${of}`}`;
}

/** A figure of the situation: used as it is. */
export function given(value: number, measure: Measure = things('')): Operand {
  const text = write(measure, value, roughDigits);
  const isShort = Number(value.toPrecision(roughDigits)) === value;
  const shown = isShort ? text : write(measure, value, exactDigits);
  return { exact: value, rough: value, text: shown, roughText: shown };
}

/** A figure that one rounds before going on. */
export function about(exact: number, text: string, rough: number, roughText: string): Operand {
  return { exact, rough, text, roughText };
}

export const secondsADay = about(86_400, '86,400 s', 1e5, '10^5 s');

/** Any number of steps, each written down. */
export class Derivation {
  readonly lines: string[] = [];

  /** A product over a product. */
  product(
    what: string,
    measure: Measure,
    above: readonly Operand[],
    below: readonly Operand[] = [],
  ): Operand {
    const exact = quotient(above, below, (each) => each.exact);
    const rough = quotient(above, below, (each) => each.rough);
    const written = fraction(above, below, (each) => each.text);
    const rounded = fraction(above, below, (each) => each.roughText);
    const sum = written === rounded ? written : `${written} ≈ ${rounded}`;
    return this.#step({ what, sum, exact, rough }, measure, roughDigits);
  }

  /** What is left when parts are taken away. */
  rest(what: string, measure: Measure, whole: Operand, parts: readonly Operand[]): Operand {
    const left = (of: (each: Operand) => number) =>
      parts.reduce((sum, part) => sum - of(part), of(whole));
    const sum = [whole, ...parts].map(({ text }) => text).join(' − ');
    const [exact, rough] = [left((each) => each.exact), left((each) => each.rough)];
    return this.#step({ what, sum, exact, rough }, measure, sumDigits);
  }

  /** The parts together. */
  together(what: string, measure: Measure, parts: readonly Operand[]): Operand {
    const add = (of: (each: Operand) => number) => parts.reduce((sum, part) => sum + of(part), 0);
    const sum = parts.map(({ roughText }) => roughText).join(' + ');
    const [exact, rough] = [add((each) => each.exact), add((each) => each.rough)];
    return this.#step({ what, sum, exact, rough }, measure, sumDigits);
  }

  #step(
    {
      what,
      sum,
      exact,
      rough: unrounded,
    }: { what: string; sum: string; exact: number; rough: number },
    measure: Measure,
    digits: number,
  ): Operand {
    const rough = roundedAmount(unrounded, measure.dimension, digits);
    const sign = isSame(rough, unrounded) ? '=' : '≈';
    const roughText = write(measure, rough, digits);
    const beside = isSame(rough, exact) ? '' : ` (exactly ${write(measure, exact, exactDigits)})`;
    this.lines.push(`${what}: ${sum} ${sign} ${roughText}${beside}`);
    return { exact, rough, text: roughText, roughText };
  }
}

function quotient(
  above: readonly Operand[],
  below: readonly Operand[],
  of: (each: Operand) => number,
): number {
  const times = (all: readonly Operand[]) => all.reduce((product, each) => product * of(each), 1);
  return times(above) / times(below);
}

function fraction(
  above: readonly Operand[],
  below: readonly Operand[],
  of: (each: Operand) => string,
): string {
  const top = above.map(of).join(' × ');
  const bottom = below.map(of).join(' × ');
  if (bottom === '') return top;
  return `${top} / ${below.length > 1 ? `(${bottom})` : bottom}`;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** For the end: "20k requests a second (exactly 20,830)". */
export function resultText({ exact, rough }: Operand, measure: Measure): string {
  const about = write(measure, rough, roughDigits);
  return isSame(rough, exact)
    ? about
    : `about ${about} (exactly ${write(measure, exact, exactDigits)})`;
}
