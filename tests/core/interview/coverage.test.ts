import { describe, expect, test } from 'vitest';
import { coverPoints, type NoteLine } from '../../../src/core/interview/coverage.ts';

function point(signals: string[][], text = 'Says it.') {
  return { id: 'point', step: 'data', text, signals };
}

function isCovered(signals: string[][], notes: readonly (string | NoteLine)[], text?: string) {
  const lines = notes.map((note) => (typeof note === 'string' ? { text: note } : note));
  return coverPoints([point(signals, text)], lines)[0]?.isCovered;
}

describe('one way to write a term finds the others', () => {
  test.each([
    ['500 million', '500M users'],
    ['500m', 'half a billion, well 0.5B users'],
    ['5e8', '500 million users'],
    ['1,000', 'about 1k candidates'],
    ['200 ms', 'p99 under 0.2 s'],
    ['200ms', '200 milliseconds'],
    ['<200', 'p99 <200ms'],
    ['every 12', 'candidates every 12 hours'],
    ['24 h', 'wait 1 day for labels'],
    ['2 weeks', 'run it for 14 days'],
    ['6%', 'six percent are positive'],
    ['precision@50', 'Precision at 50'],
    ['recall@1000', 'recall@1k for retrieval'],
    ['qps', '104k requests per second'],
    ['per second', '35k/s'],
    ['score >= 2', 'label = 1 if score ≥ 2'],
    ['nearest neighbor', 'ANN lookup (HNSW)'],
    ['a/b test', 'A/B testing'],
    ['pre-trained', 'pretrained ViT'],
    ['reranking', 're-rank the top'],
    ['two-tower', '2 tower model'],
    ['cold start', 'cold-start users'],
    ['randomized', 'a randomised slice'],
    ['post age', 'age of the post'],
    ['recall at precision', 'recall at 99% precision'],
    ['ms', '40ms for features'],
    ['imbalanced', 'positives are rare'],
    ['split by time', 'train on the past, test on the latest week'],
    ['don\u2019t know', "we don't know"],
  ])('%s is heard in "%s"', (term, note) => {
    expect(isCovered([[term]], [note])).toBe(true);
  });

  test.each([
    ['500 million', '50 million users'],
    ['200 ms', '200 s'],
    ['recall@50', 'recall@500'],
    ['share', 'sharding by user'],
    ['as of', 'as a REST service'],
    ['ann', 'annual report'],
    ['per second', 'a second tower for items'],
    ['position bias', 'bias in the sample; later, the position'],
  ])('%s is not heard in "%s"', (term, note) => {
    expect(isCovered([[term]], [note])).toBe(false);
  });
});

describe('denial', () => {
  const bias = [['position bias']];

  test.each([
    'no position bias correction',
    "we won't handle position bias",
    'skip position bias for now',
    'ignoring position bias',
  ])('"%s" does not make the point', (note) => {
    expect(isCovered(bias, [note])).toBe(false);
  });

  test.each([
    'no random split, position bias is corrected',
    'without correction the model learns position bias',
    'no more than that: position bias',
    'not only freshness, position bias too',
  ])('"%s" makes the point', (note) => {
    expect(isCovered(bias, [note])).toBe(true);
  });

  test('a point that is about leaving something out is made by a denial', () => {
    expect(isCovered([['raw text']], ['no raw text stored'], 'Does not store raw text.')).toBe(
      true,
    );
  });
});

describe('groups', () => {
  const groups = [['position bias'], ['propensity', 'ips']];

  test('are heard in neighboring notes of one step', () => {
    const notes = [
      { text: 'position bias', step: 'data' },
      { text: 'propensity weights', step: 'data' },
    ];
    expect(isCovered(groups, notes)).toBe(true);
  });

  test('are not put together across steps', () => {
    const notes = [
      { text: 'position bias', step: 'data' },
      { text: 'propensity weights', step: 'evaluation' },
    ];
    expect(isCovered(groups, notes)).toBe(false);
  });

  test('are not put together from notes far apart', () => {
    const notes = ['position bias', 'labels', 'negatives', 'splits', 'propensity weights'];
    expect(isCovered(groups, notes)).toBe(false);
  });

  test('give the fewest lines as evidence, those of the own step first', () => {
    const lines = [
      { text: 'position bias, maybe IPS', step: 'problem' },
      { text: 'position bias', step: 'data' },
      { text: 'IPS weights against position bias', step: 'data' },
    ];
    const [found] = coverPoints([point(groups)], lines);
    expect(found?.evidence).toEqual([lines[2]]);
  });
});
