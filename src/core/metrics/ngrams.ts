/** Tokens and the runs of n of them. */
import { MetricInputError } from './errors.ts';
import type { Field } from './formula.ts';
import { isList, type MetricInput, tell } from './input.ts';

export interface Precision {
  readonly matches: number;
  readonly total: number;
}

export interface Segment {
  readonly references: readonly (readonly string[])[];
  readonly hypothesis: readonly string[];
}

/** A list of tokens, or a text that is cut at white space. */
export function tokensFrom(value: unknown, name: string): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter((token) => token !== '');
  if (!isList(value))
    throw new MetricInputError(name, `${name} is ${tell(value)}, neither text nor tokens`);
  return Array.from(value, (token, index) => {
    if (typeof token === 'string' || typeof token === 'number') return String(token);
    const place = `${name} at position ${index + 1}`;
    throw new MetricInputError(name, `${place} is ${tell(token)}, not a token`, index + 1);
  });
}

export function tokensIn(input: MetricInput, of: Field): string[] {
  return tokensFrom(input.required(of), input.nameOf(of));
}

/** How often each run of n tokens occurs. */
export function countGrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + n <= tokens.length; start++) {
    const gram = JSON.stringify(tokens.slice(start, start + n));
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Matches, each gram counted at most as often as the other side has it. */
export function overlap(first: Map<string, number>, second: Map<string, number>): number {
  let matches = 0;
  for (const [gram, count] of first) matches += Math.min(count, second.get(gram) ?? 0);
  return matches;
}

/** Each n-gram counts at most as often as in the reference that has it most. */
export function clippedPrecision({ references: texts, hypothesis }: Segment, n: number): Precision {
  const most = new Map<string, number>();
  for (const text of texts) {
    for (const [gram, count] of countGrams(text, n))
      most.set(gram, Math.max(count, most.get(gram) ?? 0));
  }
  const grams = countGrams(hypothesis, n);
  return { matches: overlap(grams, most), total: Math.max(1, hypothesis.length - n + 1) };
}
