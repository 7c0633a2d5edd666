/** The grade of a written design as a document. */
import type { Case, Catalog } from '../core/catalog.ts';
import type { Scoring } from '../core/interview/scorecard.ts';
import type { CoveredPoint, StepCoverage } from '../core/interview/step-coverage.ts';
import type { Level } from '../core/settings.ts';
import { coverageBars, coverageBlocks } from './coverage.ts';
import { type Document, document, heading, paragraph, section } from './document.ts';
import { scorecardBlocks } from './scorecard.ts';
import { printable } from './width.ts';

export interface Grade {
  readonly design: Case;
  readonly level: Level;
  readonly points: readonly CoveredPoint[];
  readonly steps: readonly StepCoverage[];
  /** Did headings of the text name steps? */
  readonly hasSteps: boolean;
  readonly scoring: Scoring | undefined;
}

export function gradeDocument(grade: Grade, catalog: Catalog): Document {
  const { design, points, steps, hasSteps, scoring } = grade;
  const covered = points.filter(({ isCovered }) => isCovered).length;
  return document(
    heading(1, `Coverage: ${printable(design.name)}`),
    paragraph(`${covered} of ${points.length} points are made.`),
    hasSteps
      ? undefined
      : paragraph('No heading names a step, so each line was held against all steps.'),
    coverageBars(steps),
    section(2, 'Points', coverageBlocks(steps, catalog)),
    scoring && section(2, 'Scorecard', scorecardBlocks(scoring)),
  );
}
