/** The built program with packs: both ways to a look-up, the cache between runs, and a broken pack. */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../helpers/knowledge.ts';
import { temporaryDirectory, topicYaml, writePack } from '../helpers/pack.ts';

function mlsd(dataDirectory: string, argv: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'bin/mlsd.js'), ...argv],
    {
      encoding: 'utf8',
      env: { ...process.env, MLSD_PACK: '', ...env, MLSD_DATA_DIR: dataDirectory },
    },
  );
  return { status, stdout, stderr };
}

const beta = topicYaml('pack-beta').replace('pack-beta name', 'Quibblewort');

describe('mlsd with a pack', () => {
  test('finds its entries the short way and the long way, from the first run on', () => {
    const data = temporaryDirectory();
    const pack = writePack({ 'topics/pack-beta.yaml': beta });
    const first = mlsd(data, ['--pack', pack, 'topic', 'quibblewort']);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^Quibblewort\n/);
    expect(readdirSync(join(data, 'cache'))).toHaveLength(1);
    const again = mlsd(data, ['topic', 'quibblewort', '--pack', pack]);
    const long = mlsd(data, ['--color', 'never', 'topic', 'quibblewort'], { MLSD_PACK: pack });
    expect(again).toEqual(first);
    expect(long).toEqual(first);
    expect(mlsd(data, ['topic', 'quibblewort'])).toMatchObject({ status: 1, stdout: '' });
  });

  test('shows what a file says now, though it was only just read', () => {
    const data = temporaryDirectory();
    const pack = writePack({ 'topics/pack-beta.yaml': beta });
    const env = { MLSD_PACK: pack };
    expect(mlsd(data, ['pack-beta'], env).stdout).toContain('What pack-beta is.');
    writeFileSync(
      join(pack, 'topics/pack-beta.yaml'),
      beta.replace('What pack-beta is.', 'Whatever it was.'),
    );
    expect(mlsd(data, ['pack-beta'], env).stdout).toContain('Whatever it was.');
  });

  test('that has errors prints them like check, exits with 3 and answers nothing', () => {
    const data = temporaryDirectory();
    const pack = writePack({ 'topics/pack-beta.yaml': `${beta}see: [nothing-there]\n` });
    const { status, stdout, stderr } = mlsd(data, ['--pack', pack, 'metric', 'ndcg']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      /pack-beta\.yaml:8:7:\s+error:\s+there\s+is\s+no\s+entry\s+"nothing-there"/,
    );
    expect(stderr).toContain('1 error in 1 file.');
    expect(stderr).toContain('mlsd check DIR');
  });

  test('that is not there is told, with exit code 2', () => {
    const { status, stderr } = mlsd(temporaryDirectory(), ['--pack', '/no/such/pack', 'ndcg']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/no pack/);
  });

  test('in the data directory is in use without being named', () => {
    const data = writePack({ 'packs/ours/topics/pack-beta.yaml': beta });
    const { stdout } = mlsd(data, ['lookup', 'Quibblewort', '--json']);
    expect(JSON.parse(stdout).results[0]).toMatchObject({ kind: 'topic', id: 'pack-beta' });
  });
});
