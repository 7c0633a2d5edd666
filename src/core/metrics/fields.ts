/** The fields that more than one metric asks for. */
import type { Field } from './formula.ts';

export function field(name: string, what: string, ...aliases: readonly string[]): Field {
  return { name, what, aliases };
}

export const truth = field('true', 'the true values', 'y_true', 'actual', 'truth');
export const predicted = field('predicted', 'the predicted values', 'y_pred', 'predictions');
export const scores = field('scores', 'the scores', 'y_score');
export const probabilities = field(
  'probabilities',
  'the predicted probabilities',
  'y_prob',
  'scores',
);
export const sampleWeight = field('sample-weight', 'a weight for each sample');
export const classLabels = field('labels', 'the classes, in the order wanted');
export const positiveLabel = field('pos-label', 'the label that counts as positive', 'positive');
export const average = field(
  'average',
  'binary, macro, micro, weighted, samples or null for one value a class',
);
export const values = field('values', 'the numbers', 'data', 'x', 'timings');
export const cutoff = field('k', 'how many of the first places count');
export const queries = field('queries', 'one ranked list with its relevant items a query', 'users');
export const noRelevant = field('no-relevant', 'skip or zero: queries without relevant items');
