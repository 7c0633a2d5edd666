import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runLiveInLines } from '../../../src/terminal/prompts/live-lines.ts';
import type { LiveScreen, Reaction } from '../../../src/terminal/prompts/prompts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

let written = '';
const io = {
  width: 40,
  out: (text: string) => {
    written += text;
  },
};

/** Lines that come one a minute. */
function linesOf(...typed: string[]) {
  return {
    async ask(label: string): Promise<string> {
      written += label;
      vi.advanceTimersByTime(60_000);
      const line = typed.shift();
      if (line === undefined) throw new Error('nothing more is typed');
      return line;
    },
  };
}

function screenOf(tick: () => Reaction<string>): LiveScreen<string> {
  return {
    frame: () => [],
    enter: (line) => ({
      lines: [`said: ${line}`],
      end: line === 'end' ? { value: 'over' } : undefined,
    }),
    tick,
    typed: () => {},
    untilTick: () => 1000,
    complete: (line) => line,
  };
}

test('says what is new, wrapped, with the bell; and nothing when nothing is', async () => {
  written = '';
  let ticks = 0;
  const screen = screenOf(() => {
    ticks += 1;
    return ticks === 60
      ? { lines: ['One minute left in this step, and a few words more.'], ringsBell: true }
      : { lines: [] };
  });
  expect(await runLiveInLines(screen, linesOf('a', 'end'), io)).toBe('over');
  expect(written).toBe(
    '> \u0007One minute left in this step, and a few\nwords more.\nsaid: a\n> said: end\n',
  );
  expect(ticks).toBe(120);
  expect(vi.getTimerCount()).toBe(0);
});

test('an error in a tick is told at the next line, and leaves no timer', async () => {
  const screen = screenOf(() => {
    throw new Error('the disk is full');
  });
  await expect(runLiveInLines(screen, linesOf('a'), io)).rejects.toThrow('the disk is full');
  expect(vi.getTimerCount()).toBe(0);
});
