/** The debrief as a document to keep, and as a few lines to read at once. */
import { dayText } from '../core/day.ts';
import type { Debrief, DebriefPoint, DebriefStep } from '../core/interview/debrief.ts';
import type { Outcome } from '../core/interview/events.ts';
import { clockTime } from '../core/time.ts';
import {
  type Block,
  code,
  type Document,
  document,
  fields,
  heading,
  type Inline,
  type Item,
  list,
  listSection,
  paragraph,
  section,
  strong,
  table,
} from './document.ts';
import { durationText, passedTime } from './interview-text.ts';
import { printable } from './width.ts';

/** Names of topics by id, for what to read next. */
export type TopicNames = ReadonlyMap<string, string>;

const outcomeTexts = {
  finished: 'finished',
  stopped: 'stopped before the end',
} as const satisfies Record<Outcome, string>;

export function debriefDocument(debrief: Debrief, topics: TopicNames): Document {
  const { setup, steps } = debrief;
  return document(
    heading(1, `Debrief: ${printable(setup.title)}`),
    facts(debrief),
    section(2, 'The prompt', paragraph(printable(setup.prompt))),
    section(2, 'Time', timeBlocks(debrief)),
    section(2, 'Notes', noteBlocks(steps)),
    section(2, 'Checklist', checklistBlocks(debrief)),
    section(2, 'Read next', readBlocks(debrief, topics)),
  );
}

function facts(debrief: Debrief): Block | undefined {
  const { setup, outcome, pausedMs, offMs } = debrief;
  return fields([
    ['Case', setup.caseId ?? 'own prompt'],
    ['Date', dateTime(setup.startedAt)],
    ['Plan', `${printable(setup.plan.name)}, ${clockTime(setup.plan.totalMs)}`],
    ['Outcome', outcomeTexts[outcome]],
    ['Paused', pausedMs >= 1000 ? durationText(pausedMs) : undefined],
    [
      'Not counted',
      offMs >= 1000 ? `${durationText(offMs)} when the program was not running` : undefined,
    ],
  ]);
}

/** Local time, as on the wall: 2026-02-03 14:05. */
function dateTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayText(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function timeBlocks(debrief: Debrief): Block[] {
  const { steps, plannedMs, actualMs } = debrief;
  const rows = steps.map(({ name, plannedMs: planned, actualMs: actual, overMs, wasReached }) => [
    printable(name),
    clockTime(planned),
    wasReached ? passedTime(actual) : 'not reached',
    overMs >= 1000 ? `${passedTime(overMs)} over` : '',
  ]);
  const over = actualMs - plannedMs;
  const together = [
    'Together',
    clockTime(plannedMs),
    passedTime(actualMs),
    over >= 1000 ? `${passedTime(over)} over` : '',
  ];
  return [
    table(['Step', 'Planned', 'Actual', 'Overran'], [...rows, together]),
    paragraph(overrunText(debrief)),
  ];
}

function overrunText({ steps }: Debrief): string {
  const over = steps.filter(({ overMs }) => overMs >= 1000).sort((a, b) => b.overMs - a.overMs);
  const [most] = over;
  if (!most) return 'No step took longer than planned.';
  const named = `${printable(most.name)} took ${passedTime(most.overMs)} more than planned`;
  const others = over
    .slice(1)
    .map(({ name, overMs }) => `${printable(name)} ${passedTime(overMs)}`);
  const missed = steps.filter(({ wasReached }) => !wasReached).map(({ name }) => printable(name));
  const cost = missed.length > 0 ? ` Not reached: ${missed.join(', ')}.` : '';
  return `${[named, ...others].join(', ')}.${cost}`;
}

function noteBlocks(steps: readonly DebriefStep[]): Block[] {
  const blocks = steps.flatMap(({ name, notes }) =>
    listSection(
      3,
      printable(name),
      notes.map(({ usedMs, text }) => [code(passedTime(usedMs)), ` ${printable(text)}`]),
    ),
  );
  return blocks.length > 0 ? blocks : [paragraph('Nothing was noted.')];
}

function checklistBlocks({ steps, tickedCount, pointCount }: Debrief): Block[] {
  return [
    paragraph(`${tickedCount} of ${pointCount} points were ticked.`),
    ...steps
      .filter(({ points }) => points.length > 0)
      .flatMap(({ name, points }) => [
        heading(3, printable(name)),
        ...pointList('Ticked', points.filter(hasTick), (isTicked) => isTicked),
        ...pointList('Not ticked', points.filter(isOpen), (isTicked) => !isTicked),
      ]),
  ];
}

function hasTick({ isTicked, parts }: DebriefPoint): boolean {
  return isTicked || parts.some((part) => part.isTicked);
}

function isOpen({ isTicked }: DebriefPoint): boolean {
  return !isTicked;
}

/** A point of which only some parts were ticked stands in both lists, with those parts. */
function pointList(
  title: string,
  points: readonly DebriefPoint[],
  belongs: (isTicked: boolean) => boolean,
): Block[] {
  if (points.length === 0) return [];
  const items = points.map(({ text, parts }): Item => {
    const here = parts.filter((part) => belongs(part.isTicked));
    const line: Inline[] = [printable(text)];
    return here.length > 0 ? { line, under: list(here.map((part) => printable(part.text))) } : line;
  });
  return [paragraph(strong(`${title}:`)), list(items)];
}

const topicsOfAStep = 4;

function readBlocks({ setup, steps }: Debrief, topics: TopicNames): Block[] {
  const open = steps
    .filter(({ points }) => points.some(isOpen))
    .map(({ step, name, topics: ids }): Inline[] => {
      const known = ids.filter((id) => topics.has(id)).slice(0, topicsOfAStep);
      const more = known.flatMap((id): Inline[] => [', ', code(`mlsd topic ${id}`)]);
      return [`${printable(name)}: `, code(`mlsd step ${step}`), ...more];
    });
  const worked: Inline[][] = setup.caseId
    ? [['A worked design of this case: ', code(`mlsd case ${setup.caseId}`)]]
    : [];
  const items = [...worked, ...open];
  return items.length > 0 ? [list(items)] : [paragraph('Everything was ticked: take a case.')];
}

/** What is said on the screen when the interview is over. */
export function debriefSummary(debrief: Debrief): Document {
  const { setup, outcome, steps, tickedCount, pointCount, actualMs, plannedMs } = debrief;
  const noteCount = steps.reduce((sum, { notes }) => sum + notes.length, 0);
  return document(
    heading(1, `${printable(setup.title)}: ${outcomeTexts[outcome]}`),
    table(
      ['Step', 'Planned', 'Actual'],
      steps.map(({ name, plannedMs: planned, actualMs: actual, overMs, wasReached }) => [
        printable(name),
        clockTime(planned),
        wasReached
          ? `${passedTime(actual)}${overMs >= 1000 ? ` (${passedTime(overMs)} over)` : ''}`
          : 'not reached',
      ]),
    ),
    paragraph(
      `${passedTime(actualMs)} of ${clockTime(plannedMs)}; ${noteCount} ${noteCount === 1 ? 'note' : 'notes'}; ${tickedCount} of ${pointCount} points ticked.`,
    ),
  );
}
