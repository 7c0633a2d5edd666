/** Samples with one or more numeric outputs: read, scored one by one, put together as asked. */
import { UndefinedMetricError } from './errors.ts';
import { field, predicted, sampleWeight, truth } from './fields.ts';
import { type Computation, undefinedValue } from './formula.ts';
import { isList, type MetricInput, numbersIn } from './input.ts';
import { meanOf, sum } from './sum.ts';
import { show } from './working.ts';

export const multioutput = field(
  'multioutput',
  'uniform_average, raw_values, variance_weighted or a weight for each output',
);

/** One output of all samples. */
export interface Output {
  readonly count: number;
  readonly true: Float64Array;
  readonly predicted: Float64Array;
  readonly weights: Float64Array | undefined;
  error(index: number): number;
}

export interface Score {
  readonly value: number;
  readonly steps: readonly string[];
}

export function outputsOf(input: MetricInput): Output[] {
  const trueColumns = columnsOf(input, truth);
  const predictedColumns = columnsOf(input, predicted);
  const count = trueColumns[0]?.length ?? 0;
  input.sameLength(truth, count, predicted, predictedColumns[0]?.length ?? 0);
  if (count === 0) throw input.wrong(truth, 'is empty: give at least one value');
  if (trueColumns.length !== predictedColumns.length) {
    const counts = `${predictedColumns.length} outputs, not ${trueColumns.length}`;
    throw input.wrong(predicted, `has rows of ${counts}`);
  }
  const weights = input.weights(sampleWeight, count);
  if (weights && sum(weights) === 0) throw new UndefinedMetricError('all sample weights are 0');
  return trueColumns.map((column, index) =>
    outputOf(column, predictedColumns[index] as Float64Array, weights),
  );
}

function columnsOf(input: MetricInput, name: typeof truth): Float64Array[] {
  if (!input.isMatrix(name)) return [input.numbers(name)];
  const rows = input.matrix(name);
  const width = rows[0]?.length ?? 0;
  if (width === 0) throw input.wrong(name, 'has rows without numbers');
  return Array.from({ length: width }, (_, column) =>
    Float64Array.from(rows, (row) => row[column] as number),
  );
}

function outputOf(
  trueValues: Float64Array,
  predictedValues: Float64Array,
  weights: Float64Array | undefined,
): Output {
  return {
    count: trueValues.length,
    true: trueValues,
    predicted: predictedValues,
    weights,
    error: (index) => (trueValues[index] as number) - (predictedValues[index] as number),
  };
}

/** Scores every output and puts them together as asked. */
export function overOutputs(
  input: MetricInput,
  score: (output: Output) => Score,
  varianceOf?: (output: Output) => number,
): Computation {
  const outputs = outputsOf(input);
  const results = outputs.map(score);
  const scoresOf = results.map(({ value }) => value);
  if (scoresOf.some(Number.isNaN)) return undefinedValue('the true values do not vary');
  const isMany = input.isMatrix(truth);
  const steps = results.flatMap(({ steps: own }, index) =>
    isMany ? own.map((line) => `output ${index + 1}: ${line}`) : own,
  );
  const weights = outputWeights(input, outputs, varianceOf);
  if (weights === 'raw') return { value: scoresOf, steps };
  const value = meanOf(scoresOf.length, (index) => scoresOf[index] as number, weights);
  if (!isMany) return { value, steps };
  const how = weights === undefined ? 'mean over the outputs' : 'weighted mean over the outputs';
  return { value, steps: [...steps, `${how} = ${show(value)}`] };
}

function outputWeights(
  input: MetricInput,
  outputs: readonly Output[],
  varianceOf?: (output: Output) => number,
): Float64Array | 'raw' | undefined {
  const wanted = input.optional(multioutput);
  if (isList(wanted)) return givenOutputWeights(input, wanted, outputs.length);
  const choices = ['uniform_average', 'raw_values', 'variance_weighted'] as const;
  const choice = input.choice(multioutput, choices, 'uniform_average');
  if (choice === 'raw_values') return 'raw';
  if (choice === 'uniform_average') return undefined;
  if (!varianceOf) throw input.wrong(multioutput, 'is variance_weighted: that is for R² only');
  const variances = Float64Array.from(outputs, varianceOf);
  return sum(variances) === 0 ? undefined : variances;
}

function givenOutputWeights(input: MetricInput, wanted: unknown, count: number): Float64Array {
  const weights = numbersIn(wanted, input.nameOf(multioutput), { min: 0, as: 'a weight' });
  if (weights.length !== count) {
    throw input.wrong(multioutput, `has ${weights.length} weights for ${count} outputs`);
  }
  if (sum(weights) === 0) throw new UndefinedMetricError('all weights of the outputs are 0');
  return weights;
}
