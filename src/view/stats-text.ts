/** The figures of the practice in words, the same in every form. */
import { dayText } from '../core/day.ts';
import { type StepHabit, stepHabits } from '../core/stats/pacing.ts';
import type { EntryScore, Score, Stats } from '../core/stats/stats.ts';
import { clockTime } from '../core/time.ts';
import { countText } from './number.ts';
import { printable } from './width.ts';

export function percentText(share: number | undefined): string {
  return share === undefined ? '-' : `${Math.round(share * 100)}%`;
}

export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** "83% of 120". */
export function scoreText({ right, answers }: Score): string {
  return answers > 0 ? `${percentText(right / answers)} of ${answers}` : '-';
}

export function secondsText(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

export function entryText({ entry, name }: Pick<EntryScore, 'entry' | 'name'>): string {
  return `${printable(name)} (${printable(entry)})`;
}

/** Where one stands, as label and sentence. */
export function standing(stats: Stats): [label: string, text: string][] {
  const { recent, daysPracticed, retention, leeches, forecast, overdue } = stats;
  const today = forecast[0]?.count ?? 0;
  const minutes = Math.round(recent.tookMs / 60_000);
  return [
    [
      'Answers',
      `${countText(stats.answers, 'answer')} so far, ${countText(recent.answers, 'answer')} and ${countText(minutes, 'minute')} in the last 12 weeks`,
    ],
    ['Days', `practiced on ${daysPracticed.days} of the last ${daysPracticed.of} days`],
    [
      'Cards',
      `${countText(stats.cardCount, 'card')} known; ${countText(overdue + today, 'card')} to repeat today`,
    ],
    [
      'Recall',
      stats.recall === undefined
        ? 'nothing to expect yet'
        : `${percentText(stats.recall)} expected if you were asked now`,
    ],
    ['Retention', retentionText(retention.returns, retention.remembered, stats.target)],
    ...(leeches.length > 0
      ? [['Leeches', `${leechCount(stats)} that do not stick`] as [string, string]]
      : []),
  ];
}

function leechCount({ leeches }: Stats): string {
  return countText(leeches.length, 'card');
}

function retentionText(returns: number, remembered: number, target: number): string {
  if (returns === 0) return `no card has come back yet; the target is ${percentText(target)}`;
  const share = remembered / returns;
  const verdict =
    Math.abs(share - target) < 0.03
      ? 'on target'
      : share > target
        ? 'above target'
        : 'below target';
  return `${percentText(share)} of ${countText(returns, 'card')} that came back were remembered; target ${percentText(target)}, ${verdict}`;
}

/** How many cards come back within so many days, today and what is overdue among them. */
export function comingBack({ forecast, overdue }: Stats, days: number): number {
  return overdue + forecast.slice(0, days).reduce((sum, { count }) => sum + count, 0);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Tue 2026-02-03". */
export function weekdayText(day: number): string {
  return `${weekdays[new Date(day).getDay()]} ${dayText(day)}`;
}

/** Each step of the mocks: planned, taken, and the difference in words. */
export function habitRows({ mocks }: Stats): (readonly string[])[] {
  return stepHabits(mocks).map((habit) => [
    printable(habit.name),
    clockTime(habit.plannedMs),
    clockTime(habit.usedMs),
    differenceText(habit),
  ]);
}

function differenceText({ plannedMs, usedMs }: StepHabit): string {
  const over = usedMs - plannedMs;
  if (Math.abs(over) < 15_000) return 'as planned';
  return over > 0 ? `${clockTime(over)} over` : `${clockTime(-over)} left`;
}
