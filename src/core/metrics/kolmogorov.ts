/** How likely a Kolmogorov–Smirnov distance is by chance: exactly, or for large samples. */
import { logFactorial } from './factorial.ts';

export type Alternative = 'two-sided' | 'less' | 'greater';

/**
 * Exact P(D ≥ d) for two samples, counting the lattice paths that leave the band
 * |i/m − j/n| < d (Hodges 1958): the share of paths that stay inside, cell by cell.
 */
export function exactTail(m: number, n: number, steps: number, alternative: Alternative): number {
  if (steps <= 0) return 1;
  const isTwoSided = alternative === 'two-sided';
  const [long, short] = [Math.max(m, n), Math.min(m, n)];
  const divisor = gcd(m, n);
  const [stepLong, stepShort] = [short / divisor, long / divisor];
  // outside[j]: probability that a random path to (i, j) has touched the edge of the band.
  const outside = new Float64Array(short + 1);
  for (let i = 0; i <= long; i++) {
    for (let j = 0; j <= short; j++) {
      const height = i * stepLong - j * stepShort;
      const isOut = isTwoSided ? Math.abs(height) >= steps : height >= steps;
      outside[j] = isOut ? 1 : insideShare(outside, i, j);
    }
  }
  return outside[short] as number;
}

/** A path to (i, j) came from (i − 1, j) with probability i/(i + j), else from (i, j − 1). */
function insideShare(outside: Float64Array, i: number, j: number): number {
  if (i + j === 0) return 0;
  const left = j > 0 ? (outside[j - 1] as number) : 0;
  return (i * (outside[j] as number) + j * left) / (i + j);
}

export function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Asymptotic P(D⁺ ≥ d) of two samples (Hodges 1958, eq. 5.3). */
export function oneSidedTail(m: number, n: number, distance: number): number {
  const [long, short] = [Math.max(m, n), Math.min(m, n)];
  const z = Math.sqrt((long * short) / (long + short)) * distance;
  const correction = (2 * z * (long + 2 * short)) / Math.sqrt(long * short * (long + short)) / 3;
  return Math.min(1, Math.exp(-2 * z * z - correction));
}

/** P(D_n ≥ x) of one sample against its true distribution, both sides. */
export function twoSidedTail(n: number, x: number): number {
  const t = n * x;
  if (x >= 1) return 0;
  if (t <= 0.5) return 1;
  if (t <= 1) return 1 - Math.exp(logFactorial(n) - n * Math.log(n) + n * Math.log(2 * t - 1));
  if (t >= n - 1) return 2 * (1 - x) ** n;
  // Beyond these the chance of leaving on both sides no longer shows in the digits.
  const isFar = x >= 0.5 || t * x >= (n <= 140 ? 4 : 2.2);
  if (isFar) return Math.min(1, 2 * smirnovTail(n, x));
  if (n <= 140 || (n <= 100_000 && n * x ** 1.5 <= 1.4)) return 1 - marsagliaCdf(n, x);
  return 1 - pelzGoodCdf(n, x);
}

/** P(D⁺_n ≥ x), exact (Birnbaum & Tingey 1951). */
function smirnovTail(n: number, x: number): number {
  const logN = logFactorial(n);
  let total = 0;
  for (let j = 0; j <= Math.floor(n * (1 - x)); j++) {
    const rest = 1 - x - j / n;
    if (rest <= 0) continue;
    const ways = logN - logFactorial(j) - logFactorial(n - j);
    total += Math.exp(ways + (j - 1) * Math.log(x + j / n) + (n - j) * Math.log(rest));
  }
  return Math.min(1, x * total);
}

/** P(D_n < x), exact by matrix powers (Marsaglia, Tsang & Wang 2003). */
function marsagliaCdf(n: number, x: number): number {
  const k = Math.floor(n * x) + 1;
  const size = 2 * k - 1;
  const h = k - n * x;
  let power = identity(size);
  let base = { cells: transitions(size, h), exponent: 0 };
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) power = product(power, base, size);
    base = product(base, base, size);
  }
  const cell = power.cells[(k - 1) * size + k - 1] as number;
  const log = Math.log(cell) + power.exponent * Math.LN2;
  return Math.exp(log + logFactorial(n) - n * Math.log(n));
}

interface Scaled {
  readonly cells: Float64Array;
  /** The cells are to be multiplied by two to this power. */
  readonly exponent: number;
}

function identity(size: number): Scaled {
  const cells = new Float64Array(size * size);
  for (let index = 0; index < size; index++) cells[index * size + index] = 1;
  return { cells, exponent: 0 };
}

function transitions(size: number, h: number): Float64Array {
  const cells = new Float64Array(size * size);
  const factorial = new Float64Array(size + 1).fill(1);
  for (let index = 1; index <= size; index++)
    factorial[index] = (factorial[index - 1] as number) * index;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= Math.min(row + 1, size - 1); column++) {
      let cell = 1;
      if (column === 0) cell -= h ** (row + 1);
      if (row === size - 1) cell -= h ** (size - column);
      if (column === 0 && row === size - 1 && 2 * h > 1) cell += (2 * h - 1) ** size;
      cells[row * size + column] = cell / (factorial[row - column + 1] as number);
    }
  }
  return cells;
}

function product(first: Scaled, second: Scaled, size: number): Scaled {
  const cells = new Float64Array(size * size);
  let greatest = 0;
  for (let row = 0; row < size; row++) {
    for (let inner = 0; inner < size; inner++) {
      const factor = first.cells[row * size + inner] as number;
      if (factor === 0) continue;
      for (let column = 0; column < size; column++) {
        const at = row * size + column;
        cells[at] =
          (cells[at] as number) + factor * (second.cells[inner * size + column] as number);
      }
    }
  }
  for (const cell of cells) greatest = Math.max(greatest, cell);
  const shift = greatest > 0 ? Math.floor(Math.log2(greatest)) : 0;
  const scale = 2 ** -shift;
  for (let at = 0; at < cells.length; at++) cells[at] = (cells[at] as number) * scale;
  return { cells, exponent: first.exponent + second.exponent + shift };
}

/** P(D_n < x) for large n (Pelz & Good 1976, as in Simard & L'Ecuyer 2011). */
function pelzGoodCdf(n: number, x: number): number {
  const z = Math.sqrt(n) * x;
  const [z2, z4, z6] = [z ** 2, z ** 4, z ** 6];
  const pi2 = Math.PI ** 2;
  const total = [0, 0, 0, 0];
  const add = (order: number, value: number) => {
    total[order] = (total[order] as number) + value;
  };
  for (let k = 0; k <= 60; k++) {
    const u = (k + 0.5) ** 2 * pi2;
    const weight = Math.exp(-u / (2 * z2));
    add(0, weight);
    add(1, (u - z2) * weight);
    add(2, (6 * z6 + 2 * z4 + u * (2 * z4 - 5 * z2) + u * u * (1 - 2 * z2)) * weight);
    add(
      3,
      (-30 * z6 -
        90 * z ** 8 +
        u * (135 * z4 - 96 * z6) +
        u * u * (212 * z4 - 60 * z2) +
        u ** 3 * (5 - 30 * z2)) *
        weight,
    );
  }
  let second = 0;
  let third = 0;
  for (let k = 1; k <= 60; k++) {
    const u = k * k * pi2;
    const weight = Math.exp(-u / (2 * z2));
    second += u * weight;
    third += (3 * u * z2 - u * u) * weight;
  }
  const root = Math.sqrt(2 * Math.PI);
  const half = Math.sqrt(Math.PI / 2);
  const parts = [
    (root / z) * (total[0] as number),
    (half / (3 * z4)) * (total[1] as number),
    (half / (36 * z ** 7)) * (total[2] as number) - (half / (18 * z ** 3)) * second,
    (half / (3240 * z ** 10)) * (total[3] as number) + (half / (108 * z6)) * third,
  ];
  return parts.reduce((sum, part, order) => sum + part / n ** (order / 2), 0);
}
