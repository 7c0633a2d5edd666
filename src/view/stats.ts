/** Practice as a document: bars, a calendar, tables; in the plain rendering, words and tables. */
import { dayText } from '../core/day.ts';
import type { Stats } from '../core/stats/stats.ts';
import { clockTime } from '../core/time.ts';
import {
  type Amount,
  type Bars,
  type Block,
  bars,
  codeBlock,
  type Document,
  document,
  fields,
  heading,
  listSection,
  paragraph,
  section,
  table,
} from './document.ts';
import { heatMapLines, sparkline } from './plots.ts';
import {
  comingBack,
  entryText,
  habitRows,
  percentText,
  scoreText,
  secondsText,
  shareOf,
  standing,
  weekdayText,
} from './stats-text.ts';
import { printable } from './width.ts';

export interface StatsStyle {
  readonly width: number;
  readonly isUnicode: boolean;
  /** Words and tables instead of drawings. */
  readonly isPlain: boolean;
}

export function statsDocument(stats: Stats, style: StatsStyle): Document {
  const { target, leeches } = stats;
  return document(
    heading(1, 'Your practice'),
    fields(standing(stats)),
    section(2, 'Recall by subject: expected now, and right in 12 weeks', subjectBars(stats)),
    section(2, 'By kind of question: right in 12 weeks', kindBars(stats)),
    section(
      2,
      `Retention by week: remembered when it came back (target ${percentText(target)})`,
      weekBars(stats),
    ),
    section(2, 'Coming back', forecastBlocks(stats, style)),
    section(2, 'Answers a day', calendarBlock(stats, style)),
    section(2, 'Weakest in 12 weeks: right', weakestBars(stats)),
    section(2, 'Slowest in 12 weeks: seconds an answer', slowestBars(stats)),
    listSection(
      2,
      'Forgotten again and again: read about it rather than ask once more',
      leeches.map(
        ({ card, name, lapses }) => `${entryText({ entry: card, name })}: ${lapses} times`,
      ),
    ),
    section(2, 'Your mocks', mockBlocks(stats)),
  );
}

const share = (value: number | undefined, text: string): Amount => ({ value: value ?? 0, text });

function shareBars(name: string, rows: Bars['rows']): Bars | undefined {
  return bars(name, { series: [name], most: 1, rows });
}

function subjectBars({ subjects }: Stats): Bars | undefined {
  return shareBars(
    'Expected',
    subjects.map((subject) => ({
      label: printable(subject.name),
      values: [share(subject.recall, `${percentText(subject.recall)} of ${subject.cards}`)],
      note:
        subject.answers > 0
          ? `right ${percentText(shareOf(subject.right, subject.answers))}`
          : undefined,
    })),
  );
}

function kindBars({ kinds }: Stats): Bars | undefined {
  return shareBars(
    'Right',
    kinds.map((each) => ({
      label: printable(each.kind),
      values: [share(shareOf(each.right, each.answers), scoreText(each))],
    })),
  );
}

function weekBars({ weeks, target }: Stats): Bars | undefined {
  return shareBars(
    'Remembered',
    weeks.map(({ day, returns, remembered }) => ({
      label: `from ${dayText(day)}`,
      values: [
        share(shareOf(remembered, returns), scoreText({ right: remembered, answers: returns })),
      ],
      mark: { value: target, text: '' },
    })),
  );
}

function weakestBars({ weakest }: Stats): Bars | undefined {
  return shareBars(
    'Right',
    weakest.map((each) => ({
      label: printable(each.name),
      values: [share(shareOf(each.right, each.answers), scoreText(each))],
    })),
  );
}

function slowestBars({ slowest }: Stats): Bars | undefined {
  return bars('Seconds', {
    series: ['Takes'],
    rows: slowest.map(({ name, meanMs }) => ({
      label: printable(name),
      values: [{ value: meanMs, text: secondsText(meanMs) }],
    })),
  });
}

const daysShown = 14;

function forecastBlocks(stats: Stats, { isUnicode, isPlain }: StatsStyle): Block[] {
  const { forecast, overdue } = stats;
  const counts = forecast.map(({ count }, index) => (index === 0 ? count + overdue : count));
  if (comingBack(stats, counts.length) === 0) return [];
  const days = bars('Cards', {
    series: ['Cards'],
    rows: forecast.slice(0, daysShown).map(({ day }, index) => ({
      label: index === 0 ? 'today' : weekdayText(day),
      values: [{ value: counts[index] ?? 0, text: String(counts[index]) }],
      note: index === 0 && overdue > 0 ? `${overdue} overdue` : undefined,
    })),
  });
  const within = [7, 14, 30].map((many) => `${comingBack(stats, many)} within ${many} days`);
  const line = isPlain ? '' : ` ${sparkline(counts, isUnicode)}`;
  return [...(days ? [days] : []), paragraph(`${within.join(', ')}${line}`)];
}

const plainDays = 28;
/** A calendar is never shorter, and begins with the first practice. */
const fewestDays = 12 * 7;

function calendarBlock({ calendar }: Stats, { width, isUnicode, isPlain }: StatsStyle) {
  const practiced = calendar.filter(({ count }) => count > 0);
  if (practiced.length === 0) return undefined;
  if (!isPlain) {
    const first = calendar.findIndex(({ count }) => count > 0);
    const shown = calendar.slice(Math.min(first, calendar.length - fewestDays));
    return codeBlock(heatMapLines(shown, { width: width - 2, isUnicode }));
  }
  const recent = calendar.slice(-plainDays).filter(({ count }) => count > 0);
  if (recent.length === 0) return paragraph(`None in the last ${plainDays} days.`);
  return table(
    ['Day', 'Answers'],
    recent.map(({ day, count }) => [weekdayText(day), String(count)]),
  );
}

function mockBlocks(stats: Stats): Block[] {
  const { mocks } = stats;
  if (mocks.length === 0) return [];
  return [
    table(
      ['Date', 'Case', 'Planned', 'Took', 'Ended'],
      mocks.map(({ startedAt, title, plannedMs, usedMs, outcome }) => [
        dayText(startedAt),
        printable(title),
        clockTime(plannedMs),
        clockTime(usedMs),
        outcome ?? 'to be continued',
      ]),
    ),
    table(['Step, on average', 'Planned', 'Took', 'Difference'], habitRows(stats)),
  ];
}
