/** Scores suggested from what was said, and the decision that follows from scores. */
import type { Scorecard } from '../catalog.ts';
import type { Level } from '../settings.ts';
import type { PointCoverage, RubricPoint } from './coverage.ts';

export type Score = 1 | 2 | 3 | 4;
type ScoredDimension = Scorecard['dimensions'][number];
export type DimensionId = ScoredDimension['id'];

/** A point of the rubric, as far as scoring goes. */
export interface ScoredPoint extends RubricPoint {
  readonly level: Level;
  readonly dimension?: DimensionId | undefined;
}

export interface SaidLine {
  readonly text: string;
  readonly step?: string | undefined;
  /** Time used when it was said. */
  readonly usedMs?: number | undefined;
  /** The line of the file it stands in. */
  readonly number?: number | undefined;
}

export type ScoredCoverage = PointCoverage<ScoredPoint, SaidLine>;

interface Count {
  readonly level: Level;
  readonly covered: number;
  readonly of: number;
}

/** Something that caps a score whatever was said. */
export interface Limit {
  readonly dimension: DimensionId;
  readonly most: Score;
  readonly because: string;
}

export interface SuggestedScore {
  readonly dimension: ScoredDimension;
  /** Undefined when the rubric has nothing on it. */
  readonly score: Score | undefined;
  readonly counts: readonly Count[];
  readonly limits: readonly Limit[];
  /** What was said that proves most. */
  readonly moment: SaidLine | undefined;
  /** The first point that was missed, the easiest level first. */
  readonly missed: ScoredPoint | undefined;
}

function suggestScores(
  scorecard: Scorecard,
  level: Level,
  coverage: readonly ScoredCoverage[],
  limits: readonly Limit[] = [],
): SuggestedScore[] {
  const shares = scorecard.targets.find(({ id }) => id === level)?.shares;
  return scorecard.dimensions.map((dimension) => {
    const points = coverage.filter(({ point }) => dimensionOf(point, scorecard) === dimension.id);
    const counts = levelOrder.map((of) => countOf(points, of));
    const own = limits.filter((limit) => limit.dimension === dimension.id);
    const earned = points.length > 0 && shares ? scoreFor(shares, counts) : undefined;
    return {
      dimension,
      score: earned && (Math.min(earned, ...own.map(({ most }) => most)) as Score),
      counts,
      limits: own.filter(({ most }) => earned !== undefined && most < earned),
      moment: momentOf(points),
      missed: inOrder(points).find(({ isCovered }) => !isCovered)?.point,
    };
  });
}

const levelOrder = ['mid', 'senior', 'staff'] as const satisfies readonly Level[];

/** Where a point is scored: under its own dimension, or that of its step. */
function dimensionOf(point: ScoredPoint, { dimensions }: Scorecard): DimensionId | undefined {
  return point.dimension ?? dimensions.find(({ step }) => step === point.step)?.id;
}

function countOf(points: readonly ScoredCoverage[], level: Level): Count {
  const own = points.filter(({ point }) => point.level === level);
  return { level, covered: own.filter(({ isCovered }) => isCovered).length, of: own.length };
}

/** The highest score of which every level's share is reached. */
function scoreFor(shares: Scorecard['targets'][number]['shares'], counts: readonly Count[]): Score {
  const reached = ([4, 3, 2] as const).find((score) =>
    counts.every(({ level, covered, of }) => of === 0 || covered / of >= shares[score][level]),
  );
  return reached ?? 1;
}

function inOrder(points: readonly ScoredCoverage[]): ScoredCoverage[] {
  return [...points].sort((a, b) => rank(a.point.level) - rank(b.point.level));
}

function rank(level: Level): number {
  return levelOrder.indexOf(level);
}

/** The hardest point that was said, in the step where it belongs if there was one. */
function momentOf(points: readonly ScoredCoverage[]): SaidLine | undefined {
  const moments = inOrder(points).flatMap(({ point, evidence: [line] }) =>
    line ? [{ line, isAtHome: line.step === undefined || line.step === point.step }] : [],
  );
  return (moments.findLast(({ isAtHome }) => isAtHome) ?? moments.at(-1))?.line;
}

interface Decision {
  readonly name: string;
  /** By weight, over the dimensions that have a score. */
  readonly average: number;
  readonly least: Score;
  /** What this decision asks for. */
  readonly asks: { readonly average: number; readonly least: number };
  /** The better decision that was missed, and what it asks for. */
  readonly missed:
    | { readonly name: string; readonly average: number; readonly least: number }
    | undefined;
  readonly unscored: readonly string[];
}

/** Undefined when nothing has a score. */
function decide(
  scorecard: Scorecard,
  scores: ReadonlyMap<DimensionId, Score>,
): Decision | undefined {
  const scored = scorecard.dimensions.flatMap(({ id, weight }) => {
    const score = scores.get(id);
    return score === undefined ? [] : [{ score, weight }];
  });
  if (scored.length === 0) return undefined;
  const whole = scored.reduce((sum, { weight }) => sum + weight, 0);
  const average = scored.reduce((sum, { score, weight }) => sum + score * weight, 0) / whole;
  const least = Math.min(...scored.map(({ score }) => score)) as Score;
  const { decisions } = scorecard;
  const found = decisions.findIndex(
    (each) => average >= each.average - 1e-9 && least >= each.least,
  );
  const index = found === -1 ? decisions.length - 1 : found;
  const decision = decisions[index];
  if (!decision) return undefined;
  return {
    name: decision.name,
    average,
    least,
    asks: { average: decision.average, least: decision.least },
    missed: decisions[index - 1],
    unscored: scorecard.dimensions.filter(({ id }) => !scores.has(id)).map(({ name }) => name),
  };
}

export interface GivenScore extends SuggestedScore {
  /** What the person settled on, or else what is suggested. */
  readonly given: Score | undefined;
  readonly isConfirmed: boolean;
}

export interface Scoring {
  readonly level: Level;
  readonly scores: readonly GivenScore[];
  readonly decision: Decision | undefined;
}

export interface ScoringOptions {
  readonly limits?: readonly Limit[];
  /** Scores that the person settled on. */
  readonly confirmed?: ReadonlyMap<DimensionId, Score>;
}

export function scoringOf(
  scorecard: Scorecard,
  level: Level,
  coverage: readonly ScoredCoverage[],
  { limits = [], confirmed = new Map() }: ScoringOptions = {},
): Scoring {
  const scores = suggestScores(scorecard, level, coverage, limits).map((suggested): GivenScore => {
    const own = confirmed.get(suggested.dimension.id);
    return { ...suggested, given: own ?? suggested.score, isConfirmed: own !== undefined };
  });
  const given = scores.flatMap(({ dimension, given: score }) =>
    score === undefined ? [] : [[dimension.id, score] as const],
  );
  return { level, scores, decision: decide(scorecard, new Map(given)) };
}
