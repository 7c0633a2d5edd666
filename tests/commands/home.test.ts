import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../src/core/quiz/schedule.ts';
import { UserError } from '../../src/errors.ts';
import { openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';
import { cancel, choose, press, scriptedPrompts, type } from '../helpers/prompts.ts';

async function home(options: TestOptions, argv: readonly string[] = []) {
  const context = await testContext(options);
  const exitCode = await main(argv, context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

const now = Date.UTC(2026, 0, 5, 9);
const clock = { now: () => now, monotonic: () => now };
const dayMs = 86_400_000;

/** A directory whose history holds one answer, given so many days ago. */
function practiced(daysAgo: number): {
  dataDirectory: string;
  history: NonNullable<TestOptions['history']>;
} {
  const dataDirectory = temporaryDirectory();
  const history = openHistory(dataDirectory, clock);
  history.reviews.record({
    card: 'metric/ndcg#range',
    question: 'q',
    kind: 'choice',
    session: 's',
    answeredAt: now - daysAgo * dayMs,
    tookMs: 1000,
    isCorrect: true,
    rating: 'good',
    answer: 'x',
    mode: 'practice',
    hints: 0,
    rules: defaultRules,
  });
  return { dataDirectory, history: () => history };
}

describe('mlsd alone', () => {
  test('piped and never used: plain text, what to do first, exit 0, and no history is made', async () => {
    const { exitCode, stdout, stderr } = await home({ dataDirectory: temporaryDirectory() });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('mlsd quiz --count 5');
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
  });

  test('with cards due: the quiz is the next thing to do', async () => {
    const { stdout } = await home(practiced(30));
    expect(stdout).toMatch(/Next +mlsd quiz: 1 card is due/);
  });

  test('with nothing due and no mock yet: the interview is', async () => {
    const { stdout } = await home(practiced(0));
    expect(stdout).toMatch(/Next +mlsd interview: your first mock interview/);
    expect(stdout).toMatch(/Due +nothing, the next one/);
  });

  test('says how much of each subject is likely to be remembered, and when the interview is', async () => {
    const settings = '{"interview-date": "2026-01-26"}';
    const { stdout } = await home({ ...practiced(30), settings });
    expect(stdout).toMatch(/^Readiness +\S.* \d+%/m);
    expect(stdout).toMatch(/^Interview +in 21 days, on 2026-01-26$/m);
    expect((await home({ dataDirectory: temporaryDirectory() })).stdout).not.toMatch(/Readiness/);
  });

  test('with a history that cannot be read says so and still answers', async () => {
    const { dataDirectory } = practiced(1);
    const history = () => {
      throw new UserError('the history is damaged.', 'Run it again.');
    };
    const { exitCode, stdout } = await home({ dataDirectory, history });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('the history is damaged. Run it again.');
  });

  test('in a terminal offers a menu and does what is chosen', async () => {
    const prompts = scriptedPrompts([choose('Cheat sheets')]);
    const { exitCode, stdout } = await home({ tty: true, ...practiced(1), prompts });
    prompts.finish();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Areas of the life cycle');
  });

  test('--json says the same as data', async () => {
    const { stdout } = await home(practiced(30), ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      practice: { answers: 1, due: 1 },
      next: { command: 'mlsd quiz' },
    });
  });
});

describe('the first start in a terminal', () => {
  function firstStart(script: Parameters<typeof scriptedPrompts>[0]) {
    const dataDirectory = temporaryDirectory();
    const settingsFile = join(temporaryDirectory(), 'mlsd', 'config.json');
    const prompts = scriptedPrompts(script);
    const history = () => openHistory(dataDirectory, clock);
    const env = { NO_COLOR: '1' };
    const options = { tty: true, env, dataDirectory, settingsFile, prompts, history, seed: 3 };
    const stored = () => JSON.parse(readFileSync(settingsFile, 'utf8'));
    return { options, prompts, stored };
  }

  test('greets, keeps what is answered, and asks the first question', async () => {
    const { options, prompts, stored } = firstStart([
      type('next month'),
      type('2025-12-24'),
      type('2026-02-01'),
      choose('Staff: name the core difficulty, weigh cost and ownership'),
      choose('20 minutes'),
      press('start'),
      cancel(),
    ]);
    const { stdout } = await home(options);
    prompts.finish();
    expect(stdout).toMatch(/^Welcome to mlsd/);
    expect(stored()).toEqual({
      'interview-date': '2026-02-01',
      level: 'staff',
      'minutes-per-day': 20,
    });
    expect(prompts.asked.at(-1)?.message).toContain('1 of 5');
  });

  test('lets everything be skipped, and does not ask again', async () => {
    const { options, prompts, stored } = firstStart([
      type(''),
      choose('Skip: senior is taken'),
      choose('Skip: 15 is taken'),
      press('not now'),
      choose('Quit'),
    ]);
    expect((await home(options)).exitCode).toBe(0);
    prompts.finish();
    expect(stored()).toEqual({});
    const again = scriptedPrompts([choose('Quit')]);
    await home({ ...options, prompts: again });
    again.finish();
  });

  test('left by Ctrl-C exits with 130 and asks again the next time', async () => {
    const { options } = firstStart([cancel()]);
    expect((await home(options)).exitCode).toBe(130);
    expect(existsSync(options.settingsFile)).toBe(false);
  });

  test('in a pipe asks nothing', async () => {
    const { options } = firstStart([]);
    const { exitCode, stdout } = await home({ ...options, tty: false });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('mlsd quiz --count 5');
  });
});
