/** Items to be put in order. */
import type { OrderQuestion } from '../question.ts';
import type { KindRules } from './kind.ts';

export const order: KindRules<'order'> = {
  label: 'order',
  weight: 1,
  grade(question, given) {
    const misplaced = given.filter((item, place) => item !== question.order[place]).length;
    const answer = given.map((index) => question.items[index] ?? '').join(' → ');
    return misplaced === 0
      ? { isCorrect: true, rating: 'good', answer }
      : { isCorrect: false, rating: 'again', answer, remark: `${misplaced} out of place.` };
  },
  hints(question) {
    const items = inOrder(question);
    return [
      `First comes: ${items[0]}`,
      ...(items.length > 3 ? [`Last comes: ${items.at(-1)}`] : []),
    ];
  },
  answer: (question) => inOrder(question).join(' → '),
};

/** The items in the right order. */
export function inOrder({ items, order: indexes }: OrderQuestion): string[] {
  return indexes.map((index) => items[index] ?? '');
}
