import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { textWidth } from '../../src/view/width.ts';
import { setup } from '../fixtures/interview/small.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { dayMs, monday, reviewOf, type TestHistory, temporaryHistory } from '../helpers/history.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

const now = monday + 60 * dayMs;

/** Two months: a metric that goes well, a topic that does not, and a mock that ran over. */
function practiced(): TestHistory {
  let clock = monday;
  const history = temporaryHistory(() => clock);
  for (let day = 0; day < 58; day += 2) {
    const answeredAt = monday + day * dayMs;
    history.reviews.record(reviewOf({ card: 'metric/ndcg#range', answeredAt, tookMs: 8000 }));
    history.reviews.record(
      reviewOf({
        card: 'topic/dropout#name',
        kind: 'recall',
        isCorrect: day % 4 === 0,
        answeredAt,
        tookMs: 42_000,
      }),
    );
  }
  clock = monday + 30 * dayMs;
  history.interviews.begin({ ...setup, startedAt: clock });
  const [first] = setup.plan.steps;
  history.interviews.append(setup.id, [{ kind: 'next' }], (first?.budgetMs ?? 0) + 90_000);
  history.interviews.append(setup.id, [{ kind: 'stopped' }], (first?.budgetMs ?? 0) + 120_000);
  return history;
}

async function stats(argv: readonly string[] = [], options: TestOptions = {}) {
  const history = practiced();
  const context = await testContext({
    dataDirectory: history.directory,
    history: () => history,
    now: () => now,
    env: { LANG: 'C.UTF-8' },
    ...options,
  });
  const exitCode = await main(['stats', ...argv], context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr, paged: context.paged };
}

describe('mlsd stats', () => {
  test('shows recall, retention, the calendar, the weakest and slowest, leeches and the mock', async () => {
    const { exitCode, stdout, stderr } = await stats();
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Answers +58 answers so far/);
    expect(stdout).toMatch(/Recommendation & Ranking +█+.*% of 1, right 100%/);
    expect(stdout).toMatch(/ML life cycle +█+.*% of 1, right 52%/);
    expect(stdout).toMatch(/recall +█+.* 52% of 29/);
    expect(stdout).toMatch(/Weakest[^\n]*\nDropout .*52% of 29/);
    expect(stdout).toMatch(/Slowest[^\n]*\n.*42 s/);
    expect(stdout).toContain('(topic/dropout#name): 14 times');
    expect(stdout).toMatch(/2026-02-04 .* stopped/);
    expect(stdout).toContain('1:30 over');
  });

  test.each([40, 60, 80, 120])('fits %i columns, in color, in ASCII and plain', async (columns) => {
    for (const variable of ['FORCE_COLOR', 'NO_COLOR', 'ACCESSIBLE']) {
      const { stdout } = await stats([], { columns, env: { [variable]: '1' } });
      expect(
        Math.max(...stripVTControlCharacters(stdout).split('\n').map(textWidth)),
      ).toBeLessThanOrEqual(columns);
    }
  });

  test('in a locale without UTF-8 the drawings are ASCII', async () => {
    const { stdout } = await stats([], { env: { LANG: 'C' } });
    expect(stdout).toMatch(/#{5,}/);
    expect(stdout).not.toMatch(/[█░▒▓·┃│]/);
  });

  test('--plain says it in sentences and tables', async () => {
    const { stdout } = await stats(['--plain']);
    expect(stdout).not.toMatch(/[█░▒▓#]{2,}/);
    expect(stdout).toMatch(/ML life cycle: .*\d+% of 1, right 52%/);
    expect(stdout).toMatch(/Mon 2026-03-02 +2/);
  });

  test('a long report goes to the pager of a terminal', async () => {
    const { stdout, paged } = await stats([], { tty: true, rows: 10 });
    expect([stdout, paged.length]).toEqual(['', 1]);
  });

  test('--json has every number', async () => {
    const { stdout } = await stats(['--json']);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({
      date: '2026-03-06',
      answers: 58,
      cards: 2,
      target: 0.9,
      recall: expect.any(Number),
      kinds: [
        { kind: 'choice', answers: 29, right: 29 },
        { kind: 'recall', answers: 29, right: 15 },
      ],
      retention: { returns: 56, remembered: 42, weeks: expect.any(Array) },
      leeches: [{ card: 'topic/dropout#name', lapses: 14 }],
      mocks: [{ date: '2026-02-04', outcome: 'stopped', case: setup.caseId }],
    });
    expect(found.calendar).toHaveLength(371);
    expect(found.forecast.days).toHaveLength(30);
  });

  test('with nothing practiced says so and what to do, and starts no history', async () => {
    const { exitCode, stdout } = await stats([], {
      dataDirectory: temporaryDirectory(),
      history: () => {
        throw new Error('opened');
      },
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Nothing was practiced yet\. .*mlsd quiz/);
  });

  test('with a damaged history says which file and the way out', async () => {
    const dataDirectory = temporaryDirectory();
    writeFileSync(join(dataDirectory, 'history.sqlite'), 'no database at all, whatever it says');
    const { exitCode, stdout, stderr } = await stats([], {
      dataDirectory,
      history: () => openHistory(dataDirectory, { now: () => now, monotonic: () => 0 }),
    });
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/your history is damaged: .*history\.sqlite/);
  });

  test('a word too many is wrong usage', async () => {
    expect((await stats(['everything'])).exitCode).toBe(2);
  });
});
