/** A skill with numbers: fresh figures each time, the value computed by the metric engine. */
import type { MetricValue } from '../../metrics/formula.ts';
import { metricNamed } from '../../metrics/index.ts';
import type { Random } from '../../random.ts';
import type { Slip } from '../question.ts';

export type Input = Readonly<Record<string, unknown>>;

/** Figures, the formula of the engine that they go into, and what is often done wrong with them. */
export interface Problem {
  readonly prompt: string;
  /** Its id in the table of formulas. */
  readonly formula: string;
  readonly input: Input;
  /** Which number of the value is asked for, when the value has several. */
  readonly part?: Part;
  /** Some are dropped: those that come out like the right answer, or not as a number. */
  readonly slips: readonly Slip[];
  /** The answer is a share, for which a percentage may be typed. */
  readonly isShare?: boolean;
  /** Logarithms or roots are rounded on the way. */
  readonly isRounded?: boolean;
  /** It can be negative, so that its sign may be got wrong. */
  readonly isSigned?: boolean;
  /** What is told after the working, where the formula of the metric says too much. */
  readonly rule?: string;
}

/** Names or places that lead to a number within a value. */
export type Part = readonly (string | number)[];

export interface NumericDrill {
  /** Names the skill in the card's id; never changes. */
  readonly id: string;
  /** The entry whose card it is: "metric/precision". */
  readonly entry: `${'metric' | 'topic'}/${string}`;
  /** A problem; undefined when the figures drawn are no good and others should be tried. */
  draw(random: Random): Problem | undefined;
}

/** NaN when the formula has no number for this input. */
export function computed(formula: string, input: Input, part: Part = []): number {
  const found = metricNamed(formula);
  if (!found) throw new RangeError(`no formula ${formula}`);
  const value = part.reduce<MetricValue>(within, found.compute(input).value);
  return typeof value === 'number' ? value : Number.NaN;
}

function within(value: MetricValue, step: string | number): MetricValue {
  if (typeof value !== 'object' || value === null) return null;
  return (value as Readonly<Record<string | number, MetricValue>>)[step] ?? null;
}

export function workingOf(formula: string, input: Input): readonly string[] {
  return metricNamed(formula)?.compute(input).steps ?? [];
}

/** Another metric of the same numbers, taken for the one that is asked for. */
export function instead(formula: string, input: Input, says: string, part?: Part): Slip {
  return { value: computed(formula, input, part), says };
}
