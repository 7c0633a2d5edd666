/** `mlsd stats`: what the history says about the practice so far. */
import type { Context } from '../../context.ts';
import { dayBounds, dayText, startOfDay } from '../../core/day.ts';
import { paceOfMock } from '../../core/stats/pacing.ts';
import { type PracticeFacts, type Stats, statsFrom } from '../../core/stats/stats.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { History } from '../../history/history.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { statsDocument } from '../../view/stats.ts';
import { wrapLines } from '../../view/width.ts';
import { hasHistory } from '../history-file.ts';

/** Recall and retention look back so far: long enough to count, short enough to be about now. */
const weeksBack = 12;
const calendarDays = 53 * 7;
const forecastDays = 30;
const mostMocks = 12;
const mostLeeches = 10;

export async function runStats(
  { isJson }: { readonly isJson: boolean },
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const target = context.config().retention;
  const facts = (await hasHistory(context))
    ? readFacts(await context.history(), context.clock.now(), target)
    : noFacts(context.clock.now(), target);
  const stats = statsFrom(facts, await context.knowledge());
  if (isJson) io.out(`${JSON.stringify(statsJson(stats), null, 2)}\n`);
  else if (stats.answers === 0 && stats.mocks.length === 0) io.out(wrapLines([nothing], io.width));
  else await io.page(renderTerminal(statsDocument(stats, io), io));
  return exitCodes.done;
}

const nothing =
  'Nothing was practiced yet. Start with five questions: mlsd quiz --count 5, or with a mock interview: mlsd interview.';

function readFacts(
  { reviews, interviews, statistics }: History,
  now: number,
  target: number,
): PracticeFacts {
  const today = startOfDay(now);
  const since = startOfDay(today, 1 - weeksBack * 7);
  const mocks = interviews.latest(mostMocks).flatMap(({ setup, outcome }) => {
    const stored = interviews.find(setup.id);
    return stored ? [paceOfMock(stored, outcome)] : [];
  });
  return {
    now,
    target,
    since,
    answers: reviews.count(),
    groups: statistics.answerGroups(since),
    cards: statistics.cardGroups(now),
    calendar: statistics.answersByDay(dayBounds(startOfDay(today, 1 - calendarDays), calendarDays)),
    overdue: statistics.dueByDay([0, today])[0]?.count ?? 0,
    forecast: statistics.dueByDay(dayBounds(today, forecastDays)),
    leeches: reviews.leeches().slice(0, mostLeeches),
    mocks,
  };
}

function noFacts(now: number, target: number): PracticeFacts {
  const today = startOfDay(now);
  const since = startOfDay(today, 1 - weeksBack * 7);
  const counted = { answers: 0, groups: [], cards: [], calendar: [], overdue: 0 };
  return { now, target, since, ...counted, forecast: [], leeches: [], mocks: [] };
}

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
