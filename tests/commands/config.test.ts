import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { type TestOptions, testContext } from '../helpers/context.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

async function run(argv: readonly string[], options: TestOptions = {}) {
  const context = await testContext(options);
  const code = await main(['config', ...argv], context);
  return { code, stdout: context.stdout, stderr: context.stderr };
}

const fileIn = (directory: string) => join(directory, 'mlsd', 'config.json');

describe('mlsd config', () => {
  test.each([[[]], [['list']]])('%j lists every setting with its value', async (argv) => {
    const { code, stdout } = await run(argv, { settings: '{"level": "mid"}', columns: 60 });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^level +mid \(file\)$/m);
    expect(stdout).toMatch(/^interview-date +not set$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('as JSON gives name, value and source of each', async () => {
    const { stdout } = await run(['--json'], { env: { MLSD_NEW_PER_DAY: '4' } });
    expect(JSON.parse(stdout).settings).toContainEqual({
      name: 'new-per-day',
      value: 4,
      source: 'environment',
      takes: 'a whole number from 0 to 500',
    });
  });

  test('names what is wrong in the file and exits with 1', async () => {
    const { code, stderr } = await run([], { settings: '{"level": "king", "x": 1}' });
    expect(code).toBe(1);
    expect(stderr).toContain('level is "king". It takes mid, senior or staff.');
    expect(stderr).toContain('there is no setting "x"');
  });

  test('get prints the value alone', async () => {
    expect(await run(['get', 'retention'])).toEqual({ code: 0, stdout: '0.9\n', stderr: '' });
  });

  test('set keeps what else stands in the file, unset takes it out again', async () => {
    const settingsFile = fileIn(temporaryDirectory());
    expect(await run(['set', 'level', 'staff'], { settingsFile })).toMatchObject({
      code: 0,
      stdout: 'level is staff\n',
    });
    await run(['set', 'retention', '0.85'], { settingsFile });
    expect(JSON.parse(readFileSync(settingsFile, 'utf8'))).toEqual({
      level: 'staff',
      retention: 0.85,
    });
    await run(['unset', 'level'], { settingsFile });
    expect(JSON.parse(readFileSync(settingsFile, 'utf8'))).toEqual({ retention: 0.85 });
  });

  test.each([
    [['get', 'levl'], /there is no setting "levl"\.\nDid you mean "level"\?/],
    [['set', 'level', 'king'], /"king" is no value of level\.\nIt takes mid, senior or staff\./],
    [['set', 'interview-date', '2020-01-01'], /2020-01-01 is over/],
    [['set', 'interview-date', '2026-02-30'], /no value of interview-date/],
    [['set', 'level'], /missing required argument/],
    [['sett'], /too many arguments|unknown command/],
  ])('%j is refused with exit code 2', async (argv, message) => {
    const { code, stdout, stderr } = await run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('set leaves a file that is no JSON as it is', async () => {
    const settingsFile = join(temporaryDirectory(), 'config.json');
    writeFileSync(settingsFile, '{oops');
    const { code, stderr } = await run(['set', 'level', 'mid'], { settingsFile });
    expect(code).toBe(1);
    expect(stderr).toContain(`your settings are not JSON: ${settingsFile}`);
    expect(readFileSync(settingsFile, 'utf8')).toBe('{oops');
  });

  test('set says when the file cannot be written', async () => {
    const settingsFile = join(temporaryDirectory(), 'config.json');
    mkdirSync(`${settingsFile}.new`);
    const { code, stderr } = await run(['set', 'level', 'mid'], { settingsFile });
    expect(code).toBe(1);
    expect(stderr).toMatch(/your settings cannot be written/);
  });

  test('path prints the file', async () => {
    const { stdout } = await run(['path'], { settingsFile: '/somewhere/config.json' });
    expect(stdout).toBe('/somewhere/config.json\n');
  });
});

describe('settings of the terminal', () => {
  const look = (settings: string, env: Record<string, string> = {}) =>
    testContext({ tty: true, settings, env });

  test('color never paints nothing, NO_COLOR wins over always', async () => {
    expect((await look('{"color": "never"}')).io.paint.title('x')).toBe('x');
    expect((await look('{"color": "always"}', { NO_COLOR: '1' })).io.paint.title('x')).toBe('x');
    expect((await look('{"color": "always"}')).io.paint.title('x')).not.toBe('x');
  });

  test('a light background is painted in other colors, set or told by COLORFGBG', async () => {
    const dark = (await look('{}')).io.paint.term('x');
    const light = (await look('{"background": "light"}')).io.paint.term('x');
    expect(light).not.toBe(dark);
    expect((await look('{}', { COLORFGBG: '0;15' })).io.paint.term('x')).toBe(light);
    expect((await look('{}', { COLORFGBG: '15;0' })).io.paint.term('x')).toBe(dark);
  });

  test('glyphs, plain and reduced motion are taken over', async () => {
    const { io } = await look('{"glyphs": "ascii", "reduced-motion": true}');
    expect(io).toMatchObject({ isUnicode: false, mayMove: false, isPlain: false });
    expect((await look('{"plain": true}')).io).toMatchObject({ isPlain: true, mayMove: false });
  });

  test('what needs a setting says what is wrong with it', async () => {
    const context = await look('{"level": "king"}');
    expect(() => context.config()).toThrow(/level is "king"/);
  });
});
