/** Turns a drill into a question: the answer and the working come from the metric engine. */
import { metricNamed } from '../../metrics/index.ts';
import { show } from '../../metrics/working.ts';
import type { Random } from '../../random.ts';
import type { NumericQuestion, Slip, Subject } from '../question.ts';
import { computed, type NumericDrill, type Problem, workingOf } from './drill.ts';

const mostDraws = 1000;

export function numericQuestion(
  drill: NumericDrill,
  { card, about }: { readonly card: string; readonly about: Subject },
  random: Random,
): NumericQuestion {
  for (let draw = 0; draw < mostDraws; draw++) {
    const problem = drill.draw(random);
    const worked = problem && work(problem);
    if (worked) return { ...worked, kind: 'numeric', id: `${card}:numeric`, card, about };
  }
  throw new Error(`no good figures for ${drill.id}`);
}

type Worked = Omit<NumericQuestion, 'kind' | 'id' | 'card' | 'about'>;

/** undefined when the value or every slip is lost: such figures teach nothing. */
function work(problem: Problem): Worked | undefined {
  const { prompt, formula, input, part, isShare = false, isRounded = false } = problem;
  const { rule, isSigned = false } = problem;
  const value = computed(formula, input, part);
  if (!Number.isFinite(value)) return undefined;
  const tolerance = toleranceFor(value, isRounded);
  const named = distinct(problem.slips, value, tolerance);
  if (named.length === 0) return undefined;
  const slips = isSigned ? distinct([...named, wrongSign(value)], value, tolerance) : named;
  return {
    prompt,
    value,
    tolerance,
    isShare,
    answer: show(value),
    slips,
    working: workingOf(formula, input),
    explanation: rule ?? formulaLine(formula),
  };
}

function formulaLine(id: string): string {
  const { name, formula } = metricNamed(id) ?? { name: id, formula: '' };
  return formula.includes(' = ') ? formula : `${name} = ${formula}`;
}

/**
 * Two significant digits are enough, and 1 % when there are more; 3 % when logarithms or
 * roots were rounded on the way.
 */
export function toleranceFor(value: number, isRounded: boolean): number {
  const size = Math.abs(value);
  if (size < 1e-9) return 0.005;
  const roundedHere = 0.51 * 10 ** (Math.floor(Math.log10(size)) - 1);
  const least = size >= 0.1 ? Math.min(0.0051, roundedHere) : roundedHere;
  return Math.max((isRounded ? 0.03 : 0.01) * size, least);
}

function wrongSign(value: number): Slip {
  return { value: -value, says: 'The size is right, the sign is not.' };
}

/** Numbers that are clearly neither the right one nor each other; the first reason is kept. */
function distinct(slips: readonly Slip[], value: number, tolerance: number): Slip[] {
  const kept: Slip[] = [];
  for (const each of slips) {
    if (!Number.isFinite(each.value)) continue;
    const isRight = Math.abs(each.value - value) <= 2 * tolerance;
    const isKnown = kept.some((other) => isNear(other.value, each.value));
    if (!isRight && !isKnown) kept.push(each);
  }
  return kept;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b));
}
