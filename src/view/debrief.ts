/** The debrief as a document to keep, and as a few lines to read at once. */
import type { Catalog } from '../core/catalog.ts';
import { dayText } from '../core/day.ts';
import type { Debrief, DebriefPoint, DebriefStep } from '../core/interview/debrief.ts';
import type { Outcome } from '../core/interview/events.ts';
import type { NextThing } from '../core/interview/next-things.ts';
import type { RedFlag } from '../core/interview/red-flags.ts';
import { clockTime } from '../core/time.ts';
import { coverageBlocks, quoted, toRead } from './coverage.ts';
import { timeBlocks } from './debrief-time.ts';
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
import { decisionText, scorecardBlocks } from './scorecard.ts';
import { printable } from './width.ts';

const outcomeTexts = {
  finished: 'finished',
  stopped: 'stopped before the end',
} as const satisfies Record<Outcome, string>;

export function debriefDocument(debrief: Debrief, catalog: Catalog): Document {
  const { setup, steps, coverage, points, scoring, flags, next } = debrief;
  const said = points.filter(({ isCovered }) => isCovered).length;
  return document(
    heading(1, `Debrief: ${printable(setup.title)}`),
    facts(debrief),
    listSection(
      2,
      'What to do next',
      next.map((thing) => nextText(thing, catalog)),
      true,
    ),
    section(2, 'The prompt', paragraph(printable(setup.prompt))),
    section(2, 'Time', timeBlocks(debrief)),
    scoring && section(2, 'Scorecard', scorecardBlocks(scoring)),
    listSection(2, 'Red flags', flags.map(flagItem)),
    section(2, `Points: ${said} of ${points.length}`, coverageBlocks(coverage, catalog)),
    section(2, 'The interviewer', interviewerBlocks(debrief, catalog)),
    section(2, 'Notes', noteBlocks(steps)),
    section(2, 'Checklist', checklistBlocks(debrief)),
    section(2, 'Read next', readBlocks(debrief, catalog)),
  );
}

function flagItem({ text, moment }: RedFlag): Item {
  return moment ? { line: [printable(text)], under: list([quoted(moment)]) } : printable(text);
}

const nextTexts: {
  readonly [K in NextThing['kind']]: (
    thing: Extract<NextThing, { kind: K }>,
    catalog: Catalog,
  ) => Inline[];
} = {
  read: ({ dimension, missed, see }, catalog) => [
    `${printable(dimension)} costs the most. Missing first: ${printable(missed)}`,
    ...toRead(see, catalog),
  ],
  sprint: ({ step, name, times }) => [
    `${printable(name)} ran over${times > 1 ? `, ${times} times in a row` : ''}. Practice it alone: `,
    code(`mlsd interview --step ${step} --count 5`),
  ],
  cards: ({ count, caseId }) => [
    `The ${count === 1 ? 'point' : `${count} points`} that you missed ${count === 1 ? 'is a card' : 'are cards'} now, and due: `,
    code(`mlsd quiz ${caseId}`),
  ],
  again: ({ caseId }) => ['The same case again in a week: ', code(`mlsd interview ${caseId}`)],
};

function nextText(thing: NextThing, catalog: Catalog): Inline[] {
  return nextTexts[thing.kind](thing as never, catalog);
}

function facts(debrief: Debrief): Block | undefined {
  const { setup, outcome, pausedMs, offMs } = debrief;
  return fields([
    ['Case', setup.caseId ?? 'own prompt'],
    ['Date', dateTime(setup.startedAt)],
    ['Level', debrief.level],
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

/** What was asked on both sides, what nobody asked, and how a probe would be answered well. */
function interviewerBlocks({ asked, unasked, probes }: Debrief, catalog: Catalog): Block[] {
  return [
    ...listSection(
      3,
      'You asked',
      asked.map(({ question, facts: told, usedMs }) => [
        code(passedTime(usedMs)),
        ` ${printable(question)}${told.length > 0 ? '' : ' (not on the sheet)'}`,
      ]),
    ),
    ...listSection(
      3,
      'Nobody asked',
      unasked.map(({ asked: ways, fact, see }) => [
        strong(printable(ways[0] ?? '')),
        ` ${printable(fact)}`,
        ...toRead(see, catalog),
      ]),
    ),
    ...listSection(
      3,
      'You were asked',
      probes.map(({ probe, usedMs, wasAnswered }) => [
        code(passedTime(usedMs)),
        ' ',
        strong(printable(probe.ask)),
        `${wasAnswered ? '' : ' No note followed.'} A good answer: ${printable(probe.good)}`,
        ...toRead(probe.see, catalog),
      ]),
    ),
  ];
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

function readBlocks({ setup, steps }: Debrief, catalog: Catalog): Block[] {
  const open = steps
    .filter(({ points }) => points.some(isOpen))
    .map(({ step, name, topics: ids }): Inline[] => {
      const known = ids
        .filter((id) => catalog.record(id)?.kind === 'topic')
        .slice(0, topicsOfAStep);
      const more = known.flatMap((id): Inline[] => [', ', code(`mlsd topic ${id}`)]);
      return [`${printable(name)}: `, code(`mlsd step ${step}`), ...more];
    });
  const worked: Inline[][] = setup.caseId
    ? [['A worked design of this case: ', code(`mlsd case ${setup.caseId}`)]]
    : [];
  const items = [...worked, ...open];
  return items.length > 0 ? [list(items)] : [paragraph('Everything was ticked: take a case.')];
}

/** The decision and what to do next, after the scores. */
export function decisionDocument({ scoring, next }: Debrief, catalog: Catalog): Document {
  return document(
    scoring && paragraph(...decisionText(scoring)),
    listSection(
      2,
      'What to do next',
      next.map((thing) => nextText(thing, catalog)),
      true,
    ),
  );
}

/** What is said on the screen when the interview is over. */
export function debriefSummary(debrief: Debrief): Document {
  const { setup, outcome, steps, tickedCount, pointCount, actualMs, plannedMs, points } = debrief;
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
    points.length > 0
      ? paragraph(
          `${points.filter(({ isCovered }) => isCovered).length} of ${points.length} points of the case were said.`,
        )
      : undefined,
  );
}
