import { describe, expect, test } from 'vitest';
import { createProgress } from '../../src/terminal/progress.ts';

/** A spinner that notes what it was given to draw, and a clock that each step moves on. */
async function watched(stepMs: number, io: { stderrIsTty: boolean; mayMove: boolean }) {
  const drawn: string[] = [];
  let now = 0;
  let started = 0;
  const spinner = {
    text: '',
    render: () => drawn.push(spinner.text),
    stop: () => drawn.push('stopped'),
  };
  const progress = await createProgress(
    io,
    { now: () => now, monotonic: () => now },
    'Reading packs',
    async () => () => {
      started++;
      return spinner as never;
    },
  );
  return {
    drawn,
    progress,
    started: () => started,
    step(count: number) {
      for (let index = 0; index < count; index++) {
        now += stepMs;
        progress.step();
      }
    },
  };
}

const terminal = { stderrIsTty: true, mayMove: true };

describe('progress', () => {
  test('of work that is soon over shows nothing', async () => {
    const { drawn, progress, step, started } = await watched(1, terminal);
    step(299);
    progress.end();
    expect(drawn).toEqual([]);
    expect(started()).toBe(0);
  });

  test('of longer work is drawn after 300 ms, then twelve times a second, and taken away', async () => {
    const { drawn, progress, step } = await watched(10, terminal);
    step(48);
    progress.end();
    expect(drawn).toEqual([
      'Reading packs: 30',
      'Reading packs: 38',
      'Reading packs: 46',
      'stopped',
    ]);
  });

  test('of work known to take long is drawn at once', async () => {
    const { drawn, progress } = await watched(10, terminal);
    progress.show();
    expect(drawn).toEqual(['Reading packs']);
  });

  test.each([
    ['a pipe', { stderrIsTty: false, mayMove: true }],
    ['plain mode or with reduced motion', { stderrIsTty: true, mayMove: false }],
  ])('is silent in %s', async (_, io) => {
    const { drawn, progress, step } = await watched(10, io);
    progress.show();
    step(100);
    progress.end();
    expect(drawn).toEqual([]);
  });
});
