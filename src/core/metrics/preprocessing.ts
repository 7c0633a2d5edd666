/** What is done to a column of numbers before training: percentiles, outliers, winsorizing, scaling. */
import { field, values } from './fields.ts';
import { type Computation, type MetricFormula, metric } from './formula.ts';
import { isList, type MetricInput, numbersIn } from './input.ts';
import { descending } from './order.ts';
import { placeOf, quantile, quantileMethods } from './quantile.ts';
import { mean, squaredDeviations } from './sum.ts';
import { show, showList } from './working.ts';

const percent = { min: 0, max: 100, as: 'a percentage' } as const;
const quantileMethod = field('method', quantileMethods.join(', '));
const asked = field('q', 'the percentage, or a list of them', 'percentile', 'percentiles');
const ddof = field('ddof', '0 for the population, 1 for a sample');
const threshold = field('threshold', 'how many standard deviations are too many');
const fence = field('k', 'how many times the IQR the fences stand off', 'factor');
const variant = field(
  'variant',
  'clip at percentiles, or count: the so many smallest and greatest',
);
const lower = field('lower', 'the percentage below which values are raised');
const upper = field('upper', 'the percentage above which values are lowered');
const limits = field('limits', 'the share at each end that is replaced');
const scaling = field('method', 'standard, minmax or robust');

function methodIn(input: MetricInput) {
  return input.choice(quantileMethod, quantileMethods, 'linear');
}

function sortedValues(input: MetricInput): Float64Array {
  return input.someNumbers(values).slice().sort();
}

function percentile(input: MetricInput): Computation {
  const sorted = sortedValues(input);
  const method = methodIn(input);
  const wanted = input.required(asked);
  const percentages = isList(wanted)
    ? numbersIn(wanted, input.nameOf(asked), percent)
    : Float64Array.of(input.number(asked, percent));
  const found = Array.from(percentages, (q) => quantile(sorted, q / 100, method));
  const lines = Array.from(percentages, (q, index) => {
    const place = placeOf(sorted.length, q / 100, method) + 1;
    return `p${show(q)}: place ${show(place)} of ${sorted.length} = ${show(found[index] as number)}`;
  });
  const steps = [`sorted: ${showList(sorted)}`, ...lines, `method: ${method}`];
  return { value: isList(wanted) ? found : (found[0] as number), steps };
}

function quartileOutliers(input: MetricInput): Computation {
  const numbers = input.someNumbers(values);
  const sorted = sortedValues(input);
  const method = methodIn(input);
  const times = input.numberOr(fence, 1.5, { min: 0 });
  const [q1, q3] = [quantile(sorted, 0.25, method), quantile(sorted, 0.75, method)];
  const iqr = q3 - q1;
  const [low, high] = [q1 - times * iqr, q3 + times * iqr];
  const outliers = indicesOf(numbers, (value) => value < low || value > high);
  const steps = [
    `Q1 = ${show(q1)}, Q3 = ${show(q3)} (${method}), IQR = ${show(iqr)}`,
    `fences: ${show(q1)} − ${show(times)}·${show(iqr)} = ${show(low)} and ${show(q3)} + ${show(times)}·${show(iqr)} = ${show(high)}`,
    outlierLine(numbers, outliers),
  ];
  return { value: { q1, q3, iqr, lower: low, upper: high, outlier_indices: outliers }, steps };
}

function indicesOf(
  numbers: Float64Array,
  isOut: (value: number, index: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let index = 0; index < numbers.length; index++) {
    if (isOut(numbers[index] as number, index)) found.push(index);
  }
  return found;
}

function outlierLine(numbers: Float64Array, outliers: readonly number[]): string {
  if (outliers.length === 0) return 'strictly outside: none';
  const found = outliers.slice(0, 10).map((index) => show(numbers[index] as number));
  return `strictly outside: ${found.join(', ')}${outliers.length > 10 ? ', …' : ''}`;
}

function isConstant(numbers: Float64Array): boolean {
  return numbers.every((value) => value === numbers[0]);
}

function standardOutliers(input: MetricInput): Computation {
  const numbers = input.someNumbers(values);
  const less = input.numberOr(ddof, 0, { min: 0, whole: true });
  const most = input.numberOr(threshold, 3, { min: 0 });
  if (isConstant(numbers) || numbers.length <= less) {
    const reason =
      numbers.length <= less
        ? `${numbers.length} values with ddof ${less}`
        : 'the values do not vary: the standard deviation is 0';
    const z = Array.from(numbers, () => null);
    return {
      value: { z, outlier_indices: [] },
      steps: [`undefined: ${reason}`],
      undefinedBecause: reason,
    };
  }
  const center = mean(numbers);
  const sd = Math.sqrt(squaredDeviations(numbers, center) / (numbers.length - less));
  const z = numbers.map((value) => (value - center) / sd);
  const outliers = indicesOf(z, (score) => Math.abs(score) > most);
  const steps = [
    `mean = ${show(center)}, standard deviation (ddof ${less}) = ${show(sd)}`,
    `z = (x − mean) / sd = ${showList(z)}`,
    `|z| > ${show(most)}; ${outlierLine(numbers, outliers)}`,
  ];
  return { value: { z: [...z], outlier_indices: outliers }, steps };
}

function winsorize(input: MetricInput): Computation {
  const kind = input.choice(variant, ['clip', 'count'], input.has(limits) ? 'count' : 'clip');
  return kind === 'clip' ? clipped(input) : counted(input);
}

function clipped(input: MetricInput): Computation {
  const numbers = input.someNumbers(values);
  const sorted = sortedValues(input);
  const [from, to] = [input.numberOr(lower, 5, percent), input.numberOr(upper, 95, percent)];
  if (from > to) throw input.wrong(lower, `is ${from}, above ${to}`);
  const method = methodIn(input);
  const [low, high] = [quantile(sorted, from / 100, method), quantile(sorted, to / 100, method)];
  const value = Array.from(numbers, (number) => Math.min(Math.max(number, low), high));
  return {
    value,
    steps: [`clipped to [p${from}, p${to}] = [${show(low)}, ${show(high)}]`, showList(value)],
  };
}

/** The int(p · n) smallest and greatest take the nearest value that is kept. */
function counted(input: MetricInput): Computation {
  const numbers = input.someNumbers(values);
  const [below, above] = limitsIn(input);
  const order = descending(numbers).reverse();
  const first = Math.floor(below * numbers.length);
  const last = numbers.length - Math.floor(above * numbers.length) - 1;
  if (first > last) throw input.wrong(limits, 'leave no value');
  const value = Array.from(numbers);
  const [low, high] = [first, last].map((at) => numbers[order[at] as number] as number) as [
    number,
    number,
  ];
  for (let at = 0; at < first; at++) value[order[at] as number] = low;
  for (let at = last + 1; at < order.length; at++) value[order[at] as number] = high;
  const line = `${first} smallest become ${show(low)}, ${order.length - 1 - last} greatest become ${show(high)}`;
  return { value, steps: [line, showList(value)] };
}

function limitsIn(input: MetricInput): [number, number] {
  const share = { min: 0, max: 1, as: 'a share' } as const;
  if (!input.has(limits))
    return [input.numberOr(lower, 5, percent) / 100, 1 - input.numberOr(upper, 95, percent) / 100];
  if (!isList(input.optional(limits))) {
    const both = input.number(limits, share);
    return [both, both];
  }
  const given = input.numbers(limits, share);
  if (given.length !== 2)
    throw input.wrong(limits, `has ${given.length} shares: give one for each end`);
  return [given[0] as number, given[1] as number];
}

function scale(input: MetricInput): Computation {
  const numbers = input.someNumbers(values);
  const kind = input.choice(scaling, ['standard', 'minmax', 'robust'], 'standard');
  const { center, spread, line } = scales[kind](numbers);
  const isFlat = spread === 0;
  const divisor = isFlat ? 1 : spread;
  const value = Array.from(numbers, (number) => (number - center) / divisor);
  const note = isFlat ? ['the spread is 0 and replaced by 1'] : [];
  return { value, steps: [line, ...note, showList(value)] };
}

interface Scale {
  readonly center: number;
  readonly spread: number;
  readonly line: string;
}

const scales = {
  standard: (numbers: Float64Array): Scale => {
    const center = mean(numbers);
    const spread = isConstant(numbers)
      ? 0
      : Math.sqrt(squaredDeviations(numbers, center) / numbers.length);
    const line = `(x − mean) / sd = (x − ${show(center)}) / ${show(spread)}`;
    return { center: isConstant(numbers) ? (numbers[0] as number) : center, spread, line };
  },
  minmax: (numbers: Float64Array): Scale => {
    const sorted = numbers.slice().sort();
    const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
    const line = `(x − min) / (max − min) = (x − ${show(least)}) / (${show(most)} − ${show(least)})`;
    return { center: least, spread: most - least, line };
  },
  robust: (numbers: Float64Array): Scale => {
    const sorted = numbers.slice().sort();
    const [q1, center, q3] = [0.25, 0.5, 0.75].map((share) =>
      quantile(sorted, share, 'linear'),
    ) as [number, number, number];
    const line = `(x − median) / (Q3 − Q1) = (x − ${show(center)}) / (${show(q3)} − ${show(q1)})`;
    return { center, spread: q3 - q1, line };
  },
};

export const preprocessing: readonly MetricFormula[] = [
  metric({
    id: 'percentile',
    name: 'Percentile',
    aliases: ['latency', 'latency-percentiles', 'quantile'],
    formula: 'the value below which q % of the values lie',
    forms: [[values, asked]],
    options: [quantileMethod],
    work: percentile,
  }),
  metric({
    id: 'iqr-outliers',
    name: 'Outliers by IQR',
    aliases: ['tukey-fences'],
    formula: 'outlier if x < Q1 − 1.5·IQR or x > Q3 + 1.5·IQR',
    forms: [[values]],
    options: [fence, quantileMethod],
    work: quartileOutliers,
  }),
  metric({
    id: 'zscore-outliers',
    name: 'Outliers by z-score',
    aliases: ['z-score'],
    formula: 'z = (x − mean) / sd; outlier if |z| > threshold',
    forms: [[values]],
    options: [ddof, threshold],
    work: standardOutliers,
  }),
  metric({
    id: 'winsorize',
    name: 'Winsorizing',
    aliases: ['winsorise', 'winsorizing'],
    formula: 'values beyond the limits take the value of the limit',
    forms: [[values]],
    options: [variant, lower, upper, limits, quantileMethod],
    work: winsorize,
  }),
  metric({
    id: 'scaling',
    name: 'Scaling',
    aliases: ['standardization', 'normalization'],
    formula: 'standard: (x − mean)/sd; minmax: (x − min)/(max − min); robust: (x − median)/IQR',
    forms: [[values]],
    options: [scaling],
    work: scale,
  }),
];
