/** Two attempts at one case: what the later one made and what it lost. */
import type { CoveredPoint } from './step-coverage.ts';

type Point = CoveredPoint['point'];

export function comparePoints(
  before: readonly CoveredPoint[],
  after: readonly CoveredPoint[],
): { readonly gained: readonly Point[]; readonly lost: readonly Point[] } {
  const made = (points: readonly CoveredPoint[]) =>
    new Set(points.flatMap(({ point, isCovered }) => (isCovered ? point.id : [])));
  const [first, second] = [made(before), made(after)];
  const points = after.map(({ point }) => point);
  return {
    gained: points.filter(({ id }) => second.has(id) && !first.has(id)),
    lost: points.filter(({ id }) => first.has(id) && !second.has(id)),
  };
}
