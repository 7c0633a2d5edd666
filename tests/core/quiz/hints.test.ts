/** Hints help and do not answer. */
import { describe, expect, test } from 'vitest';
import { createDeck } from '../../../src/core/quiz/cards/deck.ts';
import { afterHints, answerOf, hintsFor } from '../../../src/core/quiz/kinds/kinds.ts';
import { type Question, questionKinds } from '../../../src/core/quiz/question.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { searchKey } from '../../../src/core/search.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const catalog = shippedCatalog();
const deck = createDeck(catalog);
const questions: Question[] = catalog.records.flatMap((record) =>
  deck.cardsOf(record).flatMap(({ ways }) => ways.flatMap((way) => way.ask(seededRandom(3)) ?? [])),
);

/** Of options, the hint must not strike out a right one; of the rest it must not hold the answer. */
function tells(hint: string, question: Question): boolean {
  if ('options' in question) {
    return question.options.some(({ text, isCorrect }) => isCorrect && hint.endsWith(`: ${text}`));
  }
  return ` ${searchKey(hint)} `.includes(` ${searchKey(answerOf(question))} `);
}

describe.each(questionKinds)('hints for questions of the kind %s', (kind) => {
  const asked = questions.filter((question) => question.kind === kind);

  test('are there, at most two, and none is or holds the answer', () => {
    expect(asked.length).toBeGreaterThan(0);
    const bad = asked.filter((question) => {
      const hints = hintsFor(question);
      return hints.length > 2 || hints.some((hint) => hint.trim() === '' || tells(hint, question));
    });
    expect(bad.map((question) => [question.id, hintsFor(question)])).toEqual([]);
    const helped = asked.filter((question) => hintsFor(question).length > 0);
    expect(helped.length / asked.length).toBeGreaterThan(0.9);
  });
});

test('after a hint, right is no better than hard, and wrong stays wrong', () => {
  const outcome = (rating: 'easy' | 'good' | 'hard' | 'again') => ({
    isCorrect: rating !== 'again',
    rating,
    answer: '',
  });
  expect(afterHints(outcome('good'), 0).rating).toBe('good');
  expect(afterHints(outcome('good'), 1).rating).toBe('hard');
  expect(afterHints(outcome('easy'), 2).rating).toBe('hard');
  expect(afterHints(outcome('hard'), 1).rating).toBe('hard');
  expect(afterHints(outcome('again'), 1)).toEqual(outcome('again'));
});
