/** One of several options is right. */
import type { ChoiceQuestion } from '../question.ts';
import type { KindRules } from './kind.ts';

function rules(label: string, weight: number): KindRules<'choice' | 'scenario'> {
  return {
    label,
    weight,
    grade(question, index) {
      const option = question.options[index];
      if (!option) throw new RangeError(`no option ${index} in ${question.id}`);
      return {
        isCorrect: option.isCorrect,
        rating: option.isCorrect ? 'good' : 'again',
        answer: option.text,
      };
    },
    answer: (question) => rightOption(question).text,
    hints: ({ options }) => {
      // At least two stay in the running.
      const wrong = options.filter(({ isCorrect }) => !isCorrect).slice(0, -1);
      return wrong.slice(0, 2).map(({ text }) => `It is not: ${text}`);
    },
  };
}

export const choice = rules('choice', 3);
/** A situation with constraints: the same, but written by hand. */
export const scenario = rules('scenario', 3);

export function rightOption({ options, id }: ChoiceQuestion): ChoiceQuestion['options'][number] {
  const right = options.find(({ isCorrect }) => isCorrect);
  if (!right) throw new Error(`no option is right in ${id}`);
  return right;
}
