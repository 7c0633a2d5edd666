/** All that are right, and no other: half an answer is not right. */
import type { MultipleQuestion } from '../question.ts';
import type { KindRules } from './kind.ts';

export const multiple: KindRules<'multiple'> = {
  label: 'all that apply',
  weight: 2,
  grade(question, marked) {
    const { options } = question;
    const stray = marked.find((index) => !options[index]);
    if (stray !== undefined) throw new RangeError(`no option ${stray} in ${question.id}`);
    const missed = options.filter(({ isCorrect }, index) => isCorrect && !marked.includes(index));
    const wrong = options.filter(({ isCorrect }, index) => !isCorrect && marked.includes(index));
    const isCorrect = missed.length + wrong.length === 0;
    return {
      isCorrect,
      rating: isCorrect ? 'good' : 'again',
      answer: textsOf(options.filter((_, index) => marked.includes(index))),
      marked,
      remark: isCorrect ? undefined : `${tell(missed.length, wrong.length)}.`,
    };
  },
  hints({ options }) {
    const right = options.filter(({ isCorrect }) => isCorrect);
    const wrong = options.find(({ isCorrect }) => !isCorrect);
    return [
      right.length === 1 ? 'Only one is right.' : `${right.length} are right.`,
      ...(wrong ? [`Not right: ${wrong.text}`] : []),
    ];
  },
  answer: ({ options }) => textsOf(options.filter(({ isCorrect }) => isCorrect)),
};

/** "1 missed, 2 too many". */
function tell(missed: number, wrong: number): string {
  return [missed && `${missed} missed`, wrong && `${wrong} too many`].filter(Boolean).join(', ');
}

function textsOf(options: MultipleQuestion['options']): string {
  return options.map(({ text }) => text).join(' / ');
}
