import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type History, openHistory } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { monday, reviewOf, temporaryHistory } from '../helpers/history.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function history(argv: readonly string[], dataDirectory: string, opened?: History) {
  const made: History[] = [];
  const context = await testContext({
    dataDirectory,
    workingDirectory: dataDirectory,
    history: () => {
      if (opened) return opened;
      const own = openHistory(dataDirectory, { now: () => monday, monotonic: () => 0 });
      made.push(own);
      return own;
    },
  });
  const exitCode = await main(['history', ...argv], context);
  for (const each of made) each.close();
  return { exitCode, stdout: context.stdout, stderr: context.stderr };
}

describe('mlsd history', () => {
  test('path tells the file, there or not', async () => {
    const directory = temporaryDirectory();
    const { stdout } = await history(['path'], directory);
    expect(stdout).toBe(`${join(directory, 'history.sqlite')}\n`);
    const { stdout: json } = await history(['path', '--json'], directory);
    expect(JSON.parse(json)).toEqual({ file: join(directory, 'history.sqlite'), exists: false });
    expect(readdirSync(directory)).toEqual([]);
  });

  test('export to a file, import elsewhere: the answers are there, and again is nothing new', async () => {
    const from = temporaryHistory();
    from.reviews.record(reviewOf());
    const { exitCode, stdout, stderr } = await history(
      ['export', 'all.jsonl'],
      from.directory,
      from,
    );
    expect([exitCode, stdout, stderr]).toEqual([0, '', 'Written to all.jsonl\n']);
    const to = temporaryDirectory();
    copyFileSync(join(from.directory, 'all.jsonl'), join(to, 'all.jsonl'));
    const first = await history(['import', 'all.jsonl'], to);
    expect(first.stdout).toBe('New from elsewhere: 1 answer, 0 retractions and 0 interviews.\n');
    const again = await history(['import', 'all.jsonl', '--json'], to);
    expect(JSON.parse(again.stdout)).toEqual({
      reviews: 0,
      retractions: 0,
      interviews: 0,
      backup: join(to, 'backups', 'history-20260105T090000-before-import.sqlite'),
    });
    expect(existsSync(JSON.parse(again.stdout).backup)).toBe(true);
  });

  test('export without a file writes lines of JSON to standard output', async () => {
    const from = temporaryHistory();
    from.reviews.record(reviewOf());
    const { stdout } = await history(['export'], from.directory, from);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toEqual({
      format: 'mlsd-history',
      version: 1,
      exportedAt: '2026-01-05T09:00:00.000Z',
      by: 'mlsd 0.0.0-test',
    });
    expect(lines.map(({ type }) => type)).toEqual([undefined, 'review', 'end']);
  });

  test('without a history there is nothing to export, and none is made', async () => {
    const directory = temporaryDirectory();
    const { exitCode, stderr } = await history(['export'], directory);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('there is no history to export yet.');
    expect(readdirSync(directory)).toEqual([]);
  });

  test('a damaged page is found, and what is left of the history does not pass for all of it', async () => {
    const from = temporaryHistory();
    for (let count = 0; count < 500; count++) from.reviews.record(reviewOf());
    from.close();
    const file = join(from.directory, 'history.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 4, 4096 * 40);
    writeFileSync(file, bytes);
    const { exitCode, stdout, stderr } = await history(['export', 'all.jsonl'], from.directory);
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/your history is damaged/);
    expect(readdirSync(from.directory).filter((name) => name.includes('jsonl'))).toEqual([]);
  });

  test('the newest three copies are kept', async () => {
    const directory = temporaryDirectory();
    let now = monday;
    const opened = openHistory(directory, { now: () => now, monotonic: () => 0 });
    for (let count = 0; count < 5; count++) {
      opened.backUp();
      now += 1000;
    }
    opened.close();
    expect(readdirSync(join(directory, 'backups'))).toEqual(
      ['02', '03', '04'].map((second) => `history-20260105T0900${second}-before-import.sqlite`),
    );
  });

  test('a file that is not there is told by its name', async () => {
    const { exitCode, stderr } = await history(['import', 'nowhere.jsonl'], temporaryDirectory());
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/nowhere\.jsonl cannot be read/);
  });

  test.each([[['import']], [['export', 'a', 'b']], [['merge']]])(
    '%s is wrong usage',
    async (argv) => {
      expect((await history(argv, temporaryDirectory())).exitCode).toBe(2);
    },
  );
});
