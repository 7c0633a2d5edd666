import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../src/core/quiz/schedule.ts';
import { UserError } from '../../src/errors.ts';
import { openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';
import { choose, scriptedPrompts } from '../helpers/prompts.ts';

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
    const { exitCode, stdout } = await home({
      tty: true,
      dataDirectory: temporaryDirectory(),
      prompts,
    });
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
