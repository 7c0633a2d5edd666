/** A magnitude: within a factor of two it is right, within ten the order of magnitude is. */
import { parseAmount } from '../amount.ts';
import type { EstimateQuestion, Outcome } from '../question.ts';
import type { KindRules } from './kind.ts';
import { estimateHints } from './worked-hints.ts';

const rightFactor = 2;
const closeFactor = 10;
const hair = 1 + 1e-9;

export const estimate: KindRules<'estimate'> = {
  label: 'estimate',
  weight: 1,
  grade(question, typed) {
    const given = parseAmount(typed, question.unit);
    if (given === undefined || given <= 0) {
      return { isCorrect: false, rating: 'again', answer: typed };
    }
    return { ...verdict(question, given), answer: typed };
  },
  answer: ({ answer }) => answer,
  hints: estimateHints,
};

/** The accepted amounts, least and most. */
export function bandsOf({
  value,
}: EstimateQuestion): Readonly<Record<'right' | 'close', readonly [least: number, most: number]>> {
  return {
    right: [value / rightFactor, value * rightFactor],
    close: [value / closeFactor, value * closeFactor],
  };
}

function verdict(question: EstimateQuestion, given: number): Omit<Outcome, 'answer'> {
  const ratio = given / question.value;
  const factor = Math.max(ratio, 1 / ratio);
  const slip = slipOf(question, given);
  const apart = `${timesText(factor)} times too ${ratio > 1 ? 'high' : 'low'}`;
  if (factor <= rightFactor * hair) return { isCorrect: true, rating: 'good', remark: slip };
  if (factor <= closeFactor * hair) {
    const remark = told(`The right order of magnitude, but ${apart}.`, slip);
    return { isCorrect: false, isClose: true, rating: 'hard', remark };
  }
  return { isCorrect: false, rating: 'again', remark: told(`${apart}.`, slip ?? unitSlip(factor)) };
}

/** Typing the very number that a known mistake gives, and not nearly the right one. */
function slipOf({ slips, value }: EstimateQuestion, given: number): string | undefined {
  const isNear = (other: number, share: number) => Math.abs(given / other - 1) <= share;
  if (isNear(value, 0.2)) return undefined;
  return slips.find((slip) => isNear(slip.value, 0.1))?.says;
}

/** A thousand, a million: the unit rather than the sum. */
function unitSlip(factor: number): string | undefined {
  const steps = Math.log10(factor) / 3;
  const isWhole = Math.abs(steps - Math.round(steps)) < 0.12;
  return isWhole ? 'Check the unit: that is off by a thousand or a million.' : undefined;
}

function told(first: string, second: string | undefined): string {
  const sentence = first.charAt(0).toUpperCase() + first.slice(1);
  return second === undefined ? sentence : `${sentence} ${second}`;
}

function timesText(factor: number): string {
  const shown = Number(factor.toPrecision(factor < 100 ? 2 : 1));
  return shown < 1e6 ? shown.toLocaleString('en-US') : shown.toExponential(0);
}
