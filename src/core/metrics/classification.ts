/** How often and how much better than chance a classifier is right. */
import { confusionOf, drawConfusion, drawMatrix, type Tally, tallyOf } from './confusion.ts';
import { UndefinedMetricError } from './errors.ts';
import { classLabels, field, predicted, sampleWeight, truth } from './fields.ts';
import { type Computation, type MetricFormula, metric, undefinedValue } from './formula.ts';
import type { MetricInput } from './input.ts';
import { type Classified, classifiedIn, indicatorsIn } from './labels.ts';
import { meanOf, sum, sumOf } from './sum.ts';
import { show, showSum } from './working.ts';

const normalize = field('normalize', 'a share rather than a count; of a matrix: true, pred or all');
const adjusted = field('adjusted', 'true to put chance at 0');
const kappaWeights = field('weights', 'linear or quadratic: how far apart the classes are');
const mostClasses = 2000;
const forms = [[truth, predicted]];

function accuracy(input: MetricInput): Computation {
  const { count, isRight, weights, drawing } = input.isMatrix(truth)
    ? matchingRows(input)
    : matchingLabels(input);
  const total = weights ? sum(weights) : count;
  const right = sumOf(count, (index) => (isRight(index) ? (weights?.[index] ?? 1) : 0));
  if (!input.flag(normalize, true)) {
    return { value: right, steps: [...drawing, `right = ${show(right)}`] };
  }
  if (count === 0) return undefinedValue('there are no samples');
  if (total === 0) throw new UndefinedMetricError('all sample weights are 0');
  const value = right / total;
  const step = `accuracy = right / all = ${show(right)} / ${show(total)} = ${show(value)}`;
  return { value, steps: [...drawing, step] };
}

interface Matches {
  readonly count: number;
  readonly weights: Float64Array | undefined;
  readonly drawing: readonly string[];
  isRight(index: number): boolean;
}

function matchingLabels(input: MetricInput): Matches {
  const samples = classifiedIn(input);
  return {
    ...samples,
    drawing: drawConfusion(samples),
    isRight: (index) => samples.true[index] === samples.predicted[index],
  };
}

/** With several labels a sample, all of them must be right. */
function matchingRows(input: MetricInput): Matches {
  const rows = indicatorsIn(input, truth);
  const predictedRows = indicatorsIn(input, predicted);
  input.sameLength(truth, rows.length, predicted, predictedRows.length);
  return {
    count: rows.length,
    weights: input.weights(sampleWeight, rows.length),
    drawing: ['a sample is right when all of its labels are'],
    isRight: (index) =>
      rows[index]?.every((value, label) => value === predictedRows[index]?.[label]) ?? false,
  };
}

function balancedAccuracy(input: MetricInput): Computation {
  const samples = classifiedIn(input);
  const { hits, actual, labels } = tallyOf(samples);
  const present = [...labels.keys()].filter((index) => (actual[index] as number) > 0);
  if (present.length === 0) return undefinedValue('there are no samples');
  const recallOf = (place: number) => {
    const index = present[place] as number;
    return (hits[index] as number) / (actual[index] as number);
  };
  const mean = meanOf(present.length, recallOf);
  const terms = showSum(present.length, (place) => show(recallOf(place)));
  const steps = [
    ...drawConfusion(samples),
    `mean recall of the classes that occur = (${terms}) / ${present.length} = ${show(mean)}`,
  ];
  if (!input.flag(adjusted, false)) return { value: mean, steps };
  if (present.length === 1) return undefinedValue('one class only: chance is already 1', steps);
  const chance = 1 / present.length;
  const value = (mean - chance) / (1 - chance);
  const step = `adjusted = (${show(mean)} − ${show(chance)}) / (1 − ${show(chance)}) = ${show(value)}`;
  return { value, steps: [...steps, step] };
}

function confusionMatrix(input: MetricInput): Computation {
  const samples = classifiedIn(input);
  if (samples.wanted > mostClasses) {
    throw input.wrong(truth, `has ${samples.wanted} classes: too many for a matrix`);
  }
  rejectForeignLabels(input, samples);
  const matrix = confusionOf(samples);
  const shares = normalized(matrix, input.choice(normalize, ['true', 'pred', 'all'], 'none'));
  const value = shares.map((row) => [...row]);
  return { value, steps: drawMatrix(samples.labels, shares) };
}

function rejectForeignLabels(input: MetricInput, samples: Classified): void {
  if (!input.has(classLabels)) return;
  if (samples.wanted === 0) throw input.wrong(classLabels, 'is empty: give at least one label');
  if (samples.count > 0 && !samples.true.some((code) => code < samples.wanted)) {
    throw input.wrong(classLabels, 'has none of the labels that occur in the truth');
  }
}

/** An empty row or column stays 0. */
function normalized(matrix: Float64Array[], by: 'true' | 'pred' | 'all' | 'none'): Float64Array[] {
  if (by === 'none') return matrix;
  const rows = matrix.map((row) => sum(row));
  const columns = matrix.map((_, column) =>
    sumOf(matrix.length, (row) => matrix[row]?.[column] ?? 0),
  );
  const total = sum(rows);
  const divisor = (row: number, column: number) =>
    (by === 'true' ? rows[row] : by === 'pred' ? columns[column] : total) || 1;
  return matrix.map((row, at) => row.map((count, column) => count / divisor(at, column)));
}

function matthews(input: MetricInput): Computation {
  const samples = classifiedIn(input);
  const { hits, actual, predicted: guessed, total } = tallyOf(samples);
  const dot = (a: Float64Array, b: Float64Array) =>
    sumOf(a.length, (index) => (a[index] as number) * (b[index] as number));
  const above = sum(hits) * total - dot(actual, guessed);
  const trueSpread = total * total - dot(actual, actual);
  const guessedSpread = total * total - dot(guessed, guessed);
  const steps = [
    ...drawConfusion(samples),
    `right · all − Σ actual · predicted = ${show(sum(hits))}·${show(total)} − ${show(dot(actual, guessed))} = ${show(above)}`,
    `spread of the truth = ${show(trueSpread)}, of the predictions = ${show(guessedSpread)}`,
  ];
  if (trueSpread <= 0 || guessedSpread <= 0) {
    return { value: 0, steps: [...steps, 'one side has one class only: 0 by convention'] };
  }
  const value = above / Math.sqrt(trueSpread) / Math.sqrt(guessedSpread);
  const root = `√(${show(trueSpread)}·${show(guessedSpread)})`;
  return { value, steps: [...steps, `MCC = ${show(above)} / ${root} = ${show(value)}`] };
}

function kappa(input: MetricInput): Computation {
  const samples = classifiedIn(input);
  if (samples.count === 0) return undefinedValue('there are no samples: 0/0');
  rejectForeignLabels(input, samples);
  const weighting = input.choice(kappaWeights, ['linear', 'quadratic'], 'none');
  const { observed, expected } =
    weighting === 'none' && samples.wanted === samples.labels.length
      ? plainDisagreement(tallyOf(samples))
      : weighedDisagreement(confusionOf(samples), weighting);
  const drawing = drawConfusion(samples);
  if (Number.isNaN(expected))
    return undefinedValue('no weight lies on these classes: 0/0', drawing);
  const steps = [
    ...drawing,
    `observed disagreement = ${show(observed)}, expected by chance = ${show(expected)}`,
  ];
  if (!(expected > 0)) return undefinedValue('both use one and the same class: 0/0', steps);
  const value = 1 - observed / expected;
  const line = `κ = 1 − observed / expected = 1 − ${show(observed)} / ${show(expected)} = ${show(value)}`;
  return { value, steps: [...steps, line] };
}

interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

function plainDisagreement({ hits, actual, predicted: guessed, total }: Tally): Disagreement {
  const alike = sumOf(
    actual.length,
    (index) => (actual[index] as number) * (guessed[index] as number),
  );
  return {
    observed: (total - sum(hits)) / total,
    expected: (total * total - alike) / (total * total),
  };
}

function weighedDisagreement(matrix: Float64Array[], weighting: string): Disagreement {
  const size = matrix.length;
  const rows = matrix.map((row) => sum(row));
  const columns = matrix.map((_, column) => sumOf(size, (row) => matrix[row]?.[column] ?? 0));
  const total = sum(rows);
  const apart = (row: number, column: number) => {
    if (weighting === 'none') return row === column ? 0 : 1;
    return weighting === 'linear' ? Math.abs(row - column) : (row - column) ** 2;
  };
  const over = (count: (row: number, column: number) => number) =>
    sumOf(size * size, (cell) => {
      const row = Math.floor(cell / size);
      const column = cell % size;
      return apart(row, column) * count(row, column);
    });
  return {
    observed: over((row, column) => matrix[row]?.[column] ?? 0) / total,
    expected: over((row, column) => ((rows[row] ?? 0) / total) * (columns[column] ?? 0)) / total,
  };
}

export const classification: readonly MetricFormula[] = [
  metric({
    id: 'accuracy',
    name: 'Accuracy',
    aliases: ['exact-match-ratio', 'subset-accuracy'],
    formula: 'accuracy = right predictions / all predictions',
    forms,
    options: [sampleWeight, normalize],
    work: accuracy,
  }),
  metric({
    id: 'balanced-accuracy',
    name: 'Balanced accuracy',
    formula: 'mean over the classes of the recall of each',
    forms,
    options: [sampleWeight, adjusted],
    work: balancedAccuracy,
  }),
  metric({
    id: 'confusion-matrix',
    name: 'Confusion matrix',
    formula: 'C[i][j] = samples of class i that were predicted as class j',
    forms,
    options: [classLabels, sampleWeight, normalize],
    work: confusionMatrix,
  }),
  metric({
    id: 'mcc',
    name: 'Matthews correlation',
    aliases: ['matthews-correlation-coefficient', 'phi-coefficient'],
    formula: 'MCC = (TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))',
    forms,
    options: [sampleWeight],
    work: matthews,
  }),
  metric({
    id: 'cohen-kappa',
    name: "Cohen's kappa",
    aliases: ['kappa', 'cohens-kappa'],
    formula: 'κ = (p_o − p_e) / (1 − p_e)',
    forms,
    options: [kappaWeights, classLabels, sampleWeight],
    work: kappa,
  }),
];
