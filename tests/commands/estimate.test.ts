/** The drills, in a terminal and in a pipe. */
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { monday, temporaryHistory } from '../helpers/history.ts';
import { cancel, press, type ScriptedAnswer, scriptedPrompts, type } from '../helpers/prompts.ts';

async function piped(...argv: string[]) {
  const context = await testContext();
  const exitCode = await main(argv, context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

async function sit(argv: readonly string[], script: readonly ScriptedAnswer[]) {
  const history = temporaryHistory();
  const prompts = scriptedPrompts(script);
  const context = await testContext({
    tty: true,
    env: { NO_COLOR: '1' },
    prompts,
    history: () => history,
    now: () => monday,
  });
  const exitCode = await main([...argv], context);
  prompts.finish();
  return {
    exitCode,
    history,
    stdout: context.stdout,
    stderr: context.stderr,
    asked: prompts.asked,
  };
}

interface Shown {
  readonly prompt: string;
  readonly value: number;
  readonly answer: string;
  readonly working: readonly string[];
  readonly explanation: string;
  readonly bands: { readonly right: readonly [number, number] };
  readonly slips: readonly { readonly value: number; readonly says: string }[];
}

async function preview(...argv: string[]): Promise<Shown[]> {
  const { stdout } = await piped(...argv, '--preview', '--json');
  return JSON.parse(stdout).questions;
}

describe('without a terminal', () => {
  test('the list names every drill and what it asks', async () => {
    const { exitCode, stdout } = await piped('estimate', '--list');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^qps +average and peak load from daily users$/m);
    const { drills } = JSON.parse((await piped('estimate', '--list', '--json')).stdout);
    expect(drills.length).toBe(stdout.trimEnd().split('\n').length);
    expect(drills[0]).toEqual({
      id: 'qps',
      name: expect.any(String),
      about: expect.stringMatching(/^topic\//),
      asks: expect.any(String),
    });
  });

  test('a preview as JSON carries value, bands and the derivation, and repeats with its seed', async () => {
    const argv = ['estimate', '--count', '16', '--seed', '3'];
    const questions = await preview(...argv);
    expect(questions).toHaveLength(16);
    for (const { value, bands, answer, working, explanation } of questions) {
      expect(bands.right[0]).toBeLessThan(value);
      expect(bands.right[1]).toBeGreaterThan(value);
      expect(answer).not.toBe('');
      expect(explanation).toContain(working[0]);
    }
    expect(await preview(...argv)).toEqual(questions);
    expect(await preview('estimate', '--count', '16', '--seed', '4')).not.toEqual(questions);
  });

  test('a drill asked three times has other figures each time', async () => {
    const questions = await preview('estimate', 'qps', '--count', '3', '--seed', '1');
    expect(new Set(questions.map(({ prompt }) => prompt)).size).toBe(3);
  });

  test.each([
    [['estimate'], /needs a terminal[\s\S]*--preview/],
    [['estimate', '--json'], /needs --preview or --list/],
    [['estimate', '--count', '0'], /whole number from 1/],
  ])('%j is wrong usage and says what to do', async (argv, message) => {
    const { exitCode, stdout, stderr } = await piped(...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('an unknown drill exits 1 and names what comes near', async () => {
    const { exitCode, stderr } = await piped('estimate', 'kv-cach', '--preview');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Did you mean: kv-cache');
  });

  test.each([40, 60, 80, 120])('a preview fits %i columns', async (columns) => {
    const context = await testContext({ columns });
    await main(['estimate', '--preview', '--count', '16', '--seed', '3'], context);
    const longest = Math.max(...context.stdout.split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(columns);
  });
});

describe('in a terminal', () => {
  const argv = ['estimate', 'qps', '--count', '1', '--seed', '3'];

  test('an answer about right is right; the derivation follows and the answer is stored', async () => {
    const [question] = await preview(...argv);
    const { exitCode, stdout, history } = await sit(argv, [
      type(String((question?.value ?? 0) * 1.5)),
      press('finish'),
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Right.');
    expect(stdout).toContain('86,400 s ≈');
    expect(stdout).toContain('Say: ');
    expect(history.reviews.latest(1)).toMatchObject([
      { kind: 'estimate', card: 'topic/real-time-inference#estimate-qps', isCorrect: true },
    ]);
  });

  test('the right order of magnitude is close, and the drill comes back with fresh figures', async () => {
    const [question] = await preview(...argv);
    const { stdout, history, asked } = await sit(argv, [
      type(String((question?.value ?? 0) * 6)),
      press('next'),
      type('1'),
      press('quit'),
    ]);
    expect(stdout).toMatch(/Close\. The right order of magnitude, but 6 times too\s+high\./);
    const [first, again] = asked.filter(({ method }) => method === 'text');
    expect(again?.message).toContain('again');
    expect(again?.message.split('again')[1]).not.toBe(first?.message.split('(estimate)')[1]);
    expect(history.reviews.latest(2).map(({ rating }) => rating)).toEqual(['again', 'hard']);
  });

  test('what is no number is asked for again and is not an answer', async () => {
    const { history, asked } = await sit(argv, [type('many'), type('/quit')]);
    expect(asked[1]?.message).toContain('no number');
    expect(history.reviews.count()).toBe(0);
  });

  test('Ctrl-C says how to go on', async () => {
    const { exitCode, stderr } = await sit(argv, [cancel()]);
    expect(exitCode).toBe(130);
    expect(stderr).toContain('mlsd estimate');
  });
});

describe('numbers in the quiz', () => {
  const argv = ['quiz', 'precision', '--kind', 'numeric', '--count', '1', '--seed', '4'];

  test('a typical mistake is named, and the working is shown', async () => {
    const [question] = await preview(...argv);
    const recall = question?.slips.find(({ says }) => says.includes('That is recall'));
    const { stdout, history } = await sit(argv, [
      type(String(recall?.value)),
      press('next'),
      type('/quit'),
    ]);
    expect(stdout).toContain('That is recall: you divided by the actual positives.');
    expect(stdout).toContain(question?.working.at(-1));
    expect(stdout).toContain(`The answer: ${question?.answer}`);
    expect(history.reviews.latest(1)).toMatchObject([{ kind: 'numeric', isCorrect: false }]);
  });

  test('a percentage is understood', async () => {
    const [question] = await preview(...argv);
    const { stdout } = await sit(argv, [type(`${100 * (question?.value ?? 0)} %`)]);
    expect(stdout).toContain('Right.');
  });
});
