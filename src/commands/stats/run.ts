/** `mlsd stats`: what the history says about the practice so far. */
import type { Context } from '../../context.ts';
import { dayText } from '../../core/day.ts';
import type { Stats } from '../../core/stats/stats.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { statsDocument } from '../../view/stats.ts';
import { wrapLines } from '../../view/width.ts';
import { readStats } from './read.ts';

export async function runStats(
  { isJson }: { readonly isJson: boolean },
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const stats = await readStats(context);
  if (isJson) io.out(`${JSON.stringify(statsJson(stats), null, 2)}\n`);
  else if (stats.answers === 0 && stats.mocks.length === 0) io.out(wrapLines([nothing], io.width));
  else await io.page(renderTerminal(statsDocument(stats, io), io));
  return exitCodes.done;
}

const nothing =
  'Nothing was practiced yet. Start with five questions: mlsd quiz --count 5, or with a mock interview: mlsd interview.';

const seconds = (ms: number) => Math.round(ms / 1000);

function statsJson(stats: Stats): object {
  const { retention, recent, mocks, weakest, slowest } = stats;
  const entries = (found: Stats['weakest']) =>
    found.map(({ meanMs, ...rest }) => ({ ...rest, seconds: seconds(meanMs) }));
  return {
    date: dayText(stats.now),
    answers: stats.answers,
    recent: {
      since: dayText(stats.since),
      answers: recent.answers,
      right: recent.right,
      minutes: Math.round(recent.tookMs / 60_000),
    },
    daysPracticed: stats.daysPracticed,
    cards: stats.cardCount,
    recall: stats.recall ?? null,
    target: stats.target,
    subjects: stats.subjects.map(({ recall, ...rest }) => ({ ...rest, recall: recall ?? null })),
    kinds: stats.kinds,
    retention: {
      returns: retention.returns,
      remembered: retention.remembered,
      weeks: stats.weeks.map(({ day, ...rest }) => ({ from: dayText(day), ...rest })),
    },
    forecast: {
      overdue: stats.overdue,
      days: stats.forecast.map(({ day, count }) => ({ date: dayText(day), cards: count })),
    },
    calendar: stats.calendar.map(({ day, count }) => ({ date: dayText(day), answers: count })),
    weakest: entries(weakest),
    slowest: entries(slowest),
    leeches: stats.leeches.map(({ card, name, lapses }) => ({ card, name, lapses })),
    mocks: mocks.map(({ startedAt, title, caseId, outcome, plannedMs, usedMs, steps }) => ({
      date: dayText(startedAt),
      title,
      case: caseId ?? null,
      outcome: outcome ?? null,
      plannedSeconds: seconds(plannedMs),
      usedSeconds: seconds(usedMs),
      steps: steps.map((pace) => ({
        step: pace.step,
        name: pace.name,
        plannedSeconds: seconds(pace.plannedMs),
        usedSeconds: seconds(pace.usedMs),
      })),
    })),
  };
}
