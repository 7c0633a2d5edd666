import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';

async function run(...argv: string[]) {
  const context = await testContext({ columns: 80 });
  const code = await main(['case', ...argv], context);
  return { code, stdout: context.stdout, stderr: context.stderr };
}

describe('case --mentor', () => {
  test('gives what to say, the facts, probes, twists and rubric, within the width', async () => {
    const { code, stdout } = await run('feed-ranking', '--mentor', '--seed', '7', '--width', '60');
    expect(code).toBe(0);
    for (const part of ['Facts, told when asked for', 'Probes', 'Twists', 'What is looked for']) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/\(this one, at\s+\d+:\d\d\)/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('as JSON names the twist of the seed and its second', async () => {
    const first = JSON.parse(
      (await run('feed-ranking', '--mentor', '--seed', '7', '--json')).stdout,
    );
    const again = JSON.parse(
      (await run('feed-ranking', '--mentor', '--seed', '7', '--json')).stdout,
    );
    expect(first).toEqual(again);
    expect(first.twists.map(({ id }: { id: string }) => id)).toContain(first.twist.id);
    expect(first.twist.atSeconds).toBeGreaterThan(0.4 * 2400 - 1);
    expect(first.twist.atSeconds).toBeLessThan(0.65 * 2400);
  });

  test('as Markdown is a document with headings', async () => {
    const { stdout } = await run('feed-ranking', '--mentor', '--markdown', '--seed', '1');
    expect(stdout).toMatch(/^# .*interviewer's sheet\n/);
  });

  test('without a case says so', async () => {
    expect(await run('--mentor')).toMatchObject({ code: 2, stdout: '' });
  });

  test('left out shows the case as before', async () => {
    expect((await run('feed-ranking')).stdout).toMatch(/^Social feed ranking/);
  });
});
