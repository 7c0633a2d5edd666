/** Values of metrics by reference libraries, and when a value is close enough to one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricValue } from '../../src/core/metrics/formula.ts';
import { repository } from './knowledge.ts';

export interface GoldenCase {
  readonly id: string;
  readonly metric: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly expected?: unknown;
  readonly error?: true;
  readonly note?: string;
}

/** The cases of a file in tests/fixtures; NaN and infinities are words there, undefined is null. */
export function goldenCases(file: string): GoldenCase[] {
  const text = readFileSync(join(repository, 'tests', 'fixtures', file), 'utf8');
  return (JSON.parse(text) as { cases: GoldenCase[] }).cases;
}

/** Where a value differs from the one expected; empty when it does not. */
export function differences(actual: unknown, expected: unknown, relative = 1e-9): string[] {
  return compare(actual, decode(expected), { path: 'value', relative });
}

function decode(expected: unknown): unknown {
  if (expected === 'NaN') return null;
  if (expected === 'Infinity') return Number.POSITIVE_INFINITY;
  return expected === '-Infinity' ? Number.NEGATIVE_INFINITY : expected;
}

interface Place {
  readonly path: string;
  readonly relative: number;
}

function compare(actual: unknown, wanted: unknown, { path, relative }: Place): string[] {
  if (typeof wanted === 'number' && typeof actual === 'number') {
    // p-values: to 1e-6 of their size.
    const tolerance = path.endsWith('.pvalue')
      ? 1e-6 * Math.abs(wanted)
      : relative * Math.max(1, Math.abs(wanted));
    const isClose = actual === wanted || Math.abs(actual - wanted) <= tolerance;
    return isClose ? [] : [`${path} is ${actual}, not ${wanted}`];
  }
  if (typeof wanted === 'object' && wanted !== null && typeof actual === 'object') {
    const parts = actual as Readonly<Record<string, MetricValue>> | null;
    const keys = new Set([...Object.keys(wanted), ...Object.keys(parts ?? {})]);
    return [...keys].flatMap((key) =>
      compare(parts?.[key], decode((wanted as Record<string, unknown>)[key]), {
        path: `${path}.${key}`,
        relative,
      }),
    );
  }
  return actual === wanted ? [] : [`${path} is ${actual}, not ${wanted}`];
}
