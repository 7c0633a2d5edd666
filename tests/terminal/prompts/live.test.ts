import { expect, test, vi } from 'vitest';
import type { LiveScreen, Reaction } from '../../../src/terminal/prompts/prompts.ts';
import { openLive } from '../../helpers/live-terminal.ts';

interface Twin extends LiveScreen<unknown> {
  readonly entered: string[];
  title: string;
}

function twinScreen(react: (line: string) => Partial<Reaction<unknown>> = () => ({})): Twin {
  const entered: string[] = [];
  return {
    entered,
    title: 'title',
    frame({ width, height }) {
      return [`${this.title} ${width}x${height}`, ...entered.slice(-3)];
    },
    enter(line) {
      entered.push(line);
      return { lines: [], ...react(line) };
    },
    tick: () => ({ lines: [] }),
    typed: () => {},
    untilTick: () => 1_000_000,
    complete: (line) => (line === '/n' ? '/next' : line),
  };
}

const size = { columns: 60, rows: 12 };

test('a typed line is shown while it is typed and handed over on Enter', async () => {
  const screen = twinScreen();
  const twin = openLive(screen, size);
  await twin.type('hello');
  expect(await twin.lines()).toEqual(['title 60x10', '› hello']);
  await twin.type('\r');
  expect(screen.entered).toEqual(['hello']);
  expect(await twin.lines()).toEqual(['title 60x10', 'hello', '›']);
});

test.each([
  ['left arrows', 'hello\u001B[D\u001B[DX', 'helXlo'],
  ['start and end of line', 'hello\u0001Y\u0005Z', 'YhelloZ'],
  ['delete word', 'one two\u0017three', 'one three'],
  ['backspace over a wide character', '日本語\u007F\u007F!', '日!'],
  ['tab completes', '/n\t', '/next'],
])('keys that arrive together are all obeyed: %s', async (_, keys, expected) => {
  const screen = twinScreen();
  const twin = openLive(screen, size);
  await twin.type(keys);
  expect((await twin.lines()).at(-1)).toBe(`› ${expected}`);
  await twin.type('\r');
  expect(screen.entered).toEqual([expected]);
});

test('pasted lines are entered one by one, and drawn together', async () => {
  const screen = twinScreen();
  const twin = openLive(screen, size);
  await twin.type('one\rtwo\rthree');
  expect(screen.entered).toEqual(['one', 'two']);
  expect(await twin.lines()).toEqual(['title 60x10', 'one', 'two', '› three']);
  expect(twin.written().split('title').length - 1).toBeLessThanOrEqual(3);
});

test('a line longer than the terminal shows the part around the cursor, and is kept whole', async () => {
  const screen = twinScreen();
  const twin = openLive(screen, { columns: 40, rows: 12 });
  const text = `${'words 日本語 '.repeat(8)}end`;
  await twin.type(text);
  expect(await twin.lines()).toHaveLength(2);
  expect((await twin.lines())[1]).toMatch(/^› .*end$/);
  await twin.type('\u0001');
  expect((await twin.lines())[1]).toMatch(/^› words/);
  expect(await twin.cursor()).toEqual({ row: 1, column: 2 });
  await twin.type('>\r');
  expect(screen.entered).toEqual([`>${text}`]);
});

test('the cursor stands behind wide characters', async () => {
  const twin = openLive(twinScreen(), size);
  await twin.type('日本');
  expect(await twin.cursor()).toEqual({ row: 1, column: 6 });
});

test('what was refused stays in the input', async () => {
  const screen = twinScreen((line) => (line === '/nxt' ? { input: line } : {}));
  const twin = openLive(screen, size);
  await twin.type('/nxt\r');
  expect((await twin.lines()).at(-1)).toBe('› /nxt');
  await twin.type('\u007F\u007Fext\r');
  expect(screen.entered).toEqual(['/nxt', '/next']);
});

test('a resize leaves one clean screen of the new size', async () => {
  const twin = openLive(twinScreen(), size);
  await twin.type('note');
  await twin.resize(100, 20);
  expect(await twin.lines()).toEqual(['title 100x18', '› note']);
  await twin.resize(41, 12);
  expect(await twin.lines()).toEqual(['title 41x10', '› note']);
});

test('the end of the screen is its answer, and leaves nothing behind', async () => {
  const twin = openLive(
    twinScreen(() => ({ end: { value: 'over' } })),
    size,
  );
  await twin.type('x\rignored\r');
  expect(await twin.answer).toEqual({ value: 'over' });
  expect(await twin.lines()).toEqual([]);
});

test('an error while a line is handled ends the prompt and is its answer', async () => {
  const error = new Error('the disk is full');
  const screen = twinScreen(() => {
    throw error;
  });
  const twin = openLive(screen, size);
  await twin.type('x\r');
  expect(await twin.answer).toEqual({ error });
});

test('input that goes away ends it without an answer', async () => {
  const twin = openLive(twinScreen(), size);
  twin.endInput();
  expect(await twin.answer).toBeUndefined();
});

test('Ctrl-C is an error of its own', async () => {
  const twin = openLive(twinScreen(), size);
  const answer = expect(twin.answer).rejects.toThrow(/SIGINT/);
  await twin.type('\u0003');
  await answer;
});

test('control characters that are pasted never reach the screen', async () => {
  const screen = twinScreen();
  const twin = openLive(screen, size);
  await twin.type('a\u0007\u200Bb\r');
  expect(screen.entered).toEqual(['ab']);
  expect(twin.bells()).toBe(0);
});

test('a tick that changes nothing draws nothing; one that rings rings once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const screen = twinScreen();
    const ticks: Partial<Reaction<unknown>>[] = [{}, { ringsBell: true }, {}];
    screen.untilTick = () => 1000;
    screen.tick = () => ({ lines: [], ...ticks.shift() });
    const twin = openLive(screen, size);
    const before = twin.written();
    vi.advanceTimersByTime(1000);
    expect(twin.written()).toBe(before);
    vi.advanceTimersByTime(2000);
    expect(twin.written()).toBe(`${before}\u0007`);
    screen.title = 'changed';
    vi.advanceTimersByTime(1000);
    expect(twin.written()).toContain('changed 60x10');
  } finally {
    vi.useRealTimers();
  }
});
