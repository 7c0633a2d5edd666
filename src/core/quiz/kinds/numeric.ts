/** A number to work out: near enough counts, and typical mistakes are known by what they give. */
import { parseAmount } from '../amount.ts';
import type { NumericQuestion, Slip } from '../question.ts';
import type { KindRules } from './kind.ts';
import { numericHints } from './worked-hints.ts';

export const numeric: KindRules<'numeric'> = {
  label: 'numbers',
  weight: 2,
  grade(question, typed) {
    const given = parseAmount(typed);
    if (given !== undefined && isRight(question, given)) {
      return { isCorrect: true, rating: 'good', answer: typed };
    }
    if (given !== undefined && isPercentage(question, given)) {
      const remark = `As a percentage, that is: ${given} %.`;
      return { isCorrect: true, rating: 'good', answer: typed, remark };
    }
    const remark = given === undefined ? undefined : slipNear(question, given)?.says;
    return { isCorrect: false, rating: 'again', answer: typed, remark };
  },
  answer: ({ answer }) => answer,
  hints: numericHints,
};

/** A hair more than the tolerance: 0.005 away is not to fail for binary fractions. */
const hair = 1 + 1e-9;

export function isRight({ value, tolerance }: NumericQuestion, given: number): boolean {
  return Math.abs(given - value) <= tolerance * hair;
}

/** 75 for 0.75, unless 75 is what a typical mistake gives. */
function isPercentage(question: NumericQuestion, given: number): boolean {
  return (
    question.isShare && given > 1 && isRight(question, given / 100) && !slipNear(question, given)
  );
}

/** The mistake that gives this number, the nearest when several come near. */
function slipNear({ slips, tolerance }: NumericQuestion, given: number): Slip | undefined {
  const far = ({ value }: Slip) => Math.abs(given - value);
  return slips
    .filter((slip) => far(slip) <= Math.max(tolerance, 0.015 * Math.abs(slip.value)))
    .sort((a, b) => far(a) - far(b))[0];
}
