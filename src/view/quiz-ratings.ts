/** How well it was known, with the day on which the card then comes back. */
import { afterHints } from '../core/quiz/kinds/kinds.ts';
import { type CardRating, ratings } from '../core/quiz/schedule.ts';
import { whenBack } from './when.ts';

const names = {
  again: 'Again: I did not know it',
  hard: 'Hard: I knew some of it',
  good: 'Good: I knew most of it',
  easy: 'Easy: I knew all of it',
} as const satisfies Record<CardRating, string>;

/** After a hint the better ratings are not to be had. */
export function ratingChoices(
  hints: number,
  dueAfter: (rating: CardRating) => number | undefined,
  now: number,
): { readonly value: CardRating; readonly name: string }[] {
  const outcome = { isCorrect: true, answer: '' };
  return ratings
    .filter((rating) => afterHints({ ...outcome, rating }, hints).rating === rating)
    .map((value) => {
      const due = dueAfter(value);
      const when = due === undefined ? '' : ` (${whenBack(due, now)})`;
      return { value, name: `${names[value]}${when}` };
    });
}
