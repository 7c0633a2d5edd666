/** Turns a drill into a question. */
import type { Random } from '../../random.ts';
import type { EstimateQuestion, Slip, Subject } from '../question.ts';
import { resultText } from './derive.ts';
import type { Estimate, EstimateDrill } from './drill.ts';

export function estimateQuestion(
  drill: EstimateDrill,
  { card, about }: { readonly card: string; readonly about: Subject },
  random: Random,
): EstimateQuestion {
  const { situation, question, unit, measure, result, lines, slips, aloud } = sensible(
    drill,
    random,
  );
  return {
    kind: 'estimate',
    id: `${card}:estimate`,
    card,
    about,
    prompt: `${situation} ${question}`,
    value: result.exact,
    unit,
    answer: resultText(result, measure),
    slips: distinct(slips, result.exact),
    working: lines,
    aloud,
    explanation: `Say: ${aloud}`,
  };
}

const mostDraws = 1000;

/** Figures whose answer is one that is met in practice. */
function sensible(drill: EstimateDrill, random: Random): Estimate {
  const [least, most] = drill.answers;
  for (let draw = 0; draw < mostDraws; draw++) {
    const drawn = drill.draw(random);
    if (drawn.result.exact >= least && drawn.result.exact <= most) return drawn;
  }
  throw new Error(`no sensible figures for ${drill.id}`);
}

/** Mistakes that one can tell from the right answer and from each other. */
function distinct(slips: readonly Slip[], value: number): Slip[] {
  const kept: Slip[] = [];
  for (const each of slips) {
    const isNear = (other: number) => Math.abs(each.value / other - 1) < 0.2;
    if (!isNear(value) && !kept.some((other) => isNear(other.value))) kept.push(each);
  }
  return kept;
}
