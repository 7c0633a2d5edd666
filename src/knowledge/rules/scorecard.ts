/** The scorecard adds up, scores each dimension once, and its decisions go from hard to easy. */
import type { Scorecard } from '../../core/catalog.ts';
import type { Located } from '../reader.ts';
import type { Scope } from './scope.ts';

export function checkScorecard(scope: Scope): void {
  const { scorecard } = scope.knowledge;
  if (!scorecard) return;
  checkWeights(scope, scorecard);
  checkSteps(scope, scorecard);
  checkDecisions(scope, scorecard);
}

function checkWeights(scope: Scope, scorecard: Located<Scorecard>): void {
  const { dimensions } = scorecard.value;
  const sum = dimensions.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 100) > 1e-9) {
    const message = `the weights add up to ${Number(sum.toFixed(3))}, not 100`;
    scope.tell(scorecard, ['dimensions'], 'weights', message, 'change a weight');
  }
  dimensions.forEach(({ id }, index) => {
    if (dimensions.findIndex((other) => other.id === id) === index) return;
    const message = `the dimension "${id}" is scored twice`;
    scope.tell(scorecard, ['dimensions', index, 'id'], 'weights', message, 'keep one of them');
  });
}

function checkSteps(scope: Scope, scorecard: Located<Scorecard>): void {
  scorecard.value.dimensions.forEach(({ step }, index) => {
    if (step === undefined || scope.find(step)?.kind === 'step') return;
    if (scope.isUnsure(step, 'step')) return;
    const hint = scope.suggestion(step, 'step', 'name a step of framework.yaml');
    const path = ['dimensions', index, 'step'];
    scope.tell(scorecard, path, 'unknown-id', `there is no step "${step}"`, hint);
  });
}

/** One that asks for as much as the one before it would never be reached. */
function checkDecisions(scope: Scope, scorecard: Located<Scorecard>): void {
  const { decisions } = scorecard.value;
  decisions.forEach(({ name, average, least }, index) => {
    const before = decisions[index - 1];
    if (!before || (average < before.average && least <= before.least)) return;
    const message = `"${name}" does not ask for less than "${before.name}"`;
    const hint = 'put the decisions in order, the hardest first';
    scope.tell(scorecard, ['decisions', index], 'weights', message, hint);
  });
}
