/** Reads graded lists: rows of grades and scores, or a ranked list with judgments. */
import { field, scores, truth } from './fields.ts';
import { isList, type MetricInput, numbersIn, tell } from './input.ts';
import { itemsIn, rankedField, rejectRepeats, relevanceField } from './ranked.ts';
import { weightsIn } from './scored.ts';

export const judgedField = field('judged', 'the grade of each judged item', 'judgments', 'grades');
export const idealField = field(
  'ideal',
  'the grades of all relevant items, shown or not',
  'all-relevance',
);

/** A list in the order shown, and all grades there are for the best order. */
export interface Graded {
  readonly relevance: Float64Array;
  readonly ideal: Float64Array;
  readonly names: readonly string[] | undefined;
}

/** Relevance and scores of queries, a row each. */
export interface Rows {
  readonly relevance: readonly Float64Array[];
  readonly scores: readonly Float64Array[];
  readonly weights: Float64Array | undefined;
}

export function rowsIn(input: MetricInput): Rows {
  const relevance = rowsOf(input, truth);
  const scored = rowsOf(input, scores);
  input.sameLength(truth, relevance.length, scores, scored.length);
  const width = relevance[0]?.length ?? 0;
  if (width !== scored[0]?.length) {
    throw input.wrong(
      scores,
      `has rows of ${scored[0]?.length}, ${input.nameOf(truth)} of ${width}`,
      1,
    );
  }
  if (width < 2) throw input.wrong(truth, 'needs at least two documents a query', 1);
  return { relevance, scores: scored, weights: weightsIn(input, relevance.length) };
}

/** One query may be given without the outer list. */
function rowsOf(input: MetricInput, name: typeof truth): Float64Array[] {
  const rows = input.isMatrix(name) ? input.matrix(name) : [input.numbers(name)];
  if (rows[0]?.length === 0) throw input.wrong(name, 'is empty: give at least one row of grades');
  return rows;
}

export function gradedIn(input: MetricInput): Graded {
  if (input.has(relevanceField)) {
    const relevance = input.numbers(relevanceField);
    const ideal = input.has(idealField) ? input.numbers(idealField) : relevance;
    return { relevance, ideal, names: undefined };
  }
  const items = itemsIn(input, rankedField);
  rejectRepeats(input, items);
  const judged = judgedIn(input);
  return {
    relevance: Float64Array.from(items, (item) => judged.get(String(item)) ?? 0),
    ideal: Float64Array.from(judged.values()),
    names: items.map(String),
  };
}

function judgedIn(input: MetricInput): Map<string, number> {
  const judged = input.required(judgedField);
  if (typeof judged !== 'object' || isList(judged)) {
    throw input.wrong(judgedField, `is ${tell(judged)}: give a grade for each item`);
  }
  const entries = Object.entries(judged as Record<string, unknown>);
  return new Map(
    entries.map(([item, grade]) => [
      item,
      numbersIn([grade], `${input.nameOf(judgedField)}.${item}`)[0] as number,
    ]),
  );
}
