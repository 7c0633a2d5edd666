import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/core/catalog.ts';
import { compareEntries } from '../../src/core/compare.ts';
import { findNamed, splitNames } from '../../src/core/compare-names.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

const catalog = shippedCatalog();

function entriesOf(...ids: string[]): Entry[] {
  return ids.map((id) => {
    const record = catalog.record(id);
    const entry = record && catalog.get(record.kind, id);
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  });
}

describe('a comparison', () => {
  test('leaves out the fields in which all agree, and names them', () => {
    const { differences, same } = compareEntries(entriesOf('ndcg', 'map'), catalog);
    const labels = differences.map(({ label }) => label);
    expect(labels).toContain('Formula');
    expect(labels).not.toContain('Range');
    expect(same).toContain('Range');
  });

  test('of a list shows only what the others do not all have too', () => {
    const { differences } = compareEntries(entriesOf('ndcg', 'map'), catalog);
    expect(differences.find(({ label }) => label === 'Needs')?.values).toEqual([
      ['graded relevance'],
      ['binary relevance'],
    ]);
  });

  test('of an entry with itself has no difference', () => {
    const { differences } = compareEntries(entriesOf('ndcg', 'ndcg'), catalog);
    expect(differences).toEqual([]);
  });

  test('says first of each what the other calls a reason to choose it', () => {
    const [ndcg, mrr] = entriesOf('ndcg', 'mrr');
    const { choices } = compareEntries([ndcg, mrr] as Entry[], catalog);
    const ofNdcg = ndcg && 'lookAlikes' in ndcg ? ndcg.lookAlikes : [];
    const reason = ofNdcg.find(({ id }) => id === 'mrr')?.chooseThisWhen;
    expect(choices[1]?.when[0]).toBe(reason);
  });

  test.each(['metric', 'model', 'topic', 'domain', 'step'] as const)(
    'of any two neighbors of kind %s has a reason for each',
    (kind) => {
      const all: readonly Entry[] = catalog.all(kind);
      const silent = all.slice(1).flatMap((entry, index) => {
        const pair = [all[index] ?? entry, entry];
        return compareEntries(pair, catalog).choices.filter(({ when }) => when.length === 0);
      });
      expect(silent.map(({ entry }) => entry.id)).toEqual([]);
    },
  );

  test('of different kinds is a bug of the caller', () => {
    expect(() => compareEntries(entriesOf('ndcg', 'bm25'), catalog)).toThrow(/one kind/);
  });
});

describe('names to compare', () => {
  test.each([
    [
      ['ndcg', 'mrr'],
      ['ndcg', 'mrr'],
    ],
    [
      ['random', 'forest', 'gradient', 'boosting'],
      ['random forest', 'gradient boosting'],
    ],
    [
      ['random', 'forest', 'vs', 'xgboost'],
      ['random forest', 'xgboost'],
    ],
    [
      ['a/b testing', 'versus', 'bandits'],
      ['a/b testing', 'bandits'],
    ],
  ])('%j are %j', (words, names) => {
    expect(splitNames(catalog, words)).toEqual(names);
  });

  test.each([
    [
      'aliases',
      ['canary', 'shadow', 'blue-green'],
      ['canary-release', 'shadow-deployment', 'blue-green-deployment'],
    ],
    ['a typo', ['ndgc', 'mrr'], ['ndcg', 'mrr']],
    ['a name given twice', ['ndcg', 'nDCG@K', 'mrr'], ['ndcg', 'mrr']],
  ])('are found by %s', (_, words, ids) => {
    const named = findNamed(catalog, words);
    expect(named.ok && named.records.map(({ id }) => id)).toEqual(ids);
  });

  test('that are of different kinds are told apart', () => {
    expect(findNamed(catalog, ['ndcg', 'bm25'])).toMatchObject({ ok: false, why: 'kinds' });
  });

  test('that are not there are named', () => {
    expect(findNamed(catalog, ['ndcg', 'qqqqqqqq'])).toEqual({
      ok: false,
      why: 'unknown',
      name: 'qqqqqqqq',
    });
  });
});
