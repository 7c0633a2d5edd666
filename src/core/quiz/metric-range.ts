/** "Which values can it take, and which way is better?", with answers that a field refutes. */
import type { Metric } from '../catalog.ts';
import type { Random } from '../random.ts';
import type { Statement } from './build.ts';

interface Range {
  readonly min: number | null;
  readonly max: number | null;
}
type Direction = 'higher' | 'lower';
interface Claim {
  readonly range: Range;
  readonly direction: Direction;
}

const usualRanges: readonly Range[] = [
  { min: 0, max: 1 },
  { min: 0, max: null },
  { min: -1, max: 1 },
  { min: 1, max: null },
  { min: null, max: null },
];

/** The true claim, or undefined when fields leave it open. */
export function rangeClaim({ range, direction }: Metric): Claim | undefined {
  if (direction !== 'higher' && direction !== 'lower') return undefined;
  return { range: { min: range.min, max: range.max }, direction };
}

export function rangeText({ min, max }: Range): string {
  if (min === null) return max === null ? 'any number' : `any number up to ${shown(max)}`;
  return max === null ? `${shown(min)} and up` : `${shown(min)} to ${shown(max)}`;
}

function shown(value: number): string {
  return String(value).replace('-', '−');
}

export function claimText({ range, direction }: Claim): string {
  return `${rangeText(range)}; ${direction} is better`;
}

/**
 * Three wrong claims. Two ranges times two directions, so that nothing gives the answer away.
 * A range is wrong only when it differs in its bounds' nature: 0 to 100 may be a mere
 * rescaling of 0 to 1, but "0 and up" is not.
 */
export function wrongClaims(name: string, truth: Claim, random: Random): Statement[] {
  const opposite: Direction = truth.direction === 'higher' ? 'lower' : 'higher';
  const others = usualRanges.filter((range) => natureOf(range) !== natureOf(truth.range));
  const other = random.pick(others);
  const claims: Claim[] = [
    { range: truth.range, direction: opposite },
    { range: other, direction: truth.direction },
    { range: other, direction: opposite },
  ];
  return claims.map((claim) => ({
    text: claimText(claim),
    why: contradiction(name, claim, truth),
  }));
}

function natureOf({ min, max }: Range): string {
  const sign = min === null ? 'open' : min < 0 ? 'negative' : min === 0 ? 'zero' : 'positive';
  return `${sign} ${max === null ? 'open' : 'closed'}`;
}

function contradiction(name: string, claim: Claim, truth: Claim): string {
  const reasons = [
    ...(claim.direction === truth.direction ? [] : [`${truth.direction} is better`]),
    ...(natureOf(claim.range) === natureOf(truth.range)
      ? []
      : [`its values go from ${bounds(truth.range)}`]),
  ];
  return `${name}: ${reasons.join(', and ')}.`;
}

export function bounds({ min, max }: Range): string {
  const low = min === null ? 'minus infinity' : shown(min);
  return `${low} to ${max === null ? 'infinity' : shown(max)}`;
}
