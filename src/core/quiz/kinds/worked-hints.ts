/** Help with a number: the way, then how far one has to go. */
import type { EstimateQuestion, NumericQuestion } from '../question.ts';

/** The formula, then bounds that are not evenly around the answer. */
export function numericHints({ explanation, answer, value }: NumericQuestion): string[] {
  const formula = explanation.includes(answer) ? [] : [explanation];
  const bounds = [value * 0.7, value * 1.4].sort((a, b) => a - b);
  const [low = 0, high = 0] = bounds;
  return value === 0
    ? formula
    : [...formula, `It lies between ${outward(low, Math.floor)} and ${outward(high, Math.ceil)}.`];
}

/** One digit, rounded away from the answer. */
function outward(value: number, round: (value: number) => number): string {
  const step = 10 ** Math.floor(Math.log10(Math.abs(value)));
  return String(Number((round(value / step) * step).toPrecision(1)));
}

/** What is worked out on the way, then the first of it. */
export function estimateHints({ working }: EstimateQuestion): string[] {
  const [first = '', ...rest] = working;
  if (rest.length === 0) return [];
  const names = working.flatMap((line) => /^([^:=]+):/.exec(line)?.[1] ?? []);
  return [...(names.length > 1 ? [`Work out: ${names.join('; ')}.`] : []), first];
}
