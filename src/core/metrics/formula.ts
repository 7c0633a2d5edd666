/** What a metric that can be computed looks like. */
import { MetricInput } from './input.ts';

/** Infinity is a value (PSNR of equal images); NaN never is: what is undefined is null. */
export type MetricValue =
  | number
  | string
  | null
  | readonly MetricValue[]
  | { readonly [name: string]: MetricValue };

export interface Computation {
  readonly value: MetricValue;
  /** The working, as one would write it on a whiteboard. */
  readonly steps: readonly string[];
  /** Why the value, or a part of it, is null. */
  readonly undefinedBecause?: string | undefined;
}

/** Something that a person gives: a list, a number, a choice. */
export interface Field {
  /** The short name, as a flag would have it. */
  readonly name: string;
  /** Other names; case, hyphens and underscores make no difference. */
  readonly aliases: readonly string[];
  readonly what: string;
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly aliases: readonly string[];
  /** The fields that it needs: any one of these sets will do, the handiest first. */
  readonly forms: readonly (readonly Field[])[];
  readonly options: readonly Field[];
}

export interface MetricFormula extends Definition {
  compute(input: Readonly<Record<string, unknown>>): Computation;
}

interface Recipe extends Partial<Definition> {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly forms: readonly (readonly Field[])[];
  readonly work: (input: MetricInput) => Computation;
}

export function metric({ work, ...recipe }: Recipe): MetricFormula {
  return {
    aliases: [],
    options: [],
    ...recipe,
    compute: (input) => work(new MetricInput(input)),
  };
}

/** A computation whose value is undefined by convention, with the reason. */
export function undefinedValue(reason: string, steps: readonly string[] = []): Computation {
  return { value: null, steps: [...steps, `undefined: ${reason}`], undefinedBecause: reason };
}

/** What was given but plays no part in this metric: likely a slip of the pen. */
export function unusedFields(
  { forms, options }: MetricFormula,
  input: Readonly<Record<string, unknown>>,
): string[] {
  const given = new MetricInput(input);
  return given.namesBesides([...forms.flat(), ...options]);
}

/** As JSON can carry it: infinities are words, which JSON would turn to null. */
export function jsonValue(value: MetricValue): MetricValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonValue(part)]));
}
