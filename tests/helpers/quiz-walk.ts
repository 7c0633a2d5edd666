/** A whole sitting on a terminal in memory, screen by screen; and the same in plain lines. */
import { PassThrough } from 'node:stream';
import xterm from '@xterm/headless';
import { runSession } from '../../src/commands/quiz/session.ts';
import type { Item } from '../../src/core/quiz/choose.ts';
import { questionKinds } from '../../src/core/quiz/question.ts';
import type { History } from '../../src/history/history.ts';
import { arrangePrompt } from '../../src/terminal/prompts/arrange.ts';
import { choosePrompt } from '../../src/terminal/prompts/choose.ts';
import { markPrompt } from '../../src/terminal/prompts/mark.ts';
import { createPlainPrompts } from '../../src/terminal/prompts/plain.ts';
import { pressPrompt } from '../../src/terminal/prompts/press.ts';
import type { Prompts } from '../../src/terminal/prompts/prompts.ts';
import { textPrompt } from '../../src/terminal/prompts/text.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { testContext } from './context.ts';
import { aMonday } from './quiz.ts';

/** What is typed, and what it is meant to do. */
export interface Step {
  readonly keys: string;
  readonly does: string;
}

const rows = 40;

export interface Walk {
  /** Each screen under what led to it. */
  readonly text: string;
  /** Lines that the terminal had to break. */
  readonly broken: readonly string[];
}
const sitting = {
  command: 'quiz',
  kinds: questionKinds,
  seed: 1,
  mode: 'practice',
  limitMs: undefined,
} as const;

async function contextWith(
  history: History,
  prompts: () => Prompts,
  { out, columns }: { readonly out: (text: string) => void; readonly columns: number },
) {
  const context = await testContext({
    tty: true,
    columns,
    rows,
    env: { NO_COLOR: '1' },
    catalog: fixtureCatalog(),
    history: () => history,
    now: () => aMonday,
  });
  return { ...context, io: { ...context.io, out }, prompts: async () => prompts() };
}

/** What the screen shows after each step, as one text. */
export async function richWalk(
  items: readonly Item[],
  steps: readonly Step[],
  history: History,
  columns = 80,
): Promise<Walk> {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    convertEol: true,
  });
  const input = new PassThrough();
  const context = await contextWith(
    history,
    () => promptsOn(() => streamsTo(terminal, input), context.io),
    { out: (text) => terminal.write(text), columns },
  );
  const ended = runSession(items, sitting, context);
  const screens = [`${await screenOf(terminal)}`];
  for (const { keys, does } of steps) {
    input.write(keys);
    screens.push(`======== ${does}\n${await screenOf(terminal)}`);
  }
  const isOver = await Promise.race([ended.then(() => true), screenOf(terminal).then(() => false)]);
  if (!isOver) throw new Error(`the sitting goes on after the last step:\n${screens.at(-1)}`);
  return { text: `${screens.join('\n\n')}\n`, broken: brokenLines(terminal) };
}

function brokenLines(terminal: InstanceType<typeof xterm.Terminal>): string[] {
  const { active } = terminal.buffer;
  return Array.from({ length: active.length }, (_, row) => active.getLine(row)).flatMap((line) =>
    line?.isWrapped ? [line.translateToString(true)] : [],
  );
}

async function screenOf(terminal: InstanceType<typeof xterm.Terminal>): Promise<string> {
  for (let turn = 0; turn < 12; turn++) await new Promise((next) => setImmediate(next));
  await new Promise<void>((written) => terminal.write('', written));
  const { active } = terminal.buffer;
  const lines = Array.from({ length: rows }, (_, row) =>
    (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
  );
  // What stands above the question was on an earlier screen.
  const question = Math.max(
    0,
    lines.findLastIndex((line) => /^\d+ of \d+\b.*\(/.test(line)),
  );
  return lines.slice(question).join('\n').trimEnd();
}

interface Streams {
  readonly input: PassThrough;
  readonly output: PassThrough;
}

/** A prompt ends its output when it is over, so each is given its own. */
function streamsTo(terminal: InstanceType<typeof xterm.Terminal>, input: PassThrough): Streams {
  const output = new PassThrough();
  output.on('data', (chunk: Buffer) => terminal.write(chunk.toString()));
  return { input, output };
}

/** The real prompts, on streams of the test. */
function promptsOn(
  streams: () => Streams,
  style: Parameters<typeof choosePrompt>[0]['style'],
): Prompts {
  return {
    choose: async (question) => (await choosePrompt({ question, style }, streams())) as never,
    text: (question) => textPrompt({ question, style }, streams()),
    arrange: async (question) => (await arrangePrompt({ question, style }, streams())) as never,
    mark: async (question) => (await markPrompt({ question, style }, streams())) as never,
    press: async (question) =>
      (await pressPrompt({ question, style }, { ...streams(), clearPromptOnDone: true })) as never,
    live: () => {
      throw new Error('a quiz has no live screen');
    },
  };
}

/** Everything that was said and typed, in order. */
export async function plainWalk(
  items: readonly Item[],
  typed: readonly string[],
  history: History,
): Promise<string> {
  let said = '';
  const left = [...typed];
  const lines = {
    async ask(label: string) {
      const line = left.shift();
      if (line === undefined) throw new Error(`nothing left to type at: ${label}\n${said}`);
      said += `${label}${line}\n`;
      return line;
    },
  };
  const out = (text: string) => {
    said += text;
  };
  const context = await contextWith(history, () => createPlainPrompts(context.io, lines), {
    out,
    columns: 80,
  });
  const plain = { ...context, io: { ...context.io, isPlain: true } };
  await runSession(items, sitting, plain);
  if (left.length > 0) throw new Error(`not typed: ${left.join(' | ')}`);
  return said;
}
