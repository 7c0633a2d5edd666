/** One sitting with every kind of question, as a person sees it: kept whole, to be read. */
import { describe, expect, test } from 'vitest';
import { createDeck } from '../../src/core/quiz/cards/deck.ts';
import { askCard, type Item } from '../../src/core/quiz/choose.ts';
import { type QuestionKind, questionKinds } from '../../src/core/quiz/question.ts';
import type { History } from '../../src/history/history.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { temporaryHistory } from '../helpers/history.ts';
import { plainWalk, richWalk, type Step } from '../helpers/quiz-walk.ts';

const cards: readonly [card: string, kind: QuestionKind][] = [
  ['metric/mse#range', 'choice'],
  ['metric/rmse#facts', 'multiple'],
  ['metric/mae#misleads', 'recall'],
  ['metric/ctr#name', 'fill-in'],
  ['metric/hit-rate#numeric-hit-rate-at-k', 'numeric'],
  ['topic/filling#procedure', 'order'],
  ['metric/mae#question-outliers', 'scenario'],
  ['metric/ndcg#range', 'choice'],
];

function items(): Item[] {
  const deck = createDeck(fixtureCatalog());
  return cards.map(([id, kind]) => {
    const card = deck.card(id);
    const question = card && askCard(card, [kind], 1);
    if (!card || !question) throw new Error(`no ${kind} for ${id}`);
    return { card, question };
  });
}

const enter = '\r';
const next: Step = { keys: enter, does: 'Enter: on to the next question' };

const screens: readonly Step[] = [
  { keys: 'h', does: 'h: a hint' },
  { keys: '2', does: '2: the right one' },
  next,
  { keys: '1', does: '1: marks' },
  { keys: '5', does: '5: marks' },
  { keys: enter, does: 'Enter: answers, wrong' },
  next,
  { keys: 'outliers dominate it', does: 'types from memory' },
  { keys: enter, does: 'Enter: compared with what should be said' },
  { keys: '3', does: '3: good' },
  next,
  { keys: `conversion rate${enter}`, does: 'types a wrong name' },
  { keys: 'u', does: 'u: takes it back' },
  { keys: `ctr${enter}`, does: 'types the right one' },
  next,
  { keys: `1/4${enter}`, does: 'types a fraction' },
  next,
  { keys: '4', does: '4: marks what came back' },
  { keys: enter, does: 'Enter: answers, right at the second try' },
  next,
  { keys: '24', does: '2, 4: places two' },
  { keys: '31', does: '3, 1: places the rest' },
  { keys: enter, does: 'Enter: answers' },
  next,
  { keys: '3', does: '3: a wrong choice' },
  { keys: `if large misses cost much${enter}`, does: 'says what would change it' },
  next,
  { keys: 's', does: 's: skips' },
  { keys: '1', does: '1: the right choice' },
  { keys: enter, does: 'Enter: nothing to say' },
  { keys: enter, does: 'Enter: to the summary' },
];

const lines = [
  ...['hint', '2', ''],
  ...['1,5', ''],
  ...['outliers dominate it', '3', ''],
  ...['conversion rate', 'u', 'ctr', ''],
  ...['1/4', ''],
  ...['4', ''],
  ...['2 4 3 1', ''],
  ...['3', 'if large misses cost much', ''],
  'skip',
  ...['1', '', ''],
];

/** The same in both. */
const stored = [
  ['metric/mse#range', 'hard'],
  ['metric/rmse#facts', 'again'],
  ['metric/mae#misleads', 'good'],
  ['metric/ctr#name', 'good'],
  ['metric/hit-rate#numeric-hit-rate-at-k', 'good'],
  ['metric/rmse#facts', 'good'],
  ['topic/filling#procedure', 'good'],
  ['metric/mae#question-outliers', 'again'],
  ['metric/mae#question-outliers', 'good'],
];

function storedOf({ reviews }: History): string[][] {
  return reviews
    .latest(20)
    .map(({ card, rating }) => [card, rating])
    .sort();
}

describe('a sitting with every kind of question, a hint, a skip and an undo', () => {
  test('has them all', () => {
    const asked = new Set(items().map(({ question }) => question.kind));
    const others = questionKinds.filter((kind) => !asked.has(kind));
    expect(others).toEqual(['estimate']);
  });

  test('on a screen of 80 columns', async () => {
    const history = temporaryHistory();
    const { text } = await richWalk(items(), screens, history);
    await expect(text).toMatchFileSnapshot('../fixtures/quiz/walk-rich.txt');
    expect(storedOf(history)).toEqual([...stored].sort());
  });

  test.each([40, 60, 80, 120])(
    'at %i columns no line is broken by the terminal',
    async (columns) => {
      const { broken } = await richWalk(items(), screens, temporaryHistory(), columns);
      expect(broken).toEqual([]);
    },
  );

  test('in plain lines, with the same answers', async () => {
    const history = temporaryHistory();
    const walk = await plainWalk(items(), lines, history);
    await expect(walk).toMatchFileSnapshot('../fixtures/quiz/walk-plain.txt');
    expect(['\u001B', '›', '·'].filter((glyph) => walk.includes(glyph))).toEqual([]);
    expect(storedOf(history)).toEqual([...stored].sort());
  });
});
