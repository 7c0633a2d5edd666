/** The command, in a terminal and in a pipe. */
import { describe, expect, test } from 'vitest';
import { kindChoices } from '../../src/commands/quiz/command.ts';
import { questionKinds } from '../../src/core/quiz/question.ts';
import { main } from '../../src/main.ts';
import type { ChooseQuestion } from '../../src/terminal/prompts/prompts.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { testContext } from '../helpers/context.ts';
import { dayMs, monday, temporaryHistory } from '../helpers/history.ts';
import {
  arrange,
  cancel,
  choose,
  mark,
  press,
  type ScriptedAnswer,
  scriptedPrompts,
  type,
} from '../helpers/prompts.ts';

async function piped(...argv: string[]) {
  const context = await testContext({ catalog: fixtureCatalog() });
  const exitCode = await main(['quiz', ...argv], context);
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

async function sit(
  argv: string[],
  script: readonly ScriptedAnswer[],
  { history = temporaryHistory(), now = monday } = {},
) {
  const prompts = scriptedPrompts(script);
  const context = await testContext({
    tty: true,
    env: { NO_COLOR: '1' },
    catalog: fixtureCatalog(),
    prompts,
    history: () => history,
    now: () => now,
  });
  const exitCode = await main(['quiz', '--seed', '1', ...argv], context);
  prompts.finish();
  return {
    exitCode,
    stdout: context.stdout,
    stderr: context.stderr,
    history,
    asked: prompts.asked,
  };
}

/** Answers by what the preview of the same seed says. */
async function preview(
  ...argv: string[]
): Promise<{ id: string; kind: string; prompt: string; answer: string }[]> {
  const { stdout } = await piped('--seed', '1', '--preview', '--json', ...argv);
  return JSON.parse(stdout).questions;
}
const pick = (right: string) => choose(right);
const avoid = (right: string) =>
  choose(
    (question: ChooseQuestion<unknown>) =>
      question.choices.find(({ name }) => name !== right)?.value,
  );

describe('a preview', () => {
  test('as JSON has every field of the contract and opens no history', async () => {
    const { exitCode, stdout } = await piped('--preview', '--json', '--count', '12', '--seed', '3');
    const { questions } = JSON.parse(stdout);
    expect([exitCode, questions.length]).toEqual([0, 12]);
    for (const question of questions) {
      expect(question).toMatchObject({
        id: expect.stringContaining('#'),
        kind: expect.any(String),
        about: expect.stringMatching(/^[a-z]+\/[a-z0-9-]+$/),
        prompt: expect.any(String),
        answer: expect.any(String),
        explanation: expect.any(String),
      });
      const right = question.options?.filter(({ correct }: { correct: boolean }) => correct);
      if (right) {
        const texts = right.map(({ text }: { text: string }) => text);
        expect(texts.join(' / ')).toBe(question.answer);
      }
    }
  });

  test('is the same for the same seed, and another for another', async () => {
    const one = await piped('--preview', '--seed', '3');
    expect(await piped('--preview', '--seed', '3')).toEqual(one);
    expect((await piped('--preview', '--seed', '4')).stdout).not.toBe(one.stdout);
  });

  test.each([40, 60, 80, 120])('fits %i columns', async (columns) => {
    const context = await testContext({ catalog: fixtureCatalog(), columns });
    await main(['quiz', '--preview', '--count', '30', '--seed', '3'], context);
    const longest = Math.max(...context.stdout.split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(columns);
  });
});

describe('a question to which several answers apply', () => {
  const argv = ['mse', '--kind', 'multiple', '--count', '1'];

  test('is right when all are marked and no other', async () => {
    const [question] = await preview(...argv);
    const right = question?.answer.split(' / ') ?? [];
    const { stdout, history } = await sit(argv, [
      mark(({ items }) => right.map((text) => items.indexOf(text)).sort()),
      press('finish'),
    ]);
    expect(stdout).toContain('Right.');
    expect(history.reviews.latest(1)).toMatchObject([{ kind: 'multiple', rating: 'good' }]);
  });

  test('tells what was missed and what was too many', async () => {
    const [question] = await preview(...argv);
    const right = question?.answer.split(' / ') ?? [];
    const { stdout } = await sit(argv, [
      mark(({ items }) => [items.findIndex((text) => !right.includes(text))]),
      press('quit'),
    ]);
    expect(stdout).toMatch(/Not right\. \d missed, 1 too many\./);
    expect(stdout).toMatch(/ {2}missed .*\n/);
    expect(stdout).toMatch(/ {2}wrong {2}.*\n/);
  });
});

describe('without a terminal', () => {
  test('a quiz says what to do instead', async () => {
    const { exitCode, stderr, stdout } = await piped();
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('mlsd quiz --preview');
  });

  test('JSON without a preview says what to do instead', async () => {
    const { exitCode, stderr } = await piped('--json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--preview --json');
  });

  test('an unknown topic exits 1 with suggestions', async () => {
    const { exitCode, stderr } = await piped('qwertyuiop', '--preview');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/nothing to ask about "qwertyuiop"[\s\S]*Nearest: mlsd quiz /);
  });

  test.each([
    ['--count', '0'],
    ['--count', 'x'],
    ['--seed', '1.5'],
    ['--kind', 'song'],
  ])('%s %s is wrong usage', async (...argv) => {
    expect((await piped('--preview', ...argv)).exitCode).toBe(2);
  });
});

describe('a sitting', () => {
  test('a right choice is stored with its reason shown, and the summary closes', async () => {
    const [question] = await preview('mse', '--kind', 'choice', '--count', '1');
    const { exitCode, stdout, history } = await sit(
      ['mse', '--kind', 'choice', '--count', '1'],
      [pick(question?.answer ?? ''), press('finish')],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Right.');
    expect(stdout).toContain('1 of 1 right at once.');
    expect(stdout).toContain('1 comes back in 2 days.');
    expect(history.reviews.latest(2)).toMatchObject([
      { question: question?.id, isCorrect: true, rating: 'good', answer: question?.answer },
    ]);
  });

  test('a wrong choice comes back in the same sitting and is read about', async () => {
    const [question] = await preview('mse', '--kind', 'choice', '--count', '1');
    const right = question?.answer ?? '';
    const { stdout, history } = await sit(
      ['mse', '--kind', 'choice', '--count', '1'],
      [avoid(right), press('next'), pick(right), press('finish')],
    );
    expect(stdout).toContain('Not right.');
    expect(stdout).toContain('0 of 1 right at once, 1 more after a second try.');
    expect(stdout).toContain('mlsd metric mse');
    expect(history.reviews.latest(5).map(({ isCorrect }) => isCorrect)).toEqual([true, false]);
  });

  test('a name that is typed with a small slip counts', async () => {
    const { stdout, history } = await sit(
      ['filling', '--kind', 'fill-in', '--count', '1'],
      [
        type((question) =>
          question.message.includes('frequent') ? 'mode imputaton' : 'mean imputaton',
        ),
        press('finish'),
      ],
    );
    expect(stdout).toMatch(/Right\. It is written M\w+ imputation\./);
    expect(history.reviews.count()).toBe(1);
  });

  test('what was recalled is compared, then rated by the person', async () => {
    const { stdout, history, asked } = await sit(
      ['mae', '--kind', 'recall', '--count', '1'],
      [
        type('large misses cost more'),
        choose(({ choices }) => choices.find(({ name }) => name.startsWith('Hard:'))?.value),
        press('finish'),
      ],
    );
    expect(asked[1]?.message).toMatch(/You named:|Not found in your answer:/);
    expect(stdout).toContain('Summary');
    expect(history.reviews.latest(1)).toMatchObject([
      { kind: 'recall', rating: 'hard', answer: 'large misses cost more' },
    ]);
  });

  test('steps are put in order', async () => {
    const [question] = await preview('frame', '--kind', 'order', '--count', '1');
    const right = question?.answer.split(' → ') ?? [];
    const { stdout, history } = await sit(
      ['frame', '--kind', 'order', '--count', '1'],
      [arrange(({ items }) => right.map((name) => items.indexOf(name))), press('finish')],
    );
    expect(stdout).toContain(`Right.\n  1. ${right[0]}`);
    expect(history.reviews.latest(1)).toMatchObject([{ kind: 'order', answer: question?.answer }]);
  });

  test('skipping and quitting keep what was answered', async () => {
    const [, second] = await preview('metrics', '--kind', 'choice', '--count', '3');
    const { exitCode, stdout, history } = await sit(
      ['metrics', '--kind', 'choice', '--count', '3'],
      [choose('skip'), pick(second?.answer ?? ''), press('next'), choose('quit')],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('1 of 1 right at once, 1 skipped.');
    expect(history.reviews.count()).toBe(1);
  });

  test('quitting by a typed command is not an answer', async () => {
    const { history, stdout } = await sit(['filling', '--kind', 'fill-in'], [type('/quit')]);
    expect(history.reviews.count()).toBe(0);
    expect(stdout).toContain('nothing changed');
  });

  test('Ctrl-C says how many answers are saved and exits 130', async () => {
    const [first] = await preview('metrics', '--kind', 'choice', '--count', '3');
    const { exitCode, stderr, history } = await sit(
      ['metrics', '--kind', 'choice', '--count', '3'],
      [pick(first?.answer ?? ''), cancel()],
    );
    expect(exitCode).toBe(130);
    expect(stderr).toContain('stopped; your answer is saved.');
    expect(history.reviews.count()).toBe(1);
  });

  test('an answer is on disk before anything else is asked', async () => {
    const [first] = await preview('metrics', '--kind', 'choice', '--count', '2');
    const history = temporaryHistory();
    let stored = -1;
    const look = press('quit');
    await sit(
      ['metrics', '--kind', 'choice', '--count', '2'],
      [
        pick(first?.answer ?? ''),
        {
          ...look,
          reply: (question) => {
            stored = history.reviews.count();
            return look.reply(question);
          },
        },
      ],
      { history },
    );
    expect(stored).toBe(1);
  });

  test('what was answered today is not asked again today, and comes first when it is due', async () => {
    const argv = ['hit-rate', '--kind', 'choice', '--count', '1'];
    const [question] = await preview(...argv);
    const answer = pick(question?.answer ?? '');
    const { history } = await sit(argv, [answer, press('finish')]);
    const other = await sit(argv, [choose('quit')], { history });
    expect(other.asked[0]?.message).not.toContain(question?.prompt);
    const later = await sit(argv, [answer, press('finish')], { history, now: monday + 2 * dayMs });
    expect(later.asked[0]?.message.replace(/\s+/g, ' ')).toContain(question?.prompt);
    expect(history.reviews.count()).toBe(2);
  });

  test('when everything is answered and nothing is due, it says when to come back', async () => {
    const argv = ['close', '--kind', 'order', '--count', '9'];
    const frame = ['frame', '--kind', 'order', '--count', '9'];
    const { exitCode, stderr } = await sit(argv, []);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('no such questions')]);
    const anyOrder = arrange(({ items }) => items.map((_, index) => index));
    const tries = Array.from({ length: 8 }, () => [anyOrder, press('next')]).flat();
    const { history } = await sit(frame, tries.slice(0, -1));
    const { stdout } = await sit(frame, [], { history });
    expect(stdout).toMatch(/nothing is due\. The next card comes back\s+tomorrow\./);
  });
});

test('the kinds of the grammar are the kinds of the program', () => {
  expect(kindChoices).toEqual(questionKinds);
});
