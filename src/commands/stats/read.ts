/** What the history says of the practice, read in one go. */
import type { Context } from '../../context.ts';
import { dayBounds, startOfDay } from '../../core/day.ts';
import { paceOfMock } from '../../core/stats/pacing.ts';
import { type PracticeFacts, type Stats, statsFrom } from '../../core/stats/stats.ts';
import type { History } from '../../history/history.ts';
import { hasHistory } from '../history-file.ts';

/** Recall and retention look back so far: long enough to count, short enough to be about now. */
const weeksBack = 12;
const calendarDays = 53 * 7;
const forecastDays = 30;
const mostMocks = 12;
const mostLeeches = 10;

export async function readStats(context: Context): Promise<Stats> {
  const target = context.config().retention;
  const facts = (await hasHistory(context))
    ? readFacts(await context.history(), context.clock.now(), target)
    : noFacts(context.clock.now(), target);
  return statsFrom(facts, await context.knowledge());
}

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
