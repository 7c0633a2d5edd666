/** How answers are judged. */
import { describe, expect, test } from 'vitest';
import { grade } from '../../../src/core/quiz/kinds/kinds.ts';
import { compareRecall } from '../../../src/core/quiz/kinds/recall.ts';
import type {
  FillInQuestion,
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
