/** The interview in words: the clock, the advice, the help; the same on every kind of screen. */
import type { Advice } from '../core/interview/advice.ts';
import type { AlarmKind } from '../core/interview/alarms.ts';
import { commands } from '../core/interview/commands.ts';
import type { GapCause } from '../core/interview/events.ts';
import { type CheckItem, isTicked, leavesOf, type StepGuide } from '../core/interview/guide.ts';
import type { Loan, Pace } from '../core/interview/pace.ts';
import type { InterviewPlan } from '../core/interview/plan.ts';
import type { Session } from '../core/interview/session.ts';
import { clockTime } from '../core/time.ts';
import { printable } from './width.ts';

/** Whole seconds that have passed: 0:59.9 is still 0:59. */
export function passedTime(ms: number): string {
  return clockTime(Math.floor(Math.max(0, ms) / 1000) * 1000);
}

export interface ClockSegments {
  readonly step: string;
  readonly total: string;
  readonly drift: string;
  readonly finish: string;
  readonly extra: readonly string[];
}

export function clockSegments(pace: Pace): ClockSegments {
  const { step, total } = pace;
  const lent = step.budgetMs - step.allowanceMs;
  return {
    step: `step ${passedTime(step.usedMs)} of ${clockTime(step.allowanceMs)}`,
    total: `total ${passedTime(total.usedMs)} of ${clockTime(total.plannedMs)}`,
    drift: driftText(pace.behindMs),
    finish: `finish ${passedTime(pace.projectedMs)}`,
    extra: [
      ...(isSeen(lent) ? [`${clockTime(lent)} given to earlier steps`] : []),
      ...(pace.reserveMs > 0 ? [`reserve ${passedTime(pace.reserveMs)}`] : []),
    ],
  };
}

/** Less than a second is nothing that a person could act on. */
function isSeen(ms: number): boolean {
  return Math.abs(ms) >= 1000;
}

function driftText(behindMs: number): string {
  if (!isSeen(behindMs)) return 'on time';
  return behindMs > 0 ? `${passedTime(behindMs)} behind` : `${passedTime(-behindMs)} ahead`;
}

/** One line for those who ask, or cannot see the bars. */
export function timeText(pace: Pace, plan: InterviewPlan): string {
  const { step, total, drift, finish, extra } = clockSegments(pace);
  const left =
    pace.step.leftMs > 0
      ? `${clockTime(Math.ceil(pace.step.leftMs / 1000) * 1000)} left in it`
      : `over by ${passedTime(-pace.step.leftMs)}`;
  const name = plan.steps[pace.stepIndex]?.name ?? '';
  const parts = [`${name}: ${step}, ${left}`, total, drift, finish, ...extra];
  return `${parts.join('; ')}${pace.isPaused ? '; the clock is stopped' : ''}.`;
}

type AdviceTexts = {
  [K in Advice['kind']]: (advice: Extract<Advice, { kind: K }>, plan: InterviewPlan) => string;
};

const adviceTexts = {
  paused: () => 'The clock is stopped. /resume starts it.',
  'time-up': ({ overMs }) =>
    `Time is up${isSeen(overMs) ? `, by ${passedTime(overMs)}` : ''}. Say the whole design in one sentence, then finish.`,
  'move-on': ({ overMs, lenders }, plan) =>
    `Step over${isSeen(overMs) ? ` by ${passedTime(overMs)}` : ''}: sum it up in a sentence, then /next.${lendersText(lenders, plan)}`,
  'last-minute': ({ openCount, open }) =>
    open
      ? `Last minute, ${openCount} ${openCount === 1 ? 'point' : 'points'} open. First: ${open}`
      : 'Last minute: sum up, then /next.',
  cut: ({ behindMs, stepIndex, keepMs }, plan) =>
    `${passedTime(behindMs)} to make up: keep ${plan.steps[stepIndex]?.name ?? 'the next step'} to ${clockTime(keepMs)}.`,
  write: ({ open }) =>
    `Half of the step has gone without a note.${open ? ` Not said yet: ${open}` : ''}`,
  'go-deeper': ({ aheadMs }) =>
    `${passedTime(aheadMs)} in hand: go deeper where the design is hardest.`,
} as const satisfies AdviceTexts;

export function adviceText(advice: Advice, plan: InterviewPlan): string {
  return adviceTexts[advice.kind](advice as never, plan);
}

function lendersText(loans: readonly Loan[], plan: InterviewPlan): string {
  const seen = loans.filter(({ ms }) => isSeen(ms)).sort((a, b) => b.ms - a.ms);
  const [most] = seen;
  if (!most) return '';
  const share = `${plan.steps[most.stepIndex]?.name} (${passedTime(most.ms)})`;
  return seen.length === 1
    ? ` Borrowed from ${share}.`
    : ` Borrowed from ${seen.length} later steps, most from ${share}.`;
}

export const alarmTexts = {
  'last-minute': 'One minute left in this step.',
  'step-over': "This step's time is over.",
  'time-up': 'The time of the interview is over.',
} as const satisfies Record<AlarmKind, string>;

/** What the interviewer says, for a terminal on which nothing is painted twice. */
export function spokenText(words: string): string {
  return `Interviewer: ${printable(words)}`;
}

const causeTexts = {
  stopped: 'The program stood still',
  asleep: 'The machine slept, or its clock was set,',
} as const satisfies Record<GapCause, string>;

export function gapText({ cause, ms }: { readonly cause: GapCause; readonly ms: number }): string {
  return `${causeTexts[cause]} for ${passedTime(ms)}. The clock waits: does that time count? y or n.`;
}

export function setBackText(ms: number): string {
  return `The clock of the machine was set back by ${passedTime(ms)}; the interview's own clock goes on.`;
}

export function helpLines(): string[] {
  const all = Object.values(commands);
  const width = Math.max(...all.map(({ usage }) => usage.length));
  return [
    'Plain words are notes, kept with their time. Commands:',
    ...all.map(({ usage, help }) => `${usage.padEnd(width)}  ${help}`),
  ];
}

/** "3 min 20 s", "45 s", "2 h 5 min" */
export function durationText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
}

export function continuedText(clockMs: number, offMs: number): string {
  const off = isSeen(offMs)
    ? ` The ${durationText(offMs)} when the program was not running do not count.`
    : '';
  return `Continued at ${passedTime(clockMs)}.${off}`;
}

export function noteText(usedMs: number): string {
  return `Noted at ${passedTime(usedMs)}.`;
}

/** A step in plain lines: what it is for, and its checklist with what is ticked. */
export function stepLines(
  guide: StepGuide,
  { plan, ticked }: Session,
  stepIndex: number,
): string[] {
  const name = plan.steps[stepIndex]?.name ?? '';
  return [
    '',
    `Step ${stepIndex + 1} of ${plan.steps.length}: ${printable(name)}.`,
    ...guide.goals.map((goal) => `Goal: ${printable(goal)}`),
    'Checklist:',
    ...guide.checklist.flatMap((item, index) => pointLines(item, index, ticked)),
  ];
}

/** The points that hold one of these leaves. */
export function tickedLines(
  guide: StepGuide,
  { ticked }: Session,
  leaves: readonly string[],
): string[] {
  return guide.checklist.flatMap((item, index) =>
    leavesOf(item).some((leaf) => leaves.includes(leaf)) ? pointLines(item, index, ticked) : [],
  );
}

function pointLines(item: CheckItem, index: number, ticked: ReadonlySet<string>): string[] {
  return [
    `${index + 1}. ${printable(item.text)} (${stateText(item, ticked)})`,
    ...item.parts.map(
      ({ id, text }, part) =>
        `   ${index + 1}${partLetter(part)}. ${printable(text)} (${ticked.has(id) ? 'ticked' : 'open'})`,
    ),
  ];
}

function stateText(item: CheckItem, ticked: ReadonlySet<string>): string {
  if (isTicked(item, ticked)) return 'ticked';
  const count = item.parts.filter(({ id }) => ticked.has(id)).length;
  return count > 0 ? `${count} of ${item.parts.length} ticked` : 'open';
}

/** Parts are named 3a, 3b, 3c. */
export function partLetter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
