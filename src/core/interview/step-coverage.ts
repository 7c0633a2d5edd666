/** The points of a case step by step, with what was said of each. */
import type { Case, Step } from '../catalog.ts';
import { coverPoints } from './coverage.ts';
import type { SaidLine } from './scorecard.ts';

type CasePoint = Case['rubric'][number];

export interface CoveredPoint {
  readonly point: CasePoint;
  readonly isCovered: boolean;
  readonly evidence: readonly SaidLine[];
  /** The person said so, against what was heard. */
  readonly isCorrected?: boolean | undefined;
}

export interface StepCoverage {
  readonly step: string;
  readonly name: string;
  readonly points: readonly CoveredPoint[];
  readonly coveredCount: number;
}

/** In the order of the steps; a step of which the rubric has no point is left out. */
export function coverageBySteps(
  steps: readonly Pick<Step, 'id' | 'name'>[],
  points: readonly CoveredPoint[],
): StepCoverage[] {
  return steps.flatMap(({ id, name }) => {
    const own = points.filter(({ point }) => point.step === id);
    const coveredCount = own.filter(({ isCovered }) => isCovered).length;
    return own.length > 0 ? [{ step: id, name, points: own, coveredCount }] : [];
  });
}

export function coverCase(design: Case, lines: readonly SaidLine[]): CoveredPoint[] {
  return coverPoints(design.rubric, lines);
}
