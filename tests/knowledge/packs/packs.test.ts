import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { KnowledgeError, UsageError } from '../../../src/errors.ts';
import { compileKnowledge } from '../../../src/knowledge/compile.ts';
import { openCompiled } from '../../../src/knowledge/compiled.ts';
import { contentsOf, loadKnowledge } from '../../../src/knowledge/load.ts';
import {
  openCache,
  openCacheWatched,
  type PackSet,
  StaleKnowledge,
} from '../../../src/knowledge/packs/cache.ts';
import { findPacks } from '../../../src/knowledge/packs/find.ts';
import { loadPacks, withNeeds } from '../../../src/knowledge/packs/load.ts';
import {
  domainYaml,
  frameworkYaml,
  metricYaml,
  modelYaml,
  questionYaml,
  stepYaml,
  temporaryDirectory,
  topicYaml,
  writePack,
} from '../../helpers/pack.ts';

const anHourAgo = new Date(Date.now() - 3_600_000);

/** Files and directories as if they had been written long ago. */
function settle(directory: string): string {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    utimesSync(join(directory, name), anHourAgo, anHourAgo);
  }
  utimesSync(directory, anHourAgo, anHourAgo);
  return directory;
}

function shippedBase(more: Readonly<Record<string, string>> = {}): URL {
  const directory = writePack({
    'framework.yaml': frameworkYaml(stepYaml),
    'domains/field.yaml': domainYaml('field', ['gain'], ['net']),
    'metrics/gain.yaml': metricYaml('gain', 'domains: [field]'),
    'models/net.yaml': modelYaml('net', 'domains: [field]'),
    'topics/alpha.yaml': topicYaml('alpha', 'see: [gain]'),
    ...more,
  });
  const { knowledge, problems } = loadKnowledge(directory, { shownFrom: directory });
  expect(problems).toEqual([]);
  const file = join(directory, 'knowledge.jsonl');
  writeFileSync(file, compileKnowledge(contentsOf(knowledge)));
  return pathToFileURL(file);
}

function setOf(...packs: Readonly<Record<string, string>>[]): PackSet {
  return {
    shipped: shippedBase(),
    packs: packs.map((files) => settle(writePack(files))),
    cacheDirectory: join(temporaryDirectory(), 'cache'),
  };
}

const load = (set: PackSet) =>
  loadPacks(set, { shownFrom: set.packs[0] ?? '', now: Date.now(), onFile: () => {} });
const catalogOf = (set: PackSet) => openCompiled(load(set));

function refusal(set: PackSet): KnowledgeError {
  try {
    load(set);
  } catch (error) {
    if (error instanceof KnowledgeError) return error;
    throw error;
  }
  throw new Error('the packs were not refused');
}

describe('a pack', () => {
  test('adds entries, questions and techniques, which may link to the shipped base', () => {
    const catalog = catalogOf(
      setOf({
        'topics/beta.yaml': topicYaml('beta', 'see: [alpha, gain]'),
        'questions/ours.yaml': questionYaml('ours', ['One', 'Two', 'Three', 'Four']),
      }),
    );
    expect(catalog.get('topic', 'beta')?.see).toEqual(['alpha', 'gain']);
    expect(catalog.named('beta name').map(({ id }) => id)).toEqual(['beta']);
    expect(catalog.questions.map(({ id }) => id)).toEqual(['ours']);
    expect(catalog.get('topic', 'alpha')?.name).toBe('alpha name');
    expect(catalog.framework.name).toBe('Framework');
  });

  test('replaces an entry of the same kind by its id, and its names with it', () => {
    const catalog = catalogOf(
      setOf({ 'topics/alpha.yaml': topicYaml('alpha').replace('alpha name', 'Omega') }),
    );
    expect(catalog.get('topic', 'alpha')?.name).toBe('Omega');
    expect(catalog.named('alpha name')).toEqual([]);
    expect(catalog.all('topic')).toHaveLength(1);
  });

  test('puts its metrics and models into the shipped domains that they name', () => {
    const catalog = catalogOf(
      setOf({
        'metrics/loss.yaml': metricYaml('loss', 'domains: [field]'),
        'models/tree.yaml': modelYaml('tree', 'domains: [field]'),
      }),
    );
    const field = catalog.get('domain', 'field');
    expect(field?.metrics.map(({ id }) => id)).toEqual(['gain', 'loss']);
    expect(field?.models.at(-1)).toMatchObject({ id: 'tree', tradeOffs: ['Less for more.'] });
  });

  test('that comes later replaces entries of an earlier one', () => {
    const catalog = catalogOf(
      setOf(
        { 'topics/beta.yaml': topicYaml('beta').replace('beta name', 'First') },
        { 'topics/beta.yaml': topicYaml('beta').replace('beta name', 'Second') },
      ),
    );
    expect(catalog.get('topic', 'beta')?.name).toBe('Second');
  });

  test('may link to an entry of an earlier one', () => {
    const set = setOf(
      { 'topics/beta.yaml': topicYaml('beta') },
      { 'topics/gamma.yaml': topicYaml('gamma', 'see: [beta]') },
    );
    expect(catalogOf(set).get('topic', 'gamma')?.see).toEqual(['beta']);
  });
});

describe('packs are refused', () => {
  test('with every problem of every pack, located', () => {
    const { exitCode, problems } = refusal(
      setOf(
        { 'topics/beta.yaml': topicYaml('beta', 'see: [nothing]') },
        { 'topics/gamma.yaml': topicYaml('gamma', 'shade: dark') },
      ),
    );
    expect(exitCode).toBe(3);
    expect(problems.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '8 unknown-id',
      '8 unknown-field',
    ]);
  });

  test.each([
    ['an id of another kind', 'models/alpha.yaml', modelYaml('alpha'), 'kind-clash'],
    [
      'a name of a shipped entry',
      'topics/b.yaml',
      topicYaml('b', 'aliases: [Alpha names]'),
      'duplicate-name',
    ],
    ['a domain that is none', 'metrics/m.yaml', metricYaml('m', 'domains: [alpha]'), 'wrong-kind'],
  ])('for %s', (_, file, text, rule) => {
    expect(refusal(setOf({ [file]: text })).problems.map((problem) => problem.rule)).toEqual([
      rule,
    ]);
  });

  test('but not for its style', () => {
    const set = setOf({ 'metrics/lonely.yaml': metricYaml('lonely') });
    expect(catalogOf(set).get('metric', 'lonely')?.id).toBe('lonely');
  });

  test('when a directory is no pack, with what one holds', () => {
    expect(() => load(setOf({ 'README.md': 'nothing' }))).toThrow(UsageError);
  });
});

describe('the cache', () => {
  const pack = {
    'topics/beta.yaml': topicYaml('beta', 'see: [alpha]'),
    'topics/gamma.yaml': topicYaml('gamma'),
  };

  test('answers without the files being read again, until the packs or the base change', () => {
    const set = setOf(pack);
    expect(openCache(set)).toBeUndefined();
    load(set);
    const cached = openCache(set);
    expect(cached && openCompiled(cached).get('topic', 'beta')?.name).toBe('beta name');
    expect(openCache({ ...set, packs: [] })).toBeUndefined();
    const other = shippedBase({ 'topics/delta.yaml': topicYaml('delta') });
    expect(openCache({ ...set, shipped: other })).toBeUndefined();
  });

  const changes: [string, (directory: string) => void][] = [
    [
      'a file has another text of the same length',
      (directory) => {
        const text = pack['topics/beta.yaml'].replace('beta name', 'Beta name');
        writeFileSync(join(directory, 'topics/beta.yaml'), text);
      },
    ],
    ['a file comes', (directory) => writeFileSync(join(directory, 'topics/new.yaml'), '')],
    ['a file goes', (directory) => rmSync(join(directory, 'topics/gamma.yaml'))],
    ['a folder comes', (directory) => mkdirSync(join(directory, 'metrics'))],
    ['the pack goes', (directory) => rmSync(directory, { recursive: true })],
  ];
  test.each(changes)('is stale when %s', (_, change) => {
    const set = setOf(pack);
    load(set);
    change(set.packs[0] ?? '');
    expect(openCache(set)).toBeUndefined();
  });

  test('is made again while files are so new that a change would not show', () => {
    const set = setOf(pack);
    loadPacks(set, { shownFrom: '', now: anHourAgo.getTime() + 5, onFile: () => {} });
    expect(openCache(set)).toBeUndefined();
    load(set);
    expect(openCache(set)).toBeDefined();
  });

  test('that is damaged is as good as none', () => {
    const set = setOf(pack);
    load(set);
    const [name = ''] = readdirSync(set.cacheDirectory);
    writeFileSync(join(set.cacheDirectory, name), 'mlsd knowledge 2 no');
    expect(openCache(set)).toBeUndefined();
    expect(openCacheWatched(set)).toBeUndefined();
  });

  test('that cannot be written is done without', () => {
    const set = setOf(pack);
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    const blocked = { ...set, cacheDirectory: join(file, 'cache') };
    expect(catalogOf(blocked).get('topic', 'beta')?.name).toBe('beta name');
    expect(openCache(blocked)).toBeUndefined();
  });

  test('keeps few sets of packs', () => {
    const set = setOf(pack);
    const others = Array.from({ length: 10 }, () => setOf(pack).packs[0] ?? '');
    for (const other of others) load({ ...set, packs: [other] });
    expect(readdirSync(set.cacheDirectory)).toHaveLength(8);
  });

  test('finds needs that were indexed when they were first asked for', async () => {
    const set = setOf(pack);
    const file = load(set);
    const { head } = withNeeds(set, file);
    expect(head.needs).toBeDefined();
    const again = openCache(set);
    expect(again?.head.origin).toEqual(head.origin);
    expect((await (again && openCompiled(again).needs()))?.size).toBe(7);
  });
});

describe('a look-up in a watched cache', () => {
  const pack = {
    'topics/beta.yaml': topicYaml('beta', 'see: [alpha]'),
    'topics/gamma.yaml': topicYaml('gamma'),
  };
  const touch = (set: PackSet, file: string): void => {
    const path = join(set.packs[0] ?? '', file);
    const { atime } = statSync(path);
    utimesSync(path, atime, new Date());
  };

  test('is answered while the files of what it shows are unchanged', () => {
    const set = setOf(pack);
    load(set);
    touch(set, 'topics/gamma.yaml');
    const catalog = openCacheWatched(set);
    expect(catalog?.get('topic', 'beta')?.name).toBe('beta name');
    expect(catalog?.named('beta').map(({ id }) => id)).toEqual(['beta']);
    expect(catalog?.record('alpha')?.id).toBe('alpha');
  });

  test('is refused when the file of an entry that it uses has changed', () => {
    const set = setOf(pack);
    load(set);
    touch(set, 'topics/gamma.yaml');
    expect(() => openCacheWatched(set)?.record('gamma')).toThrow(StaleKnowledge);
    expect(() => openCacheWatched(set)?.named('gamma name')).toThrow(StaleKnowledge);
  });

  test('that goes through all records is refused when any file has changed', async () => {
    const set = setOf(pack);
    load(set);
    expect(openCacheWatched(set)?.records).toHaveLength(7);
    touch(set, 'topics/gamma.yaml');
    expect(() => openCacheWatched(set)?.records).toThrow(StaleKnowledge);
    expect(() => openCacheWatched(set)?.questions).toThrow(StaleKnowledge);
    await expect(openCacheWatched(set)?.needs()).rejects.toThrow(StaleKnowledge);
  });
});

describe('packs are found', () => {
  function choices(more: Partial<Parameters<typeof findPacks>[0]> = {}) {
    const dataDirectory = temporaryDirectory();
    for (const name of ['zeta', 'alpha', '.git']) {
      mkdirSync(join(dataDirectory, 'packs', name), { recursive: true });
    }
    writeFileSync(join(dataDirectory, 'packs', 'file.txt'), '');
    return { flags: [], env: undefined, dataDirectory, workingDirectory: '/here', ...more };
  }

  test('in the data directory, then in MLSD_PACK, then by flags, so that flags win', () => {
    const where = choices({ flags: ['ours'], env: ['/theirs', 'near'].join(delimiter) });
    expect(findPacks(where)).toEqual([
      join(where.dataDirectory, 'packs', 'alpha'),
      join(where.dataDirectory, 'packs', 'zeta'),
      '/theirs',
      '/here/near',
      '/here/ours',
    ]);
  });

  test('each once, at its highest place', () => {
    expect(
      findPacks(choices({ dataDirectory: '/none', flags: ['a', 'b', 'a'], env: 'b' })),
    ).toEqual(['/here/b', '/here/a']);
  });

  test('nowhere when there is nothing', () => {
    expect(findPacks(choices({ dataDirectory: dirname('/none/x') }))).toEqual([]);
  });
});
