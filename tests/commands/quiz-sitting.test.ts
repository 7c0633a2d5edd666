/** What may be done in a sitting besides answering, and what bounds it. */
import { describe, expect, test } from 'vitest';
import { rightOption } from '../../src/core/quiz/kinds/choice.ts';
import type { ChoiceQuestion } from '../../src/core/quiz/question.ts';
import type { ChooseQuestion } from '../../src/terminal/prompts/prompts.ts';
import { dayMs, temporaryHistory } from '../helpers/history.ts';
import { cancel, choose, press, type } from '../helpers/prompts.ts';
import { aMonday, answerTo, plannedItems, practice, sit } from '../helpers/quiz.ts';

const flat = (text: string) => text.replace(/\s+/g, ' ');
type Planned = ReturnType<typeof plannedItems>;
const rights = (items: Planned) =>
  items.map(({ question }) => rightOption(question as ChoiceQuestion).text);
/** Picks what is right among what is shown. */
const pickRight = (items: Planned) =>
  choose((question) => question.choices.find(({ name }) => isRight(items, question, name))?.value);
const pickWrong = (items: Planned) =>
  choose((question) => question.choices.find(({ name }) => !isRight(items, question, name))?.value);

function isRight(items: Planned, { message }: ChooseQuestion<unknown>, name: string): boolean {
  const item = items.find(({ question }) => flat(message).includes(question.prompt));
  return rightOption(item?.question as ChoiceQuestion).text === name;
}

const choices = ['metrics', '--kind', 'choice', '--count', '3'] as const;
const planned = () => plannedItems(['metrics'], ['choice'], 3);

describe('a hint', () => {
  test('is shown with the question, two at most, and makes right count as hard', async () => {
    const items = planned();
    const { asked, history, stdout } = await sit(choices, [
      choose('hint'),
      choose('hint'),
      choose((question) => {
        expect(question.actions?.map(({ name }) => name)).toEqual(['skip', 'quit']);
        return question.choices.find(({ name }) => isRight(items, question, name))?.value;
      }),
      press('quit'),
    ]);
    expect(asked[0]?.message).not.toContain('Hint');
    expect(asked[2]?.message).toMatch(/Hint 1: It is not: .*\n(?:.*\n)?Hint 2: It is not: /);
    expect(stdout).toContain('Right.');
    expect(history.reviews.latest(1)).toMatchObject([
      { hints: 2, rating: 'hard', isCorrect: true },
    ]);
  });

  test('in plain lines does not repeat the question', async () => {
    const { asked } = await sit(choices, [choose('hint'), choose('quit')], { args: ['--plain'] });
    expect(asked[1]?.message).toMatch(/^\nHint 1: It is not: /);
  });

  test('where one types is asked for with a slash; the best rating is not to be had after it', async () => {
    const { history, asked } = await sit(
      ['mae', '--kind', 'recall', '--count', '1'],
      [
        type('/hint'),
        type('large misses cost more'),
        choose(({ choices: ratings }) => {
          expect(ratings.map(({ name }) => name)).toEqual([
            expect.stringMatching(/^Again: .* \(tomorrow\)$/),
            expect.stringMatching(/^Hard: .* \(tomorrow\)$/),
          ]);
          return ratings[1]?.value;
        }),
        press('finish'),
      ],
    );
    expect(asked[1]?.message).toMatch(
      /^\nHint 1: \d+ things are to be named\.|^\nHint 1: One thing/,
    );
    expect(history.reviews.latest(1)).toMatchObject([{ hints: 1, rating: 'hard' }]);
  });

  test('a command may be typed as its name alone, and not as its letter', async () => {
    const argv = ['filling', '--kind', 'fill-in', '--count', '1'];
    const { history } = await sit(argv, [type('hint'), type('Skip')]);
    expect(history.reviews.count()).toBe(0);
    const answered = await sit(argv, [type('s'), press('next'), type('quit')]);
    expect(answered.history.reviews.latest(1)).toMatchObject([{ answer: 's', isCorrect: false }]);
  });

  test('a command that there is not is not taken for an answer', async () => {
    const { asked, history } = await sit(
      ['filling', '--kind', 'fill-in', '--count', '1'],
      [type('/undo'), type('/quit')],
    );
    expect(asked[1]?.message).toBe('That is none of the commands: /hint /skip /quit');
    expect(history.reviews.count()).toBe(0);
  });
});

test('the ratings of a recall say when the card then comes back', async () => {
  await sit(
    ['mae', '--kind', 'recall', '--count', '1'],
    [
      type('large misses'),
      choose((question) => {
        const names = question.choices.map(({ name }) => name);
        expect(names).toEqual([
          'Again: I did not know it (tomorrow)',
          'Hard: I knew some of it (tomorrow)',
          'Good: I knew most of it (in 2 days)',
          'Easy: I knew all of it (in 8 days)',
        ]);
        return 'good';
      }),
      press('finish'),
    ],
  );
});

describe('undo', () => {
  test('after an answer asks it again, and the answer is taken back', async () => {
    const items = planned();
    const { history, stdout, asked } = await sit(choices, [
      pickWrong(items),
      press('undo'),
      pickRight(items),
      press('quit'),
    ]);
    expect(asked[2]?.message).toBe(asked[0]?.message);
    expect(history.reviews.latest(5).map(({ isCorrect }) => isCorrect)).toEqual([true]);
    expect(stdout).toContain('1 of 1 right at once.');
  });

  test('at the next question goes back as well, past a skipped one step by step', async () => {
    const items = planned();
    const { history, asked } = await sit(choices, [
      pickWrong(items),
      press('next'),
      choose('skip'),
      choose('undo'),
      choose('undo'),
      pickRight(items),
      press('quit'),
    ]);
    expect(asked[4]?.message).toBe(asked[2]?.message);
    expect(asked[5]?.message).toBe(asked[0]?.message);
    expect(history.reviews.count()).toBe(1);
  });

  test('there is none before the first answer', async () => {
    await sit(choices, [
      choose(({ actions = [] }) => {
        expect(actions.map(({ name }) => name)).toEqual(['hint', 'skip', 'quit']);
        return 'quit';
      }),
    ]);
  });
});

describe('a scenario', () => {
  const argv = ['--kind', 'scenario', '--count', '1'];
  const items = () => plannedItems([], ['scenario'], 1);

  test('is chosen, then defended, and the defense is compared with what would change it', async () => {
    const [item] = items();
    const flip = (item?.question as ChoiceQuestion | undefined)?.flip ?? '';
    const word = /\b[a-z]{6,}\b/.exec(flip)?.[0] ?? '';
    const { stdout, asked, history } = await sit(argv, [
      pickRight(items()),
      type(`if the ${word} were different`),
      press('finish'),
    ]);
    expect(flip).not.toBe('');
    expect(asked[1]?.message).toContain('What would change your choice?');
    expect(flat(stdout)).toContain(`You said: if the ${word} were different`);
    expect(flat(stdout)).toContain(`What would change it: ${flip}`);
    expect(flat(stdout)).toMatch(new RegExp(`In both: .*${word}`));
    expect(history.reviews.count()).toBe(1);
  });

  test('left with Ctrl-C at the defense has stored the choice', async () => {
    const { exitCode, stderr, history } = await sit(argv, [pickRight(items()), cancel()]);
    expect(exitCode).toBe(130);
    expect(stderr).toContain('your answer is saved');
    expect(history.reviews.count()).toBe(1);
  });
});

describe('cramming', () => {
  test('asks what is not due, and the schedule stays as it was', async () => {
    const history = temporaryHistory();
    const [item] = plannedItems(['mse'], ['choice'], 1);
    const card = item?.card.id ?? '';
    history.reviews.record(answerTo(card));
    const before = history.reviews.stateOf(card);
    const items = plannedItems(['mse'], ['choice'], 1);
    const { stdout } = await sit(
      ['mse', '--kind', 'choice', '--count', '1', '--cram'],
      [pickWrong(items), press('next'), pickRight(items), press('finish')],
      { history, now: () => aMonday + 60_000 },
    );
    expect(history.reviews.stateOf(card)).toEqual(before);
    expect(history.reviews.latest(2).map(({ mode }) => mode)).toEqual(['cram', 'cram']);
    expect(stdout).toContain('Cards come back when they would have anyway.');
    expect(stdout).not.toContain('Comes back');
  });
});

describe('an exam', () => {
  const argv = ['metrics', '--kind', 'choice', '--count', '3', '--exam'];

  test('tells nothing until the end, then every question with its answer, by topic', async () => {
    const items = planned();
    const { stdout, history, exitCode, asked } = await sit(argv, [
      pickRight(items),
      pickWrong(items),
      choose('skip'),
    ]);
    expect(exitCode).toBe(0);
    expect(asked[1]?.message).toContain('4:30 left');
    const report = stdout.slice(stdout.indexOf('Report'));
    expect(stdout.slice(0, stdout.indexOf('Report'))).not.toMatch(/Right|Not right/);
    expect(report).toContain('1 of 3 right (33 %), 1 not answered');
    expect(report).toContain('By topic, weakest first');
    const [, second = '', third = ''] = rights(items);
    expect(flat(report)).toContain(`Right: ${second}`);
    expect(flat(report)).toContain(`Not answered. Right: ${third}`);
    expect(history.reviews.latest(5).map(({ mode }) => mode)).toEqual(['exam', 'exam']);
    expect(items.map(({ card }) => history.reviews.stateOf(card.id))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('ends when its time is up', async () => {
    let passed = 0;
    const items = planned();
    const right = pickRight(items);
    const slow = {
      ...right,
      reply: (question: never) => {
        passed += 3 * 60_000;
        return right.reply(question);
      },
    };
    const { stdout } = await sit(argv, [slow, slow], { now: () => aMonday + passed });
    expect(stdout).toContain('The time is up.');
    expect(stdout).toContain('2 of 3 right (67 %), 1 not answered, in 6:00.');
  });

  test('judges what is recalled by what was found, when it is asked for', async () => {
    const { asked, stdout, history } = await sit(
      ['mae', '--kind', 'recall', '--count', '1', '--exam'],
      [type('/hint'), type('nothing of the kind')],
    );
    expect(asked[1]?.message).toBe('That is none of the commands: /skip /quit');
    expect(flat(stdout)).toContain('Not right. You said: nothing of the kind Right: ');
    expect(history.reviews.latest(1)).toMatchObject([{ rating: 'again', mode: 'exam' }]);
  });

  test('leaves out what only the person can judge', async () => {
    const { asked } = await sit(
      ['--count', '40', '--exam'],
      [choose('quit')].map((script) => ({
        ...script,
        method: 'any' as const,
        reply: () => 'quit',
      })),
    );
    expect(asked).toHaveLength(1);
    const kinds = plannedItems([], undefined, 40).map(({ question }) => question.kind);
    expect(kinds).toContain('recall');
  });

  test('and cramming at once is wrong usage', async () => {
    const { exitCode } = await sit(['--exam', '--cram'], []);
    expect(exitCode).toBe(2);
  });
});

describe('what bounds a sitting', () => {
  test('the new cards of the day, unless a number is asked for', async () => {
    const settings = { 'new-per-day': 2 };
    const argv = ['metrics', '--kind', 'choice'];
    const items = plannedItems(['metrics'], ['choice'], 10);
    const answer = pickRight(items);
    const { history, asked } = await sit(argv, [answer, press('next'), answer, press('finish')], {
      settings,
    });
    expect(asked[0]?.message).toContain('1 of 2');
    const later = await sit(argv, [], { settings, history });
    expect(later.exitCode).toBe(0);
    expect(flat(later.stdout)).toContain(
      'the new cards of today are done. The next card comes back',
    );
    expect(later.stdout).toContain('mlsd quiz --new 5');
    const more = await sit([...argv, '--new', '3'], [choose('quit')], { settings, history });
    expect(more.asked[0]?.message).toContain('1 of 3');
    const tomorrow = await sit(argv, [choose('quit')], {
      settings,
      history,
      now: () => aMonday + dayMs,
    });
    expect(tomorrow.asked[0]?.message).toContain('1 of 2');
  });

  test('the minutes asked for: no question is begun after them', async () => {
    let passed = 0;
    const items = plannedItems(['metrics'], ['choice'], 10);
    const right = pickRight(items);
    const slow = {
      ...right,
      reply: (question: never) => {
        passed += 61_000;
        return right.reply(question);
      },
    };
    const { stdout, history } = await sit(
      ['metrics', '--kind', 'choice', '--minutes', '2', '--count', '9'],
      [slow, press('next'), slow, press('next')],
      { now: () => aMonday + passed },
    );
    expect(flat(stdout)).toContain('Your 2 minutes are up, and what is left comes another time.');
    expect(history.reviews.count()).toBe(2);
  });

  test('an hour away from the keyboard is not an hour of practice', async () => {
    let passed = 0;
    const items = plannedItems(['metrics'], ['choice'], 10);
    const right = pickRight(items);
    const away = {
      ...right,
      reply: (question: never) => {
        passed += 3_600_000;
        return right.reply(question);
      },
    };
    const { history } = await sit(
      ['metrics', '--kind', 'choice'],
      [away, press('next'), right, press('quit')],
      { now: () => aMonday + passed },
    );
    expect(history.reviews.count()).toBe(2);
    const [first] = history.reviews.practicedSince(aMonday).filter(({ tookMs }) => tookMs > 0);
    expect(first?.tookMs).toBe(5 * 60_000);
  });

  test.each([
    ['--minutes', '0'],
    ['--minutes', 'x'],
    ['--new', '-1'],
    ['--new', ''],
  ])('%s %j is wrong usage', async (...argv) => {
    expect((await sit(argv, [])).exitCode).toBe(2);
  });

  test('the day of the interview: what comes back later comes before it', async () => {
    const items = planned();
    const interview = new Date(2026, 0, 8);
    const { history } = await sit(choices, [pickRight(items), press('quit')], {
      settings: { 'interview-date': '2026-01-08', retention: 0.7 },
    });
    const [review] = history.reviews.latest(1);
    const due = history.reviews.stateOf(review?.card ?? '')?.due ?? 0;
    expect(review?.rules.retention).toBe(0.7);
    expect(due).toBeLessThan(interview.getTime());
    expect(due).toBeGreaterThan(aMonday);
  });
});

describe('after a break', () => {
  test('the likeliest to be forgotten come first, and it is said how long the rest takes', async () => {
    const history = temporaryHistory();
    const cards = plannedItems(['metrics'], ['choice'], 30).map(({ card }) => card.id);
    const [solid = '', weak = '', ...others] = cards;
    practice(history, solid, ['good', 'good'], 40);
    practice(history, weak, ['again', 'again', 'good'], 30);
    for (const card of others) practice(history, card, ['easy', 'easy'], 9);
    const { stdout, asked } = await sit(['--count', '1', '--kind', 'choice'], [choose('quit')], {
      history,
      settings: { 'minutes-per-day': 1 },
      now: () => aMonday + 300 * dayMs,
    });
    const prompt = plannedItems(['metrics'], ['choice'], 30)[1]?.question.prompt ?? 'none';
    expect(flat(stdout)).toMatch(/^\d+ cards are due, more than a day holds\..* in \d+ days\./);
    expect(flat(asked[0]?.message ?? '')).toContain(prompt);
  });
});

describe('a card that does not stick', () => {
  const argv = ['mse', '--kind', 'choice', '--count', '1'];

  async function forgotten() {
    const history = temporaryHistory();
    const [item] = plannedItems(['mse'], ['choice'], 1);
    const card = item?.card.id ?? '';
    practice(history, card, ['good', ...Array(6).fill('again')]);
    return { history, card };
  }

  test('is said to be better read about, and comes back later than tomorrow', async () => {
    const { history, card } = await forgotten();
    const now = history.reviews.stateOf(card)?.due ?? 0;
    const wrong = choose(({ choices: options }) => options[0]?.value);
    const { stdout } = await sit(argv, [wrong, press('next'), choose('quit')], {
      history,
      now: () => now,
    });
    const { lapses = 0 } = history.reviews.stateOf(card) ?? {};
    expect(lapses).toBeGreaterThanOrEqual(6);
    expect(flat(stdout)).toMatch(/Forgotten \d times by now: .* mlsd metric mse/);
  });

  test('is listed, as text and as JSON', async () => {
    const { history, card } = await forgotten();
    const { stdout } = await sit(['--leeches'], [], { history });
    expect(stdout).toContain('Forgotten 6 times.');
    expect(stdout).toContain('Read: mlsd metric mse');
    const json = await sit(['--leeches'], [], { history, args: ['--json'] });
    expect(JSON.parse(json.stdout).leeches).toMatchObject([
      { card, about: 'metric/mse', lapses: 6 },
    ]);
    const none = await sit(['--leeches'], []);
    expect(none.stdout).toBe('No card has been forgotten again and again.\n');
  });
});
