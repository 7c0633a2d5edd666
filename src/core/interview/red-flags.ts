/** What interviewers hold against a candidate, where the notes or the clock show it. */
import { coverPoints } from './coverage.ts';
import type { SaidLine } from './scorecard.ts';

/** Time of a step, as far as flags go. */
interface StepTime {
  readonly step: string;
  readonly name: string;
  readonly plannedMs: number;
  readonly actualMs: number;
  readonly overMs: number;
  readonly wasReached: boolean;
}

export interface RedFlag {
  readonly id: string;
  readonly text: string;
  /** The line that shows it. */
  readonly moment?: SaidLine | undefined;
}

export interface Evidence {
  readonly lines: readonly SaidLine[];
  readonly steps: readonly StepTime[];
}

/** With fewer notes than this nothing can be said of what is missing in them. */
const fewestNotes = 8;

export function redFlags(evidence: Evidence): RedFlag[] {
  const said = evidence.lines.length >= fewestNotes ? silences(evidence) : [];
  return [...said, ...featureList(evidence), ...overruns(evidence)];
}

/** What every design should hold somewhere: terms of which one must be heard. */
const expected = [
  {
    id: 'no-baseline',
    step: 'modeling',
    text: 'No baseline was named: nothing shows what the model must beat.',
    terms: `baseline, heuristic, rule-based, rules, simple model, start simple, logistic regression,
      linear regression, most popular, popularity, newest first, chronological, bm25, v0`,
  },
  {
    id: 'no-limits',
    step: 'deployment',
    text: 'Limits of inference were ignored: no latency, throughput or cost.',
    terms: `latency, ms, millisecond, p99, p95, throughput, qps, per second, memory, cost, budget,
      gpu, real time, 200 ms, 100 ms, 50 ms, timeout`,
  },
  {
    id: 'no-link-to-goal',
    step: 'evaluation',
    text: 'Metrics were not tied to the goal: nothing was said of how the product would gain.',
    terms: `a/b, experiment, online metric, business metric, ctr, conversion, retention, revenue,
      engagement, satisfaction, guardrail, north star, complaints, loss prevented, cost per`,
  },
  {
    id: 'no-failure-modes',
    step: 'deployment',
    text: 'No failure mode was named: what happens when a part is slow, wrong or gone.',
    terms: `fallback, fall back, fails, failure, timeout, degrade, outage, rollback, roll back,
      revert, alert, alarm, retry, circuit breaker, kill switch`,
  },
] as const;

const expectations = expected.map(({ terms, ...rest }) => ({
  ...rest,
  signals: [terms.split(',').map((term) => term.trim())],
}));

function silences({ lines, steps }: Evidence): RedFlag[] {
  // Where a step falls does not matter here: each line is held against all of them.
  const anywhere = lines.map(({ text }) => ({ text }));
  return coverPoints(expectations, anywhere)
    .filter(({ isCovered, point }) => !isCovered && wasReached(steps, point.step))
    .map(({ point: { id, text } }) => ({ id, text }));
}

function wasReached(steps: readonly StepTime[], id: string): boolean {
  return steps.some((step) => step.step === id && step.wasReached);
}

const longList = 10;

function featureList({ lines, steps }: Evidence): RedFlag[] {
  const over = steps.find(({ step }) => step === 'features')?.overMs ?? 0;
  const moment = lines.find(
    ({ step, text }) => step === 'features' && text.split(/[,;]/).length >= longList,
  );
  if (!moment || over < 1000) return [];
  const text = 'A long list of features, and more time for it than planned.';
  return [{ id: 'feature-list', text, moment }];
}

/** More than this share over its plan, and more than a minute, is running over. */
const overShare = 0.25;
const minuteMs = 60_000;

function overruns({ steps }: Evidence): RedFlag[] {
  const [first] = steps;
  const isScopingLong =
    first && first.overMs > minuteMs && first.overMs > first.plannedMs * overShare * 2;
  const unreached = steps.filter((step) => !step.wasReached).map(({ name }) => name);
  const planned = steps.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  const actual = steps.reduce((sum, { actualMs }) => sum + actualMs, 0);
  return [
    ...(isScopingLong
      ? [{ id: 'long-scoping', text: `${first.name} took far more than its share of the time.` }]
      : []),
    ...(unreached.length > 0
      ? [
          {
            id: 'not-reached',
            text: `Time was up, or it was stopped, before: ${unreached.join(', ')}.`,
          },
        ]
      : []),
    ...(actual - planned > minuteMs && unreached.length === 0
      ? [{ id: 'over-time', text: 'The interview ran over its time.' }]
      : []),
  ];
}
