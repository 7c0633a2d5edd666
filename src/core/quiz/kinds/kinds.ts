/** The table of question kinds. */
import type { Outcome, Question, QuestionKind, ResponseByKind } from '../question.ts';
import { choice, scenario } from './choice.ts';
import { estimate } from './estimate.ts';
import { fillIn } from './fill-in.ts';
import type { KindRules } from './kind.ts';
import { multiple } from './multiple.ts';
import { numeric } from './numeric.ts';
import { order } from './order.ts';
import { recall } from './recall.ts';

export const kindRules = {
  choice,
  multiple,
  scenario,
  recall,
  'fill-in': fillIn,
  order,
  numeric,
  estimate,
} as const satisfies { [K in QuestionKind]: KindRules<K> };

export function grade<Q extends Question>(
  question: Q,
  response: ResponseByKind[Q['kind']],
): Outcome {
  return rulesOf(question).grade(question, response as never);
}

/** The right answer in one line. */
export function answerOf(question: Question): string {
  return rulesOf(question).answer(question);
}

/** Up to two, the second saying more. */
export function hintsFor(question: Question): readonly string[] {
  return rulesOf(question).hints(question);
}

/** What was right with help is not known well: it comes back sooner. */
export function afterHints(outcome: Outcome, hints: number): Outcome {
  const isTooGood = outcome.rating === 'good' || outcome.rating === 'easy';
  return hints > 0 && isTooGood ? { ...outcome, rating: 'hard' } : outcome;
}

/** The table pairs each kind with its own question; TypeScript cannot follow that by itself. */
function rulesOf(question: Question): {
  grade(question: Question, response: never): Outcome;
  answer(question: Question): string;
  hints(question: Question): readonly string[];
} {
  return kindRules[question.kind] as never;
}
