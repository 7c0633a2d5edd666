/** Sums that do not lose small terms beside large ones. */

/** Neumaier's compensated sum of term(0) … term(count − 1). */
export function sumOf(count: number, term: (index: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < count; index++) {
    const value = term(index);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // An infinite term makes the correction NaN.
  return Number.isFinite(sum) ? sum + lost : sum;
}

export function sum(values: ArrayLike<number>): number {
  return sumOf(values.length, (index) => values[index] as number);
}

/** NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Mean of term(i), weighed when weights are given. */
export function meanOf(
  count: number,
  term: (index: number) => number,
  weights?: Float64Array | undefined,
): number {
  if (weights === undefined) return sumOf(count, term) / count;
  const total = sum(weights);
  return sumOf(count, (index) => term(index) * (weights[index] as number)) / total;
}

/** Sum of squared deviations from the mean. */
export function squaredDeviations(values: ArrayLike<number>, center = mean(values)): number {
  return sumOf(values.length, (index) => ((values[index] as number) - center) ** 2);
}
