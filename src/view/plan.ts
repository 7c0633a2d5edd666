/** The study plan as a document: the days ahead, then weeks, and what will be remembered on the day. */
import { dayText } from '../core/day.ts';
import type { PlanDay, Projection, StudyPlan } from '../core/plan/study-plan.ts';
import type { StudySubject } from '../core/stats/subjects.ts';
import {
  type Block,
  bars,
  type Document,
  document,
  fields,
  heading,
  list,
  section,
  table,
} from './document.ts';
import { countText } from './number.ts';
import { percentText, weekdayText } from './stats-text.ts';
import { printable } from './width.ts';

export interface PlanPage {
  readonly plan: StudyPlan;
  readonly subjects: readonly StudySubject[];
  readonly minutesPerDay: number;
  /** Cases for the mocks, in their order. */
  readonly cases: readonly string[];
}

/** Days are listed one by one so far; what lies behind them by the week. */
const daysListed = 14;
const weekDays = 7;

export function planDocument(page: PlanPage): Document {
  const { plan } = page;
  const { days, interview } = plan;
  return document(
    heading(1, `Until your interview on ${weekdayText(interview)}`),
    fields(summary(page)),
    section(2, days.length > daysListed ? 'The next two weeks' : 'Day by day', dayTable(page)),
    section(2, 'After that, by week', weekTable(days.slice(daysListed))),
    section(
      2,
      `Recall by subject${plan.together.cardsToday > 0 ? ': today, and' : ''} on the day`,
      projectionBlocks(page),
    ),
    section(2, 'How to use the days', advice(page)),
  );
}

function summary({ plan, minutesPerDay }: PlanPage): [string, string | undefined][] {
  const { days, together, missed, minutesForAll } = plan;
  const mocks = days.filter(({ hasMock }) => hasMock).length;
  const fresh = days.reduce((sum, day) => sum + day.fresh, 0);
  const repeated = days.reduce((sum, day) => sum + day.repeat, 0);
  return [
    ['Time', `${countText(days.length, 'day')}, ${countText(minutesPerDay, 'minute')} a day`],
    ['Questions', `${countText(repeated, 'repetition')} and ${countText(fresh, 'new card')}`],
    ['Mocks', mocks > 0 ? `${countText(mocks, 'mock')} of 40 minutes, on top` : undefined],
    ['Recall', recallText(together)],
    [
      'Too little time',
      missed > 0
        ? `${countText(missed, 'known card')} would not be seen again before the day; ${countText(minutesForAll, 'minute')} a day would do`
        : undefined,
    ],
  ];
}

function recallText({ cardsToday, cardsThen, today, onTheDay, idle }: Projection): string {
  if (onTheDay === undefined) return 'nothing to expect yet';
  const then = `${percentText(onTheDay)} of ${countText(cardsThen, 'card')} on the day`;
  if (today === undefined) return then;
  return `${percentText(today)} of ${countText(cardsToday, 'card')} today, ${then} (${percentText(idle)} of today's without practice)`;
}

function dayTable({ plan, cases }: PlanPage) {
  const mocks = plan.days.filter(({ hasMock }) => hasMock);
  const rows = plan.days
    .slice(0, daysListed)
    .map((day) => [
      weekdayText(day.day),
      String(day.repeat),
      String(day.fresh),
      `${Math.round(day.minutes)} min`,
      alsoText(day, cases[mocks.indexOf(day) % Math.max(1, cases.length)]),
    ]);
  return table(['Day', 'Repeat', 'New', 'Takes', 'Also'], rows);
}

function alsoText({ hasMock, isTaper }: PlanDay, mockCase: string | undefined): string {
  if (hasMock) return mockCase === undefined ? 'mock' : `mock: ${mockCase}`;
  return isTaper ? 'quiet day' : '';
}

function weekTable(days: readonly PlanDay[]) {
  if (days.length === 0) return undefined;
  const weeks = Array.from({ length: Math.ceil(days.length / weekDays) }, (_, index) =>
    days.slice(index * weekDays, (index + 1) * weekDays),
  );
  const sum = (week: readonly PlanDay[], of: (day: PlanDay) => number) =>
    week.reduce((total, day) => total + of(day), 0);
  return table(
    ['From', 'Days', 'Repeat', 'New', 'Takes', 'Mocks'],
    weeks.map((week) => [
      dayText(week[0]?.day ?? 0),
      String(week.length),
      String(sum(week, ({ repeat }) => repeat)),
      String(sum(week, ({ fresh }) => fresh)),
      `${Math.round(sum(week, ({ minutes }) => minutes))} min`,
      String(sum(week, ({ hasMock }) => Number(hasMock))),
    ]),
  );
}

function projectionBlocks({ plan, subjects }: PlanPage): Block[] {
  const amount = (recall: number | undefined, cards: number) => ({
    value: recall ?? 0,
    text: cards > 0 ? `${percentText(recall)} of ${cards}` : 'no card',
  });
  const isNew = plan.together.cardsToday === 0;
  const rows = subjects.flatMap(({ id, name }) => {
    const own = plan.bySubject.get(id);
    if (!own) return [];
    const then = amount(own.onTheDay, own.cardsThen);
    const values = isNew ? [then] : [amount(own.today, own.cardsToday), then];
    return [{ label: printable(name), values }];
  });
  const series = isNew ? ['On the day'] : ['today', 'on the day'];
  const shown = bars('Recall', { series, most: 1, rows });
  return shown ? [shown] : [];
}

function advice({ plan }: PlanPage) {
  const hasMocks = plan.days.some(({ hasMock }) => hasMock);
  return list([
    'Every day: mlsd quiz. It asks what is due first, then what is new.',
    ...(hasMocks ? ['On a mock day: mlsd interview CASE, then read the debrief.'] : []),
    'The last two days: half the questions, nothing new; read mlsd sheet framework, and sleep.',
  ]);
}
