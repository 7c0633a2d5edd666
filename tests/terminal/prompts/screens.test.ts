/** The Inquirer screens on a terminal in memory, and the same questions in plain lines. */
import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { arrangePrompt } from '../../../src/terminal/prompts/arrange.ts';
import { choosePrompt } from '../../../src/terminal/prompts/choose.ts';
import { createPrompts } from '../../../src/terminal/prompts/inquirer.ts';
import { markPrompt } from '../../../src/terminal/prompts/mark.ts';
import { createPlainPrompts } from '../../../src/terminal/prompts/plain.ts';
import { pressPrompt } from '../../../src/terminal/prompts/press.ts';
import { textPrompt } from '../../../src/terminal/prompts/text.ts';
import { plainPaint } from '../../../src/view/paint.ts';
import { testContext } from '../../helpers/context.ts';

const style = { width: 30, height: 24, paint: plainPaint, isUnicode: true };
const actions = [{ key: 's', name: 'skip', value: 'skip' }];
const keys = {
  down: '\u001B[B',
  up: '\u001B[A',
  enter: '\r',
  backspace: '\u007F',
  interrupt: '\u0003',
};

interface Streams {
  input: PassThrough;
  output: PassThrough;
}

/** Runs a prompt; returns what shows while it waits, and what is left when it is over. */
function open<T>(start: (streams: Streams) => Promise<T>) {
  const terminal = new xterm.Terminal({
    cols: 30,
    rows: 24,
    allowProposedApi: true,
    convertEol: true,
  });
  const input = new PassThrough();
  const output = new PassThrough();
  output.on('data', (chunk: Buffer) => terminal.write(chunk.toString()));
  const answer = start({ input, output });
  async function screen(): Promise<string[]> {
    for (let turn = 0; turn < 5; turn++) await new Promise((next) => setImmediate(next));
    await new Promise<void>((written) => terminal.write('', written));
    const { active } = terminal.buffer;
    const rows = Array.from(
      { length: 24 },
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    );
    return rows
      .map((row) => row.trimEnd())
      .slice(0, rows.findLastIndex((row) => row.trim() !== '') + 1);
  }
  return {
    answer,
    screen,
    async type(text: string) {
      input.write(text);
      return await screen();
    },
  };
}

const three = [
  { name: 'Mean squared error, the first of them', value: 'a' },
  { name: 'Second', value: 'b' },
  { name: 'Third', value: 'c' },
];

describe('one of several', () => {
  const start = () =>
    open((streams) =>
      choosePrompt({ question: { message: 'Which?', choices: three, actions }, style }, streams),
    );

  test('the screen numbers the choices, marks one and wraps what is long', async () => {
    const { screen, type } = start();
    expect(await screen()).toEqual([
      'Which?',
      '› 1 Mean squared error, the',
      '    first of them',
      '  2 Second',
      '  3 Third',
      '',
      '1-3 choose · s skip',
    ]);
    await type('1');
  });

  test('a number answers at once, and the answer stays', async () => {
    const { answer, type } = start();
    expect(await type('2')).toEqual(['Which?', '› Second']);
    expect(await answer).toBe('b');
  });

  test('arrows go round and Enter answers', async () => {
    const { answer, type } = start();
    await type(keys.up);
    await type(keys.enter);
    expect(await answer).toBe('c');
  });

  test('a letter does what it stands for; other keys do nothing', async () => {
    const { answer, type } = start();
    expect((await type('x9'))[0]).toBe('Which?');
    await type('s');
    expect(await answer).toBe('skip');
  });
});

test('text is typed on its own line, with help below until it is answered', async () => {
  const { answer, screen, type } = open((streams) =>
    textPrompt({ question: { message: 'Name it.', help: 'One word.' }, style }, streams),
  );
  await screen();
  expect(await type('NDCF')).toEqual(['Name it.', '› NDCF', 'One word.']);
  expect(await type(`${keys.backspace}G${keys.enter}`)).toEqual(['Name it.', '› NDCG']);
  expect(await answer).toBe('NDCG');
});

test('items are placed by number, taken back, and answered when all are placed', async () => {
  const { answer, screen, type } = open((streams) =>
    arrangePrompt({ question: { message: 'Order.', items: ['b', 'c', 'a'] }, style }, streams),
  );
  await screen();
  await type('3');
  await type('2');
  await type(keys.backspace);
  expect((await type('1')).slice(1, 4)).toEqual(['  1 [2] b', '› 2 [ ] c', '  3 [1] a']);
  await type('2');
  await type(keys.enter);
  expect(await answer).toEqual([2, 0, 1]);
});

describe('all that apply', () => {
  const start = () =>
    open((streams) =>
      markPrompt(
        { question: { message: 'All?', items: ['a', 'b', 'c'], actions }, style },
        streams,
      ),
    );

  test('numbers and Space mark, Enter answers when something is marked', async () => {
    const { answer, screen, type } = start();
    expect(await screen()).toEqual([
      'All?',
      '› 1 [ ] a',
      '  2 [ ] b',
      '  3 [ ] c',
      '',
      '1-3 mark · s skip',
    ]);
    await type(keys.enter);
    await type('3');
    await type(keys.up);
    expect(await type(' ')).toEqual([
      'All?',
      '  1 [ ] a',
      '› 2 [x] b',
      '  3 [x] c',
      '',
      '1-3 mark · Enter answer',
      's skip',
    ]);
    await type('3');
    expect(await type(keys.enter)).toEqual(['All?', '  1 [ ] a', '  2 [x] b', '  3 [ ] c']);
    expect(await answer).toEqual([1]);
  });

  test('a letter does what it stands for', async () => {
    const { answer, screen, type } = start();
    await screen();
    await type('s');
    expect(await answer).toBe('skip');
  });
});

test('one of a few keys; Enter is the first', async () => {
  const question = {
    keys: [
      { key: 'enter', name: 'next', value: 1 },
      { key: 'q', name: 'quit', value: 2 },
    ],
  };
  const { answer, screen, type } = open((streams) =>
    pressPrompt({ question, style }, { ...streams, clearPromptOnDone: true }),
  );
  expect(await screen()).toEqual(['', 'Enter next · q quit']);
  expect(await type(keys.enter)).toEqual([]);
  expect(await answer).toBe(1);
});

test('Ctrl-C ends a prompt by an error that the adapter knows', async () => {
  const { answer, screen, type } = open((streams) =>
    choosePrompt({ question: { message: 'Which?', choices: three }, style }, streams),
  );
  await screen();
  const failed = expect(answer).rejects.toMatchObject({ name: 'ExitPromptError' });
  await type(keys.interrupt);
  await failed;
});

test('where nobody can answer, asking is wrong usage', async () => {
  const { io } = await testContext();
  await expect(createPrompts(io).text({ message: 'Name it.' })).rejects.toMatchObject({
    exitCode: 2,
  });
});

describe('plain lines', () => {
  async function plain(...typed: string[]) {
    const context = await testContext({ tty: true });
    const labels: string[] = [];
    const prompts = createPlainPrompts(context.io, {
      ask: async (label) => {
        labels.push(label);
        return typed.shift() ?? '';
      },
    });
    return { prompts, labels, text: () => context.stdout };
  }

  test('a choice is numbered and typed; what is not understood is asked again', async () => {
    const { prompts, labels, text } = await plain('seven', '2');
    expect(await prompts.choose({ message: 'Which?', choices: three, actions })).toBe('b');
    expect(text()).toContain('1. Mean squared error, the first of them\n2. Second\n3. Third\n');
    expect(text()).toContain('Type a number from 1 to 3, s to skip.');
    expect(labels).toHaveLength(2);
  });

  test.each(['s', 'skip', '/skip', 'SKIP'])('"%s" skips', async (typed) => {
    const { prompts } = await plain(typed);
    expect(await prompts.choose({ message: 'Which?', choices: three, actions })).toBe('skip');
  });

  test('an order is typed as numbers', async () => {
    const { prompts, text } = await plain('1 1 2', '3 1 2');
    expect(await prompts.arrange({ message: 'Order.', items: ['b', 'c', 'a'] })).toEqual([2, 0, 1]);
    expect(text()).toContain('Type each number once, first to last');
  });

  test('all that apply are typed as numbers', async () => {
    const { prompts, labels, text } = await plain('1 1', '4', '3,1');
    expect(await prompts.mark({ message: 'All?', items: ['a', 'b', 'c'], actions })).toEqual([
      0, 2,
    ]);
    expect(text()).toContain('1. a\n2. b\n3. c\n');
    expect(text()).toContain('Type the numbers of all that apply, as in 1,3, s to skip.');
    expect(labels[0]).toBe('All that apply, as in 1,3, s to skip: ');
  });

  test('a label too long for the line is broken between words, with room left to type', async () => {
    const context = await testContext({ tty: true, columns: 40 });
    const labels: string[] = [];
    const ask = async (label: string) => {
      labels.push(label);
      return '1';
    };
    const more = [...actions, { key: 'q', name: 'quit', value: 'quit' }];
    const prompts = createPlainPrompts(context.io, { ask });
    await prompts.choose({ message: 'Which?', choices: three, actions: more });
    expect(context.stdout).toMatch(/\n3\. Third\nYour choice, 1 to 3, s to skip, q\n$/);
    expect(labels).toEqual(['to quit: ']);
  });

  test('Enter alone is the first key', async () => {
    const { prompts, labels } = await plain('');
    const enter = [
      { key: 'enter', name: 'next', value: 1 },
      { key: 'q', name: 'quit', value: 2 },
    ];
    expect(await prompts.press({ keys: enter })).toBe(1);
    expect(labels).toEqual(['Enter: next, q to quit: ']);
  });
});
