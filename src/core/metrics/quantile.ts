/** Quantiles of a sample by numpy's methods (Hyndman & Fan 1996). */

export const quantileMethods = [
  'linear',
  'inverted_cdf',
  'averaged_inverted_cdf',
  'closest_observation',
  'interpolated_inverted_cdf',
  'hazen',
  'weibull',
  'median_unbiased',
  'normal_unbiased',
  'lower',
  'higher',
  'midpoint',
  'nearest',
] as const;

export type QuantileMethod = (typeof quantileMethods)[number];

/** A place between values, counted from 0, maybe with a fraction. */
type Place = (n: number, share: number) => number;

function spaced(alpha: number, beta: number): Place {
  return (n, share) => n * share + alpha + share * (1 - alpha - beta) - 1;
}

const linearPlace: Place = (n, share) => (n - 1) * share;

const places = {
  linear: linearPlace,
  inverted_cdf: (n, share) => Math.ceil(n * share - 1),
  averaged_inverted_cdf: (n, share) => {
    const place = n * share - 1;
    return Number.isInteger(place) ? place + 0.5 : Math.ceil(place);
  },
  closest_observation: (n, share) => {
    const place = n * share - 1.5;
    const below = Math.floor(place);
    // A tie goes to the even order statistic; places count from 0, order statistics from 1.
    return place === below && Math.abs(below % 2) === 1 ? below : below + 1;
  },
  interpolated_inverted_cdf: spaced(0, 1),
  hazen: spaced(0.5, 0.5),
  weibull: spaced(0, 0),
  median_unbiased: spaced(1 / 3, 1 / 3),
  normal_unbiased: spaced(3 / 8, 3 / 8),
  lower: (n, share) => Math.floor(linearPlace(n, share)),
  higher: (n, share) => Math.ceil(linearPlace(n, share)),
  midpoint: (n, share) => {
    const place = linearPlace(n, share);
    return Number.isInteger(place) ? place : Math.floor(place) + 0.5;
  },
  nearest: (n, share) => roundHalfEven(linearPlace(n, share)),
} satisfies Record<QuantileMethod, Place>;

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}

/** `share` of the values lie below; the values are sorted and there is at least one. */
export function quantile(sorted: Float64Array, share: number, method: QuantileMethod): number {
  const place = placeOf(sorted.length, share, method);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  const part = place - Math.floor(place);
  const step = above - below;
  return part < 0.5 ? below + step * part : above - step * (1 - part);
}

/** Where it lies, counted from 0, within the list. */
export function placeOf(count: number, share: number, method: QuantileMethod): number {
  return Math.min(Math.max(places[method](count, share), 0), count - 1);
}
