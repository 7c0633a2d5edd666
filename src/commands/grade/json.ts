/** Coverage and scores as the JSON of `grade` and `review` gives them. */
import type { Scoring } from '../../core/interview/scorecard.ts';
import type { CoveredPoint, StepCoverage } from '../../core/interview/step-coverage.ts';
import { levels } from '../../core/settings.ts';

export function pointsJson(points: readonly CoveredPoint[]): unknown[] {
  return points.map(({ point, isCovered, evidence }) => ({
    id: point.id,
    step: point.step,
    text: point.text,
    level: point.level,
    covered: isCovered,
    evidence: evidence.map(({ text }) => text),
    ...placesOf(evidence),
    see: point.see,
  }));
}

/** Lines of a file, or seconds into the interview. */
function placesOf(evidence: CoveredPoint['evidence']): Record<string, number[]> {
  const lines = evidence.flatMap(({ number }) => number ?? []);
  const atSeconds = evidence.flatMap(({ usedMs }) =>
    usedMs === undefined ? [] : Math.round(usedMs / 1000),
  );
  return { ...(lines.length > 0 && { lines }), ...(atSeconds.length > 0 && { atSeconds }) };
}

export function coverageJson(points: readonly CoveredPoint[], steps: readonly StepCoverage[]) {
  const whole = tally(points);
  return {
    ...whole,
    share: whole.of === 0 ? 0 : Number((whole.covered / whole.of).toFixed(4)),
    steps: steps.map(({ step, name, points: own }) => ({ step, name, ...tally(own) })),
    levels: Object.fromEntries(
      levels.map((level) => [level, tally(points.filter(({ point }) => point.level === level))]),
    ),
  };
}

function tally(points: readonly CoveredPoint[]): { covered: number; of: number } {
  return { covered: points.filter(({ isCovered }) => isCovered).length, of: points.length };
}

export function scoringJson({ level, scores, decision }: Scoring) {
  return {
    level,
    scores: scores.map(({ dimension, score, given, isConfirmed, counts, moment, limits }) => ({
      dimension: dimension.id,
      name: dimension.name,
      weight: dimension.weight,
      score: given ?? null,
      suggested: score ?? null,
      confirmed: isConfirmed,
      anchor: given === undefined ? null : dimension.anchors[given],
      moment: moment?.text ?? null,
      points: counts,
      limits: limits.map(({ most, because }) => ({ most, because })),
    })),
    decision: decision
      ? {
          ...decision,
          average: Number(decision.average.toFixed(3)),
          missed: decision.missed?.name ?? null,
        }
      : null,
  };
}
