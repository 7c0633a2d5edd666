/** Which cards come up. */
import { describe, expect, test } from 'vitest';
import { createDeck } from '../../../src/core/quiz/cards/deck.ts';
import {
  allKinds,
  type CardHistory,
  chooseItems,
  noHistory,
  spread,
} from '../../../src/core/quiz/choose.ts';
import { scopeOf } from '../../../src/core/quiz/scope.ts';
import { fixtureCatalog } from '../../fixtures/quiz/catalog.ts';

const catalog = fixtureCatalog();
const deck = createDeck(catalog);
const request = {
  deck,
  records: catalog.records,
  kinds: allKinds,
  count: 8,
  fresh: 500,
  seed: 4,
  history: noHistory,
};
const ids = (items: ReturnType<typeof chooseItems>) => items.map(({ card }) => card.id);

describe('the choice of cards', () => {
  test('the same seed gives the same questions', () => {
    expect(chooseItems(request).map(({ question }) => question)).toEqual(
      chooseItems({ ...request, deck: createDeck(fixtureCatalog()) }).map(
        ({ question }) => question,
      ),
    );
  });

  test('another seed gives other questions', () => {
    expect(ids(chooseItems({ ...request, seed: 5 }))).not.toEqual(ids(chooseItems(request)));
  });

  test('as many different entries as there are, before any comes twice', () => {
    const entries = chooseItems(request).map(({ card }) => card.about.id);
    expect(new Set(entries).size).toBe(8);
  });

  test('asking for more than there is gives all there is, each card once', () => {
    const all = ids(chooseItems({ ...request, count: 500 }));
    expect(all.length).toBeGreaterThan(40);
    expect(new Set(all).size).toBe(all.length);
  });

  test('cards that are due come first, known ones that are not due do not come', () => {
    const history: CardHistory = {
      due: () => ['metric/ctr#phase', 'metric/gone#phase', 'step/close#minutes'],
      isKnown: (card) => card.startsWith('metric/'),
      practiced: new Set(),
    };
    const chosen = ids(chooseItems({ ...request, history }));
    expect(chosen.slice(0, 2)).toEqual(['metric/ctr#phase', 'step/close#minutes']);
    expect(chosen.slice(2).filter((id) => id.startsWith('metric/'))).toEqual([]);
  });

  test('only the kinds that were asked for', () => {
    const kinds = new Set(
      chooseItems({ ...request, kinds: ['order'], count: 3 }).map(({ question }) => question.kind),
    );
    expect([...kinds]).toEqual(['order']);
  });

  test('cards of one entry do not follow each other when it can be helped', () => {
    const items = chooseItems({ ...request, count: 500 });
    const of = (id: string) => items.filter(({ card }) => card.about.id === id).slice(0, 3);
    const mixed = spread([...of('mse'), ...of('mae')]).map(({ card }) => card.about.id);
    expect(mixed).toEqual(['mse', 'mae', 'mse', 'mae', 'mse', 'mae']);
  });
});

describe('siblings and relatives', () => {
  const due = (practiced: string[] = []): CardHistory => ({
    due: () => [
      'metric/mse#range',
      'metric/mse#direction',
      'metric/mae#range',
      'metric/ndcg#range',
    ],
    isKnown: () => true,
    practiced: new Set(practiced),
  });
  const chosen = (history: CardHistory, count: number) =>
    chooseItems({ ...request, history, count }).map(({ card }) => card.about.id);

  test('of an entry one card is asked, the other waits while there is something else', () => {
    expect(new Set(chosen(due(), 3))).toEqual(new Set(['mse', 'mae', 'ndcg']));
  });

  test('what fills the sitting may be a sibling, and does not follow at once', () => {
    const ids = chosen(due(), 4);
    expect(ids.filter((id) => id === 'mse')).toHaveLength(2);
    expect(ids.some((id, index) => id === ids[index + 1])).toBe(false);
  });

  test('an entry that was practiced today waits for another day', () => {
    expect(chosen(due(['mse', 'mae']), 1)).toEqual(['ndcg']);
  });

  test('new cards are of entries that are neither due nor practiced today, as long as there are', () => {
    const history: CardHistory = {
      due: () => ['metric/mse#range'],
      isKnown: (card) => card === 'metric/mse#range',
      practiced: new Set(['mae', 'ndcg']),
    };
    const ids = chosen(history, 10);
    expect(ids.slice(1).filter((id) => ['mse', 'mae', 'ndcg'].includes(id))).toEqual([]);
  });

  test('no more new cards than wanted', () => {
    expect(chooseItems({ ...request, history: due(), count: 8, fresh: 1 })).toHaveLength(4);
    const none: CardHistory = { ...due(), isKnown: () => false };
    expect(chooseItems({ ...request, history: none, count: 8, fresh: 1 })).toHaveLength(5);
  });

  test('cards of one family are kept apart where another can come between', () => {
    const items = chooseItems({ ...request, count: 500 });
    const of = (id: string) => items.filter(({ card }) => card.about.id === id).slice(0, 2);
    const group = ({ card }: { card: { about: { id: string } } }) =>
      card.about.id === 'ndcg' ? 'ranking' : 'regression';
    const mixed = spread([...of('mse'), ...of('mae'), ...of('ndcg')], group);
    expect(mixed.map(({ card }) => card.about.id)).toEqual([
      'mse',
      'ndcg',
      'mse',
      'ndcg',
      'mae',
      'mae',
    ]);
  });
});

describe('topics', () => {
  const names = (...words: string[]) => {
    const scope = scopeOf(catalog, words);
    return 'records' in scope ? scope.records.map(({ id }) => id) : scope;
  };
  test.each([
    ['nothing means everything', [], 13],
    ['a kind', ['metrics'], 8],
    ['a family', ['ranking'], 3],
    ['the framework', ['framework'], 4],
    ['one entry', ['ndcg'], 1],
    ['an alias', ['L1', 'error'], 1],
    ['two entries', ['mse', 'ctr'], 2],
  ])('%s', (_situation, words, count) => {
    expect(names(...words)).toHaveLength(count);
  });

  test('a word that means nothing gives suggestions', () => {
    expect(names('qwertyuiop')).toMatchObject({
      unknown: 'qwertyuiop',
      suggestions: expect.any(Array),
    });
  });
});
