/** Past interviews: a list with its trend, a replay in lines, two attempts side by side. */
import type { Case } from '../core/catalog.ts';
import { dayText } from '../core/day.ts';
import { comparePoints } from '../core/interview/attempts.ts';
import type { Debrief } from '../core/interview/debrief.ts';
import type { EventKind, InterviewEvent } from '../core/interview/events.ts';
import { answerTo } from '../core/interview/interviewer.ts';
import { newSession, reduce, type Session } from '../core/interview/session.ts';
import { totalUsedMs } from '../core/interview/timeline.ts';
import { clockTime } from '../core/time.ts';
import {
  code,
  type Document,
  document,
  heading,
  listSection,
  paragraph,
  table,
} from './document.ts';
import { gapText, passedTime } from './interview-text.ts';
import { printable } from './width.ts';

interface Numbered {
  readonly number: number;
  readonly debrief: Debrief;
}

export function pastDocument(past: readonly Numbered[]): Document {
  return document(
    heading(1, 'Mock interviews'),
    table(
      ['', 'Day', 'Case', 'Time', 'Points', 'Decision'],
      past.map(({ number, debrief }) => [
        String(number),
        dayText(debrief.setup.startedAt),
        printable(debrief.setup.title),
        `${passedTime(debrief.actualMs)} of ${clockTime(debrief.plannedMs)}`,
        pointsText(debrief),
        decisionText(debrief),
      ]),
    ),
    listSection(2, 'Attempts at one case', trends(past)),
    paragraph('One of them: ', code('mlsd review 1'), '. Two attempts: ', code('mlsd review 1 2')),
  );
}

function said({ points }: Debrief): number {
  return points.filter(({ isCovered }) => isCovered).length;
}

function pointsText(debrief: Debrief): string {
  return debrief.points.length > 0 ? `${said(debrief)} of ${debrief.points.length}` : '–';
}

function decisionText({ scoring, outcome }: Debrief): string {
  return scoring?.decision?.name ?? outcome;
}

/** Points from the first attempt to the last, of cases that were held more than once. */
function trends(past: readonly Numbered[]): string[] {
  const byCase = new Map<string, Debrief[]>();
  for (const { debrief } of [...past].reverse()) {
    const { caseId } = debrief.setup;
    if (caseId !== undefined) byCase.set(caseId, [...(byCase.get(caseId) ?? []), debrief]);
  }
  return [...byCase.values()].flatMap((attempts) => {
    const [first] = attempts;
    if (!first || attempts.length < 2) return [];
    return [`${printable(first.setup.title)}: ${attempts.map(said).join(', ')} points`];
  });
}

export function comparisonDocument(before: Debrief, after: Debrief): Document {
  const { gained, lost } = comparePoints(before.points, after.points);
  const days = [before, after].map(({ setup }) => dayText(setup.startedAt));
  return document(
    heading(1, `${printable(before.setup.title)}: two attempts`),
    table(
      ['', ...days],
      [
        ['Points', pointsText(before), pointsText(after)],
        ['Decision', decisionText(before), decisionText(after)],
        ...before.steps.map(({ step, name, actualMs }) => [
          printable(name),
          passedTime(actualMs),
          passedTime(after.steps.find((each) => each.step === step)?.actualMs ?? 0),
        ]),
      ],
    ),
    listSection(
      2,
      'Gained',
      gained.map(({ text }) => printable(text)),
    ),
    listSection(
      2,
      'Lost',
      lost.map(({ text }) => printable(text)),
    ),
    gained.length + lost.length === 0 ? paragraph('The same points were made in both.') : undefined,
  );
}

export interface ReplayLine {
  /** On the interview's clock. */
  readonly atMs: number;
  readonly text: string;
}

type Teller = {
  [K in EventKind]: (event: Extract<InterviewEvent, { kind: K }>, told: Told) => string | undefined;
};

interface Told {
  readonly session: Session;
  readonly design: Case | undefined;
}

const tellers: Teller = {
  started: (_, { session }) => `begins with ${stepName(session)}`,
  note: ({ text }) => printable(text),
  called: ({ cards }) => `has ${cards.length} missed points asked again in the quiz`,
  check: ({ items, isDone }) => `${isDone ? 'ticks' : 'unticks'} ${items.length} on the checklist`,
  next: (_, { session }) => `goes on to ${stepName(session)}`,
  back: (_, { session }) => `goes back to ${stepName(session)}`,
  pause: () => 'stops the clock',
  resume: () => 'starts the clock again',
  hint: ({ number }) => `takes hint ${number}`,
  asked: ({ question, facts }, { design }) =>
    `asks: ${printable(question)} Interviewer: ${printable(answerTo(design, facts))}`,
  probed: ({ probe }, { design }) => spoken(design?.probes.find(({ id }) => id === probe)?.ask),
  twisted: ({ twist }, { design }) => spoken(design?.twists.find(({ id }) => id === twist)?.say),
  nudged: () => 'Interviewer breaks the silence',
  gap: (event) => gapText(event),
  'gap-settled': ({ counts }) => (counts ? 'the gap counts' : 'the gap does not count'),
  reopened: () => 'continues after the program was gone',
  corrected: () => undefined,
  scored: () => undefined,
  finished: () => 'finishes',
  stopped: () => 'stops before the end',
};

function spoken(words: string | undefined): string {
  return `Interviewer: ${printable(words ?? 'asks something')}`;
}

function stepName({ plan, timeline }: Session): string {
  return printable(plan.steps[timeline.stepIndex]?.name ?? 'a step');
}

/** What happened, line by line, with the time on the clock. */
export function replayLines(
  events: readonly InterviewEvent[],
  { plan }: Session,
  design: Case | undefined,
): ReplayLine[] {
  let session = newSession(plan);
  return events.flatMap((event): ReplayLine[] => {
    session = reduce(session, event);
    const tell = tellers[event.kind] as (event: InterviewEvent, told: Told) => string | undefined;
    const text = tell(event, { session, design });
    if (text === undefined) return [];
    const stamp = passedTime(totalUsedMs(session.timeline)).padStart(5);
    return [{ atMs: event.clockMs, text: `${stamp} ${text}` }];
  });
}
