/** Holds a written design against the rubric of its case. */
import type { Context } from '../../context.ts';
import { scoringOf } from '../../core/interview/scorecard.ts';
import { coverageBySteps, coverCase } from '../../core/interview/step-coverage.ts';
import { readDesign } from '../../core/interview/written-design.ts';
import type { Level } from '../../core/settings.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { type Grade, gradeDocument } from '../../view/grade.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { findCase } from '../interview/choose.ts';
import { coverageJson, pointsJson, scoringJson } from './json.ts';
import { readDesignFile } from './read.ts';

export interface GradeOptions {
  readonly design: string;
  readonly file: string;
  readonly level: Level | undefined;
  readonly isJson: boolean;
}

export async function runGrade(options: GradeOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  const catalog = await context.knowledge();
  const design = findCase(catalog, [options.design]);
  const level = options.level ?? context.config().level;
  const text = await readDesignFile(options.file, context.workingDirectory);
  const steps = catalog.all('step');
  const { lines, hasSteps } = readDesign(text, steps);
  const points = coverCase(design, lines);
  const grade: Grade = {
    design,
    level,
    points,
    steps: coverageBySteps(steps, points),
    hasSteps,
    scoring: catalog.scorecard && scoringOf(catalog.scorecard, level, points),
  };
  if (options.isJson) io.out(`${JSON.stringify(jsonOf(grade), null, 2)}\n`);
  else await io.page(renderTerminal(gradeDocument(grade, catalog), io));
  return exitCodes.done;
}

function jsonOf({ design, level, points, steps, scoring }: Grade) {
  return {
    case: design.id,
    level,
    points: pointsJson(points),
    coverage: coverageJson(points, steps),
    scorecard: scoring ? scoringJson(scoring) : null,
  };
}
