import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { textWidth } from '../../src/view/width.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { dayMs, monday, reviewOf, temporaryHistory } from '../helpers/history.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function plan(argv: readonly string[], options: TestOptions = {}) {
  const history = temporaryHistory();
  for (const card of ['metric/mse#range', 'metric/mse#use', 'metric/ndcg#range']) {
    history.reviews.record(reviewOf({ card, answeredAt: monday - 9 * dayMs }));
  }
  const context = await testContext({
    catalog: fixtureCatalog(),
    dataDirectory: history.directory,
    history: () => history,
    now: () => monday,
    env: { LANG: 'C.UTF-8' },
    ...options,
  });
  const exitCode = await main(['plan', ...argv], context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

describe('mlsd plan', () => {
  test('names every day of the next two weeks, then weeks, and the recall on the day', async () => {
    const { exitCode, stdout, stderr } = await plan(['--date', '2026-02-02']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Until your interview on Mon 2026-02-02');
    expect(stdout).toContain('28 days, 15 minutes a day');
    expect(stdout.match(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) 2026-01-\d\d/gm)).toHaveLength(14);
    expect(stdout).toMatch(/2026-01-19 +7 /);
    expect(stdout).toMatch(/of 3 cards today, \d+% of \d+ cards on the day/);
    expect(stdout).toMatch(/\d+% of \d+ on the day/i);
  });

  test('takes date and minutes from the settings, and flags win', async () => {
    const settings = JSON.stringify({ 'interview-date': '2026-01-12', 'minutes-per-day': 25 });
    const { stdout } = await plan([], { settings });
    expect(stdout).toContain('7 days, 25 minutes a day');
    const { stdout: other } = await plan(['--minutes-a-day', '5'], { settings });
    expect(other).toContain('7 days, 5 minutes a day');
  });

  test('with an interview tomorrow has one quiet day', async () => {
    const { stdout } = await plan(['--date', '2026-01-06']);
    expect(stdout).toContain('1 day, 15 minutes a day');
    expect(stdout).toMatch(/Mon 2026-01-05 .*quiet day/);
    expect(stdout).not.toContain('On a mock day');
  });

  test('says when the minutes do not do for every known card', async () => {
    const { stdout } = await plan(['--date', '2026-01-06', '--minutes-a-day', '1']);
    expect(stdout).toMatch(/known cards? would not be seen again before\s+the day/);
  });

  test('without a history plans new cards alone, and starts none', async () => {
    const { exitCode, stdout } = await plan(['--date', '2026-02-02'], {
      dataDirectory: temporaryDirectory(),
      history: () => {
        throw new Error('opened');
      },
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Recall +\d+% of \d+ cards on the day/);
  });

  test.each([40, 60, 80, 120])('fits %i columns', async (columns) => {
    for (const argv of [[], ['--plain']]) {
      const { stdout } = await plan(['--date', '2026-02-02', ...argv], { columns });
      const widths = stripVTControlCharacters(stdout).split('\n').map(textWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    }
  });

  test('--plain draws nothing', async () => {
    const { stdout } = await plan(['--date', '2026-02-02', '--plain']);
    expect(stdout).not.toMatch(/[█▏#]{2}|─/);
    expect(stdout).toMatch(/today \d+% of \d+, on the day \d+% of \d+/);
  });

  test('--format markdown has tables of Markdown', async () => {
    const { stdout } = await plan(['--date', '2026-02-02', '--format', 'markdown']);
    expect(stdout).toMatch(/^# Until your interview/);
    expect(stdout).toMatch(/^\| Day +\| Repeat/m);
  });

  test('--json has every day and subject', async () => {
    const { stdout } = await plan(['--date', '2026-02-02', '--json']);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      date: '2026-02-02',
      daysLeft: 28,
      minutesPerDay: 15,
      recall: { cardsToday: 3, today: expect.any(Number), onTheDay: expect.any(Number) },
      missed: 0,
    });
    expect(found.days).toHaveLength(28);
    expect(found.days.at(-1)).toMatchObject({
      date: '2026-02-01',
      quiet: true,
      mock: false,
      new: 0,
    });
    expect(found.subjects.length).toBeGreaterThan(1);
  });
});

test.each([
  [[], 2, /needs the day of your interview/],
  [['--date', '2026-01-04'], 2, /2026-01-04 is over/],
  [['--date', '2026-01-05'], 2, /your interview is today/],
  [['--date', '2028-01-05'], 2, /730 days ahead; a plan goes no farther than a year/],
  [['--date', '2026-02-30'], 2, /Give a day as YYYY-MM-DD/],
  [['--date', 'friday'], 2, /Give a day as YYYY-MM-DD/],
  [['--date', '2026-02-02', '--minutes-a-day', '0'], 2, /whole number from 1 to 240/],
  [['--date', '2026-02-02', '--format', 'pdf'], 2, /Allowed choices/],
])('plan %j exits %i', async (argv, code, message) => {
  const { exitCode, stdout, stderr } = await plan(argv);
  expect([exitCode, stdout]).toEqual([code, '']);
  expect(stderr).toMatch(message);
});

test('with a damaged history says which file and the way out', async () => {
  const dataDirectory = temporaryDirectory();
  writeFileSync(join(dataDirectory, 'history.sqlite'), 'no database at all, whatever it says');
  const { exitCode, stderr } = await plan(['--date', '2026-02-02'], {
    dataDirectory,
    history: () => openHistory(dataDirectory, { now: () => monday, monotonic: () => 0 }),
  });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/your history is damaged: .*history\.sqlite/);
});
