/** The three things to do after an interview: what cost most comes first. */
import type { Scoring } from './scorecard.ts';
import type { CoveredPoint } from './step-coverage.ts';

export type NextThing =
  /** A dimension scored low: what was missed there first, and what to read. */
  | {
      readonly kind: 'read';
      readonly dimension: string;
      readonly missed: string;
      readonly see: readonly string[];
    }
  /** A step that takes too long. */
  | {
      readonly kind: 'sprint';
      readonly step: string;
      readonly name: string;
      readonly times: number;
    }
  /** The points that were missed, as cards. */
  | { readonly kind: 'cards'; readonly count: number; readonly caseId: string }
  /** The same case again. */
  | { readonly kind: 'again'; readonly caseId: string };

export interface AfterInterview {
  readonly caseId: string | undefined;
  readonly points: readonly CoveredPoint[];
  readonly scoring: Scoring | undefined;
  readonly steps: readonly {
    readonly step: string;
    readonly name: string;
    readonly overMs: number;
  }[];
  /** How often each step overran in the interviews before this one, the latest first until one that did not. */
  readonly overrunsBefore: ReadonlyMap<string, number>;
}

const mostThings = 3;
/** An overrun that is worth practice. */
const leastOverMs = 30_000;

export function nextThings(after: AfterInterview): NextThing[] {
  const things = [...sprints(after), ...readings(after), ...cards(after), ...again(after)];
  return things.slice(0, mostThings);
}

/** One step at most: the one that overran most often, then by most. */
function sprints({ steps, overrunsBefore }: AfterInterview): NextThing[] {
  const [worst] = steps
    .filter(({ overMs }) => overMs >= leastOverMs)
    .map((step) => ({ ...step, times: 1 + (overrunsBefore.get(step.step) ?? 0) }))
    .sort((a, b) => b.times - a.times || b.overMs - a.overMs);
  return worst ? [{ kind: 'sprint', step: worst.step, name: worst.name, times: worst.times }] : [];
}

/** The dimension that loses most: low score, high weight. */
function readings({ scoring, points }: AfterInterview): NextThing[] {
  const [worst] = (scoring?.scores ?? [])
    .flatMap(({ dimension, given, missed }) =>
      given !== undefined && given < 4 && missed
        ? [{ dimension, missed, lost: (4 - given) * dimension.weight }]
        : [],
    )
    .sort((a, b) => b.lost - a.lost);
  if (!worst) return [];
  const see = points.find(({ point }) => point.id === worst.missed.id)?.point.see ?? [];
  return [{ kind: 'read', dimension: worst.dimension.name, missed: worst.missed.text, see }];
}

function cards({ points, caseId }: AfterInterview): NextThing[] {
  const count = points.filter(({ isCovered }) => !isCovered).length;
  return count > 0 && caseId !== undefined ? [{ kind: 'cards', count, caseId }] : [];
}

function again({ caseId }: AfterInterview): NextThing[] {
  return caseId === undefined ? [] : [{ kind: 'again', caseId }];
}
