/** The screen of a running interview: a value and a size in, lines out. */
import type { Advice } from '../core/interview/advice.ts';
import { isTicked, type StepGuide } from '../core/interview/guide.ts';
import type { Pace } from '../core/interview/pace.ts';
import type { Session } from '../core/interview/session.ts';
import { clockLines, type ScreenStyle } from './interview-clock.ts';
import { adviceText, partLetter, passedTime } from './interview-text.ts';
import { hanging } from './prompts.ts';
import { clipLines, printable, textWidth, truncate, wrapRuns } from './width.ts';

export interface InterviewView {
  readonly title: string;
  /** The interviewer's task, and the last words since. */
  readonly prompt: string;
  readonly words: string;
  readonly session: Session;
  readonly guide: StepGuide;
  readonly pace: Pace;
  readonly advice: Advice | undefined;
  /** What was said to the last command. */
  readonly message: readonly string[];
  /** No countdown until little time is left. */
  readonly isCalm: boolean;
}

/** How much is shown; the richest layout that fits the height is taken. */
interface Layout {
  readonly goals: number;
  readonly prompt: number;
  readonly checklist: 'parts' | 'wrapped' | 'lines' | 'none';
  readonly notes: number;
  readonly hasGaps: boolean;
  readonly hasKeys: boolean;
}

const layouts: readonly Layout[] = [
  { goals: 3, prompt: 6, checklist: 'parts', notes: 6, hasGaps: true, hasKeys: true },
  { goals: 3, prompt: 6, checklist: 'wrapped', notes: 5, hasGaps: true, hasKeys: true },
  { goals: 1, prompt: 6, checklist: 'wrapped', notes: 3, hasGaps: true, hasKeys: true },
  { goals: 1, prompt: 6, checklist: 'lines', notes: 3, hasGaps: true, hasKeys: true },
  { goals: 1, prompt: 4, checklist: 'lines', notes: 2, hasGaps: true, hasKeys: true },
  { goals: 1, prompt: 2, checklist: 'lines', notes: 2, hasGaps: true, hasKeys: true },
  { goals: 0, prompt: 2, checklist: 'lines', notes: 2, hasGaps: true, hasKeys: true },
  { goals: 1, prompt: 0, checklist: 'lines', notes: 2, hasGaps: true, hasKeys: true },
  { goals: 1, prompt: 0, checklist: 'lines', notes: 2, hasGaps: false, hasKeys: false },
  { goals: 0, prompt: 0, checklist: 'lines', notes: 1, hasGaps: false, hasKeys: false },
  { goals: 0, prompt: 0, checklist: 'none', notes: 1, hasGaps: false, hasKeys: false },
];

/** Never wider than the width, never more lines than the height. */
export function renderInterview(view: InterviewView, style: ScreenStyle): string[] {
  for (const layout of layouts) {
    const { lines, reserved } = arrange(view, layout, style);
    if (lines.length + reserved <= style.height) return lines;
  }
  const [title = ''] = titleLines(view, style);
  const tail = [title, ...clockLines(view.pace, style), ...messageLines(view, style)];
  return tail.slice(0, Math.max(1, style.height));
}

/** `reserved` is room for notes and messages to come: the screen does not jump when they do. */
function arrange(
  view: InterviewView,
  layout: Layout,
  style: ScreenStyle,
): { lines: string[]; reserved: number } {
  const gap = layout.hasGaps ? [''] : [];
  const notes = noteLines(view, layout.notes, style);
  const message = messageLines(view, style);
  const lines = [
    ...titleLines(view, style),
    ...goalLines(view, layout.goals, style),
    ...promptLines(view, layout.prompt, style),
    ...gap,
    ...timeLines(view, style),
    ...adviceLines(view, style),
    ...gap,
    ...checklistLines(view, layout.checklist, style),
    ...(notes.length > 0 ? [...gap, ...notes] : []),
    ...(message.length > 0 ? [...gap, ...message] : []),
    ...(layout.hasKeys ? [...gap, keysLine(style)] : []),
  ];
  // Before the first note its room goes to the interviewer's words.
  const hasBegun = notes.length > 0 || view.pace.stepIndex > 0;
  const reserved =
    (hasBegun ? layout.notes - notes.length : 0) +
    (hasBegun && notes.length === 0 ? gap.length : 0) +
    Math.max(0, usualMessage - message.length) +
    (message.length > 0 ? 0 : gap.length);
  return { lines, reserved };
}

function titleLines({ title, session, pace }: InterviewView, style: ScreenStyle): string[] {
  const step = session.plan.steps[pace.stepIndex];
  const place = `Step ${pace.stepIndex + 1} of ${session.plan.steps.length}: ${step?.name ?? ''}`;
  const runs = [
    { text: printable(title), paint: style.paint.title },
    { text: style.isUnicode ? ' · ' : ' - ' },
    { text: printable(place), paint: style.paint.strong },
  ];
  return wrapRuns(runs, style.width);
}

/** Near the end of a step or of the whole the clock is shown in calm mode too. */
const calmUntilMs = 60_000;

function timeLines({ pace, isCalm }: InterviewView, style: ScreenStyle): string[] {
  const leftMs = Math.min(pace.step.leftMs, pace.total.leftMs);
  if (!isCalm || leftMs <= calmUntilMs || pace.isPaused) return clockLines(pace, style);
  return [
    style.paint.dim(
      truncate('The clock is hidden until the last minute; /time tells it.', style.width),
    ),
  ];
}

function goalLines({ guide }: InterviewView, count: number, style: ScreenStyle): string[] {
  return guide.goals
    .slice(0, count)
    .flatMap((goal, index) => {
      const lead = index === 0 ? 'Goal: ' : '      ';
      const text = clipLines(printable(goal), style.width - lead.length, goalRows);
      return hanging(lead, text, { width: style.width });
    })
    .map(style.paint.dim);
}

const goalRows = 2;

/** The prompt stands there during the first step, whatever was said last in all of them. */
function promptLines(view: InterviewView, count: number, style: ScreenStyle): string[] {
  const isPrompt = view.words === view.prompt;
  if (count === 0 || (isPrompt && view.pace.stepIndex > 0)) return [];
  const lines = hanging('Interviewer: ', printable(view.words), { width: style.width });
  if (lines.length <= count) return lines;
  const last = `${lines[count - 1]?.slice(0, -1)}…`;
  return [...lines.slice(0, count - 1), last];
}

function adviceLines({ advice, session }: InterviewView, style: ScreenStyle): string[] {
  if (!advice) return [];
  const lead = style.isUnicode ? '→ ' : '> ';
  const text = printable(adviceText(advice, session.plan));
  return hanging(lead, text, { width: style.width }).map(style.paint.warning);
}

function checklistLines(
  { guide, session }: InterviewView,
  detail: Layout['checklist'],
  style: ScreenStyle,
): string[] {
  if (detail === 'none') return [];
  return guide.checklist.flatMap((item, index) => {
    const isDone = isTicked(item, session.ticked);
    const ticked = item.parts.filter(({ id }) => session.ticked.has(id)).length;
    const count = item.parts.length > 0 ? ` (${ticked}/${item.parts.length})` : '';
    const lead = `${box(isDone)} ${index + 1} `;
    const text = printable(item.text);
    const lines =
      detail === 'lines'
        ? [`${lead}${truncate(text, style.width - lead.length - count.length)}${count}`]
        : hanging(lead, `${text}${count}`, { width: style.width });
    const painted = isDone ? lines.map(style.paint.dim) : lines;
    return detail === 'parts' && !isDone
      ? [...painted, ...partLines(item, session, style)]
      : painted;
  });
}

function partLines(
  { parts }: StepGuide['checklist'][number],
  { ticked }: Session,
  style: ScreenStyle,
): string[] {
  return parts.map(({ id, text }, index) => {
    const line = `      ${box(ticked.has(id))} ${partLetter(index)} ${printable(text)}`;
    return style.paint.dim(truncate(line, style.width));
  });
}

/** Ticked or not is told by the letter in the box, not by color. */
function box(isDone: boolean): string {
  return isDone ? '[x]' : '[ ]';
}

function noteLines({ session }: InterviewView, count: number, style: ScreenStyle): string[] {
  return session.notes.slice(-count).map(({ usedMs, text }) => {
    const stamp = passedTime(usedMs).padStart(5);
    const fitting = truncate(printable(text), Math.max(1, style.width - stamp.length - 1));
    return `${style.paint.dim(stamp)} ${fitting}`;
  });
}

const usualMessage = 2;
const longestMessage = 14;

function messageLines({ message }: InterviewView, style: ScreenStyle): string[] {
  return message
    .flatMap((text) => wrapKeepingColumns(printable(text), style.width))
    .slice(0, longestMessage)
    .map((line) => style.paint.accent(line));
}

/** The help stands in two columns: what is wrapped goes on under the second. */
function wrapKeepingColumns(text: string, width: number): string[] {
  const column = /^(\S+(?: \S+)? {2,})\S/.exec(text)?.[1];
  if (!column || column.length > width / 2) return wrapRuns([{ text }], width);
  return hanging(column, text.slice(column.length), { width });
}

const keys = '? question  /next /back /pause /resume /hint /check N /time /quit /help';
const fewKeys = '? question  /next /hint /check N /quit /help';

function keysLine({ width, paint }: ScreenStyle): string {
  return paint.dim(truncate(textWidth(keys) <= width ? keys : fewKeys, width));
}
