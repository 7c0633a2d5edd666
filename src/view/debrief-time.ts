/** Where the time of an interview went: bars, and what overruns cost. */
import type { Debrief, DebriefStep } from '../core/interview/debrief.ts';
import { clockTime } from '../core/time.ts';
import { type Block, bars, paragraph } from './document.ts';
import { passedTime } from './interview-text.ts';
import { printable } from './width.ts';

export function timeBlocks(debrief: Debrief): Block[] {
  const { steps, plannedMs, actualMs } = debrief;
  const chart = bars('Time by step', {
    series: ['Actual'],
    markName: 'Planned',
    rows: steps.map(rowOf),
  });
  const together = `Together ${passedTime(actualMs)} of ${clockTime(plannedMs)}. `;
  return [...(chart ? [chart] : []), paragraph(`${together}${costText(debrief)}`)];
}

function rowOf({ name, plannedMs, actualMs, overMs, wasReached }: DebriefStep) {
  return {
    label: printable(name),
    values: [{ value: actualMs, text: passedTime(actualMs) }],
    mark: { value: plannedMs, text: clockTime(plannedMs) },
    note: wasReached ? overNote(overMs) : 'not reached',
  };
}

function overNote(ms: number): string | undefined {
  return ms >= 1000 ? `${passedTime(ms)} over` : undefined;
}

/** Less than this is not worth a word. */
const shortMs = 30_000;

function costText({ steps, coverage }: Debrief): string {
  const over = steps.filter(({ overMs }) => overMs >= 1000).sort((a, b) => b.overMs - a.overMs);
  const unreached = steps.filter(({ wasReached }) => !wasReached);
  const [most] = over;
  const lost =
    unreached.length > 0
      ? ` Not reached: ${unreached.map(({ name }) => printable(name)).join(', ')}.`
      : '';
  if (!most) return `No step took longer than planned.${lost}`;
  const named = `${printable(most.name)} took ${passedTime(most.overMs)} more than planned`;
  const others = over
    .slice(1)
    .map(({ name, overMs }) => `${printable(name)} ${passedTime(overMs)}`);
  const first = steps.findIndex(({ overMs }) => overMs >= 1000);
  const squeezed = steps
    .slice(first + 1)
    .filter((step) => step.wasReached && step.plannedMs - step.actualMs >= shortMs);
  const less = squeezed.map(
    ({ name, plannedMs, actualMs }) => `${printable(name)} ${passedTime(plannedMs - actualMs)}`,
  );
  const paid = less.length > 0 ? ` Less than planned was left for ${less.join(', ')}.` : '';
  return `${[named, ...others].join(', ')}.${paid}${lost}${unsaidText([...squeezed, ...unreached], coverage)}`;
}

/** What was left unsaid in the steps that paid for it. */
function unsaidText(steps: readonly DebriefStep[], coverage: Debrief['coverage']): string {
  const unsaid = coverage
    .filter(({ step }) => steps.some((each) => each.step === step))
    .reduce((sum, { points, coveredCount }) => sum + points.length - coveredCount, 0);
  if (unsaid === 0) return '';
  return ` ${unsaid} ${unsaid === 1 ? 'point was' : 'points were'} left unsaid there.`;
}
