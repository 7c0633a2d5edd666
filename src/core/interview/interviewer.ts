/**
 * What the interviewer says without being asked: probes that follow what was said or left out,
 * one twist, a neutral word after silence. Pure: the same case, seed and events give the same.
 */
import type { Case } from '../catalog.ts';
import { seededRandom, seedFrom } from '../random.ts';
import { coverPoints } from './coverage.ts';
import type { EventData } from './events.ts';
import type { Pace } from './pace.ts';
import type { Session } from './session.ts';
import { totalUsedMs } from './timeline.ts';

export interface Interviewer {
  /** undefined: a prompt of one's own, on which there is nothing to know. */
  readonly design: Case | undefined;
  readonly seed: number;
}

export interface Moment {
  readonly session: Session;
  readonly pace: Pace;
  /** The interview's clock. */
  readonly clockMs: number;
  /** The clock when a key was last pressed. */
  readonly typedMs: number;
}

type Probe = Case['probes'][number];

/** Between two things that the interviewer says. */
const restMs = 90_000;
/** Silence after which there is a word, and until the next one. */
const silenceMs = 60_000;
const nextSilenceMs = 180_000;
/** In which part of a step a probe comes, and of the interview a twist, as shares. */
const probeFrom = 0.5;
const probeSpread = 0.25;
const twistFrom = 0.4;
const twistSpread = 0.25;

/** The one thing to say now, as the event of saying it. */
export function interviewerSays(interviewer: Interviewer, moment: Moment): EventData | undefined {
  const { session, pace } = moment;
  const isOver = session.outcome !== undefined || pace.total.leftMs <= 0;
  if (pace.isPaused || isOver || session.openGap) return undefined;
  return dueTwist(interviewer, moment) ?? dueProbe(interviewer, moment) ?? dueNudge(moment);
}

/** When in the interview the twist comes, on the time used; the same for a seed and plan. */
export function twistMoment({ design, seed }: Interviewer, totalMs: number) {
  const twists = design?.twists ?? [];
  if (twists.length === 0) return undefined;
  const random = seededRandom(seedFrom(`${seed} twist`));
  const twist = random.pick(twists);
  const share = twistFrom + twistSpread * (random.below(1000) / 1000);
  return { twist, atMs: Math.round((totalMs * share) / 1000) * 1000 };
}

function dueTwist(interviewer: Interviewer, { session, pace }: Moment): EventData | undefined {
  const due = twistMoment(interviewer, session.plan.totalMs);
  const isOver = session.spoken.some(({ kind }) => kind === 'twist');
  // A single step practiced alone has no middle.
  if (!due || isOver || session.plan.steps.length < 3) return undefined;
  const used = totalUsedMs(session.timeline);
  // Somebody who is fast comes to the middle of the plan before half of the time is gone.
  return Math.max(used, placeInPlan(session, pace)) >= due.atMs && hasRested(session, used)
    ? { kind: 'twisted', twist: due.twist.id }
    : undefined;
}

/** How far the plan has come, by the budgets of the steps that are done. */
function placeInPlan({ plan }: Session, { stepIndex, step }: Pace): number {
  const done = plan.steps.slice(0, stepIndex).reduce((sum, { budgetMs }) => sum + budgetMs, 0);
  return done + Math.min(step.usedMs, step.budgetMs);
}

/** So much of a step has been heard when the notes do not wait for its second half. */
const notesHeard = 3;
const leastHeardMs = 45_000;

function dueProbe(interviewer: Interviewer, moment: Moment): EventData | undefined {
  const { session, pace } = moment;
  const step = session.plan.steps[pace.stepIndex]?.step ?? '';
  const wasProbed = session.spoken.some(
    ({ kind, stepIndex }) => kind === 'probe' && stepIndex === pace.stepIndex,
  );
  const random = seededRandom(seedFrom(`${interviewer.seed} probe ${step}`));
  const share = probeFrom + probeSpread * (random.below(1000) / 1000);
  const notes = session.notes.filter(({ stepIndex }) => stepIndex === pace.stepIndex).length;
  const wasHeard = notes >= notesHeard && pace.step.usedMs >= leastHeardMs;
  const isTime = wasHeard || pace.step.usedMs >= share * pace.step.budgetMs;
  if (wasProbed || !isTime || !hasRested(session, totalUsedMs(session.timeline))) return undefined;
  const probe = chooseProbe(interviewer, session, step);
  return probe && { kind: 'probed', probe: probe.id };
}

/** Time on the clock since the interviewer last spoke. */
function hasRested({ spoken }: Session, usedMs: number): boolean {
  const last = spoken.findLast(({ kind }) => kind !== 'nudge');
  return !last || usedMs - last.usedMs >= restMs;
}

/** Which share of a probe's points must have been said for its depth to fit. */
const fits = {
  define: (share: number) => 1 - share,
  choose: (share: number) => 1 - Math.abs(share - 0.5),
  defend: (share: number) => share,
} as const satisfies Record<Probe['depth'], (share: number) => number>;

/** Of the step's probes the one that fits best to what was said; chance decides among equals. */
export function chooseProbe(
  { design, seed }: Interviewer,
  session: Session,
  step: string,
): Probe | undefined {
  const asked = new Set(session.spoken.map(({ id }) => id));
  const open = (design?.probes ?? []).filter(
    (probe) => probe.step === step && !asked.has(probe.id),
  );
  if (!design || open.length === 0) return undefined;
  const steps = session.plan.steps;
  const lines = session.notes.map(({ text, stepIndex }) => ({
    text,
    step: steps[stepIndex]?.step,
  }));
  const covered = new Set(
    coverPoints(design.rubric, lines).flatMap(({ point, isCovered }) =>
      isCovered ? point.id : [],
    ),
  );
  const mixed = seededRandom(seedFrom(`${seed} choice ${step}`)).shuffle(open);
  const suits = ({ depth, points }: Probe) =>
    points.length === 0
      ? 0.5
      : fits[depth](points.filter((id) => covered.has(id)).length / points.length);
  return mixed.reduce(
    (best, probe) => (suits(probe) > suits(best) ? probe : best),
    mixed[0] as Probe,
  );
}

function dueNudge({ session, clockMs, typedMs }: Moment): EventData | undefined {
  const last = session.spoken.at(-1);
  const wait = last?.kind === 'nudge' ? nextSilenceMs : silenceMs;
  const quietMs = clockMs - Math.max(session.activeMs, typedMs);
  return quietMs >= wait ? { kind: 'nudged' } : undefined;
}

/** Neutral: no praise, no help. */
const nudges = [
  'Take your time. Say aloud what you are weighing.',
  'Where are you in the design?',
  'What would you look at next?',
] as const;

/** The interviewer's last words: the prompt at first, then what was told, asked or changed. */
export function lastWords(design: Case | undefined, session: Session, prompt: string): string {
  const spoken = session.spoken.at(-1);
  const asked = session.asked.at(-1);
  const isAnswer = asked && (!spoken || asked.usedMs >= spoken.usedMs);
  if (isAnswer) return answerTo(design, asked.facts);
  if (!spoken) return prompt;
  const count = session.spoken.filter(({ kind }) => kind === 'nudge').length;
  return wordsOf(design, spoken, count) ?? prompt;
}

function wordsOf(
  design: Case | undefined,
  { kind, id }: Session['spoken'][number],
  count: number,
): string | undefined {
  if (kind === 'nudge') return nudges[(count - 1) % nudges.length];
  if (kind === 'twist') return design?.twists.find((twist) => twist.id === id)?.say;
  return design?.probes.find((probe) => probe.id === id)?.ask;
}

/** The facts in the interviewer's words, or that there is none. */
export function answerTo(design: Case | undefined, facts: readonly string[]): string {
  const told = facts.flatMap((id) => design?.facts.find((fact) => fact.id === id)?.fact ?? []);
  return told.length > 0 ? told.join(' ') : 'That is not fixed. State an assumption and go on.';
}
