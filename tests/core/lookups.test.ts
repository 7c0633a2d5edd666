/**
 * What people type finds what they mean: fixtures/lookups.yaml, by class, with floors a little under
 * what is reached. `LOOKUP_REPORT=1` prints the figures and the queries that miss.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { search } from '../../src/core/near.ts';
import { goodNeed, searchNeeds } from '../../src/core/needs.ts';
import { goodScore } from '../../src/core/search.ts';
import { repository, shippedCatalog } from '../helpers/knowledge.ts';

type Rows = Readonly<Record<string, readonly string[]>>;

const file = join(repository, 'tests', 'fixtures', 'lookups.yaml');
const classes = parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Rows>>;
const catalog = shippedCatalog();

/** Percent of the queries whose right entry must stand first, and among the first three. */
const floors: Readonly<Record<string, readonly [first: number, firstThree: number]>> = {
  name: [97, 100],
  alias: [95, 97],
  abbreviation: [97, 97],
  'typo, a letter too many': [97, 100],
  'typo, a letter missing': [97, 100],
  'typo, two letters swapped': [97, 100],
  'typo, a wrong letter': [97, 100],
  plural: [97, 100],
  'British spelling': [97, 100],
  'word order': [97, 100],
  'the beginning of a name': [94, 100],
  'need, seen while tuning': [79, 89],
  'need told as a story, held out': [60, 73],
  'need in a few words, held out': [66, 83],
};
const isNeed = (name: string): boolean => name.startsWith('need');

/** The same steps as `mlsd lookup`: names first, needs only when nothing bears the name. */
async function lookUp(query: string): Promise<readonly string[]> {
  const named = search(catalog.records, query).filter(({ score }) => score >= goodScore);
  if (named.length > 0) return named.map(({ record }) => record.id);
  const needs = searchNeeds(await catalog.needs(), query);
  return needs.filter(({ score }) => score >= goodNeed).map(({ id }) => id);
}

interface Figures {
  readonly count: number;
  readonly first: number;
  readonly firstThree: number;
  readonly missed: readonly string[];
}

async function measure(rows: Rows): Promise<Figures> {
  const places = await Promise.all(
    Object.entries(rows).map(async ([query, right]) => {
      const found = await lookUp(query);
      return { query, place: found.findIndex((id) => right.includes(id)), found };
    }),
  );
  const count = places.length;
  const percent = (isHit: (place: number) => boolean) =>
    (100 * places.filter(({ place }) => isHit(place)).length) / count;
  return {
    count,
    first: percent((place) => place === 0),
    firstThree: percent((place) => place >= 0 && place < 3),
    missed: places
      .filter(({ place }) => place !== 0)
      .map(({ query, found }) => `${query} → ${found.slice(0, 3).join(', ')}`),
  };
}

describe('the labelled look-ups', () => {
  const report: string[] = [];
  afterAll(() => {
    if (process.env.LOOKUP_REPORT) process.stdout.write(`${report.join('\n')}\n`);
  });

  test('are at least 300, needs at least 120, and name entries that there are', () => {
    const all = Object.entries(classes);
    const count = (rows: [string, Rows][]) =>
      rows.reduce((sum, [, each]) => sum + Object.keys(each).length, 0);
    const unknown = all
      .flatMap(([, rows]) => Object.values(rows).flat())
      .filter((id) => !catalog.record(id));
    expect(count(all)).toBeGreaterThanOrEqual(300);
    expect(count(all.filter(([name]) => isNeed(name)))).toBeGreaterThanOrEqual(120);
    expect(unknown).toEqual([]);
  });

  test('a need is not a text of the knowledge base', () => {
    const asked = new Set(
      catalog.records.flatMap(({ kind, id }) => catalog.get(kind, id)?.asks ?? []),
    );
    const heldOut = Object.entries(classes).filter(([name]) => name.includes('held out'));
    const copied = heldOut.flatMap(([, rows]) => Object.keys(rows)).filter((q) => asked.has(q));
    expect(copied).toEqual([]);
  });

  test.each(Object.entries(classes))('%s', async (name, rows) => {
    const { count, first, firstThree, missed } = await measure(rows);
    report.push(
      `${name}: ${count}, first ${first.toFixed(1)} %, first three ${firstThree.toFixed(1)} %`,
      ...missed.map((each) => `  ${each}`),
    );
    const [lowest, lowestThree] = floors[name] ?? [100, 100];
    expect(first).toBeGreaterThanOrEqual(lowest);
    expect(firstThree).toBeGreaterThanOrEqual(lowestThree);
  });

  test('of names, aliases and typos together 97 in 100 find their entry first', async () => {
    const named = Object.entries(classes).filter(([name]) => !isNeed(name));
    const { first } = await measure(Object.assign({}, ...named.map(([, rows]) => rows)));
    expect(first).toBeGreaterThanOrEqual(97);
  });
});
