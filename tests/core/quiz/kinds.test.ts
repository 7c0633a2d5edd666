/** How answers are judged. */
import { describe, expect, test } from 'vitest';
import { answerOf, grade } from '../../../src/core/quiz/kinds/kinds.ts';
import { compareRecall } from '../../../src/core/quiz/kinds/recall.ts';
import type {
  EstimateQuestion,
  FillInQuestion,
  MultipleQuestion,
  NumericQuestion,
  OrderQuestion,
  RecallQuestion,
  Subject,
} from '../../../src/core/quiz/question.ts';
import { searchKey } from '../../../src/core/search.ts';

const about: Subject = { kind: 'metric', id: 'x', name: 'X' };
const base = { id: 'q', card: 'metric/x#y', about, prompt: 'What?', explanation: 'Because.' };

function fillIn(names: string[], rivals: string[][] = []): FillInQuestion {
  return {
    ...base,
    kind: 'fill-in',
    answer: names[0] ?? '',
    keys: names.map(searchKey),
    rivals: rivals.map((each) => ({
      name: each[0] ?? '',
      keys: each.map(searchKey),
      summary: 'Another thing.',
    })),
  };
}

describe('a name to fill in', () => {
  const rivals = [['MAE', 'mean absolute error'], ['Recall@K'], ['L1 regularization']];
  const cases: [string, string[], string, boolean][] = [
    ['the name', ['MSE'], 'MSE', true],
    ['another case', ['MSE'], ' mse ', true],
    ['an alias', ['MSE', 'mean squared error'], 'Mean Squared Error', true],
    ['hyphens for spaces', ['Dropout'], 'drop-out', true],
    ['swapped letters', ['Precision@K'], 'Percision@K', true],
    ['a small typo in a long name', ['Gradient boosting'], 'gradiant bosting', true],
    ['a typo in three letters', ['MSE'], 'MSA', false],
    ['a rival', ['MSE', 'mean squared error'], 'MAE', false],
    ['something halfway to a rival', ['MSE', 'mean squared error'], 'mean error', false],
    ['most of a long name', ['Mean or median imputation'], 'median imputation', true],
    ['one word of a long name', ['Logistic regression'], 'regression', false],
    ['another number', ['L2 regularization'], 'L1 regularization', false],
    ['another number that is no rival', ['F1 score'], 'F2 score', false],
    ['nothing', ['MSE'], '', false],
  ];
  test.each(cases)('%s', (_situation, names, typed, isCorrect) => {
    expect(grade(fillIn(names, rivals), typed).isCorrect).toBe(isCorrect);
  });

  test('a typo is accepted and the right spelling is told', () => {
    expect(grade(fillIn(['Perplexity']), 'perplexitty')).toMatchObject({
      isCorrect: true,
      remark: 'It is written Perplexity.',
    });
  });

  test('the name of something else is wrong, and what it stands for is told', () => {
    expect(grade(fillIn(['MSE'], rivals), 'mae')).toMatchObject({
      isCorrect: false,
      rating: 'again',
      remark: 'MAE is something else: Another thing.',
    });
  });
});

describe('something to recall', () => {
  const question: RecallQuestion = {
    ...base,
    kind: 'recall',
    parts: [
      { text: 'NDCG', names: ['NDCG', 'normalized discounted cumulative gain'] },
      { text: 'Recall@K', names: ['Recall@K'] },
      { text: 'Large errors cost disproportionately more than small ones.', names: [] },
    ],
  };
  const cases: [string, string, string[]][] = [
    ['names in any order, with a typo', 'recal at k and nDCG', ['NDCG', 'Recall@K']],
    ['a sentence in other words', 'when large errors are more costly than small ones', ['Large']],
    ['one word in common', 'it is large', []],
    ['nothing', '', []],
  ];
  test.each(cases)('%s', (_situation, typed, named) => {
    const found = compareRecall(question, typed).named.map(({ text }) => text);
    expect(found).toEqual(named.map((start) => expect.stringContaining(start)));
  });

  test('what is not found is missing, and the rating follows the share', () => {
    const { missing, suggested } = compareRecall(question, 'ndcg');
    expect(missing).toHaveLength(2);
    expect(suggested).toBe('hard');
  });

  test('the person has the last word on the rating', () => {
    expect(grade(question, { text: 'x', rating: 'again' }).isCorrect).toBe(false);
    expect(grade(question, { text: 'x', rating: 'hard' })).toMatchObject({
      isCorrect: true,
      rating: 'hard',
    });
  });
});

describe('all that apply', () => {
  const option = (text: string, isCorrect: boolean) => ({ text, isCorrect, why: 'Because.' });
  const question: MultipleQuestion = {
    ...base,
    kind: 'multiple',
    options: [option('a', true), option('b', false), option('c', true), option('d', false)],
  };
  test.each([
    ['all of them', [0, 2], true, undefined],
    ['in another order', [2, 0], true, undefined],
    ['one of them', [0], false, '1 missed.'],
    ['one too many', [0, 1, 2], false, '1 too many.'],
    ['all there are', [0, 1, 2, 3], false, '2 too many.'],
    ['the others', [1, 3], false, '2 missed, 2 too many.'],
  ])('%s', (_situation, marked, isCorrect, remark) => {
    const outcome = grade(question, marked);
    expect([outcome.isCorrect, outcome.rating, outcome.remark]).toEqual([
      isCorrect,
      isCorrect ? 'good' : 'again',
      remark,
    ]);
  });

  test('the answer is what was marked, in words', () => {
    expect(grade(question, [2, 1]).answer).toBe('b / c');
    expect(answerOf(question)).toBe('a / c');
  });
});

describe('items to order', () => {
  const question: OrderQuestion = {
    ...base,
    kind: 'order',
    items: ['b', 'c', 'a'],
    order: [2, 0, 1],
  };
  test('the right order is right', () => {
    expect(grade(question, [2, 0, 1])).toMatchObject({ isCorrect: true, answer: 'a → b → c' });
  });
  test('another order is wrong, and says how many are out of place', () => {
    expect(grade(question, [0, 2, 1])).toMatchObject({
      isCorrect: false,
      remark: '2 out of place.',
    });
  });
});

describe('a number to work out', () => {
  const question: NumericQuestion = {
    ...base,
    kind: 'numeric',
    value: 0.75,
    tolerance: 0.0075,
    isShare: true,
    answer: '0.75',
    working: ['15 / 20 = 0.75'],
    slips: [
      { value: 0.6, says: 'That is recall.' },
      { value: 3, says: 'Those are odds.' },
    ],
  };
  test.each(['0.75', '.75', '3/4', '75%', '75 %', '0,75', '0.745', '= 0.75'])(
    '%s is right',
    (typed) => {
      expect(grade(question, typed)).toMatchObject({ isCorrect: true, rating: 'good' });
    },
  );

  test('a percentage without its sign is right, and told', () => {
    expect(grade(question, '75')).toMatchObject({
      isCorrect: true,
      remark: 'As a percentage, that is: 75 %.',
    });
  });

  test.each([
    ['0.6', 'That is recall.'],
    ['60%', 'That is recall.'],
    ['3', 'Those are odds.'],
    ['0.5', undefined],
    ['', undefined],
    ['nothing', undefined],
  ])('%j is wrong: %s', (typed, remark) => {
    expect(grade(question, typed)).toEqual({
      isCorrect: false,
      rating: 'again',
      answer: typed,
      remark,
    });
  });
});

describe('a magnitude to estimate', () => {
  const question: EstimateQuestion = {
    ...base,
    kind: 'estimate',
    value: 6000,
    unit: { dimension: 'count', name: 'requests a second' },
    answer: 'about 6k requests a second',
    working: ['A second: 600M / 10^5 s = 6k'],
    aloud: 'About 6k.',
    slips: [{ value: 144_000, says: 'You divided by the seconds of an hour.' }],
  };
  test.each([
    ['6k', true, false, 'good', undefined],
    ['3000', true, false, 'good', undefined],
    ['12,000 requests a second', true, false, 'good', undefined],
    ['2k', false, true, 'hard', 'The right order of magnitude, but 3 times too low.'],
    ['60k', false, true, 'hard', 'The right order of magnitude, but 10 times too high.'],
    ['600', false, true, 'hard', 'The right order of magnitude, but 10 times too low.'],
    ['90k', false, false, 'again', '15 times too high.'],
    ['144k', false, false, 'again', '24 times too high. You divided by the seconds of an hour.'],
    [
      '6M',
      false,
      false,
      'again',
      '1,000 times too high. Check the unit: that is off by a thousand or a million.',
    ],
    ['', false, false, 'again', undefined],
    ['0', false, false, 'again', undefined],
    ['-6k', false, false, 'again', undefined],
  ])('%j: right %s, close %s', (typed, isCorrect, isClose, rating, remark) => {
    const outcome = grade(question, typed);
    expect([outcome.isCorrect, outcome.isClose ?? false, outcome.rating]).toEqual([
      isCorrect,
      isClose,
      rating,
    ]);
    expect(outcome.remark).toBe(remark);
  });
});
