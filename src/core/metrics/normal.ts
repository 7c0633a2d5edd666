/** The standard normal distribution, to about 14 digits. */

/** Upper tail P(Z > z), without the loss of 1 − P(Z ≤ z) far out. */
export function normalTail(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/** z with P(Z ≤ z) = p: a rational start (Abramowitz & Stegun 26.2.23), then Halley steps. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p < 0.5) return -quantileOfTail(p);
  return quantileOfTail(1 - p);
}

/** z with P(Z > z) = tail, for a tail of at most one half. */
function quantileOfTail(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const start =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let z = start;
  for (let step = 0; step < 3; step++) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const newton = (normalTail(z) - tail) / density;
    z += newton / (1 - (newton * z) / 2);
  }
  return z;
}

function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < 2 ? 1 - erfSeries(x) : erfcFraction(x);
}

/** Abramowitz & Stegun 7.1.6: all terms positive. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** Abramowitz & Stegun 7.1.14, from the inside out. */
function erfcFraction(x: number): number {
  let fraction = x;
  for (let n = 120; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
