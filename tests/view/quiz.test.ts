/** The screens of the quiz fit the terminal, and text from packs cannot drive it. */
import { describe, expect, test } from 'vitest';
import type { ChoiceQuestion } from '../../src/core/quiz/question.ts';
import { plainPaint } from '../../src/view/paint.ts';
import { renderQuestion } from '../../src/view/quiz.ts';
import { renderFeedback } from '../../src/view/quiz-feedback.ts';
import { renderSummary } from '../../src/view/quiz-summary.ts';
import { whenBack } from '../../src/view/when.ts';
import { textWidth } from '../../src/view/width.ts';

const question: ChoiceQuestion = {
  kind: 'choice',
  id: 'metric/x#y:choice',
  card: 'metric/x#y',
  about: { kind: 'metric', id: 'x', name: 'Normalized discounted cumulative gain at a cut-off' },
  prompt:
    'Which of these metrics rewards a highly relevant result more\u001B[2J than a fairly relevant one?',
  options: [
    { text: 'MRR', isCorrect: false, why: 'MRR: it knows only relevant or not.' },
    { text: 'NDCG', isCorrect: true, why: 'NDCG: it uses grades of relevance.' },
  ],
  explanation: 'Discounted gain of a ranking, divided by that of the ideal order.',
  flip: 'With binary relevance they would be closer to each other than one thinks.',
};
const outcome = { isCorrect: false, rating: 'again', answer: 'MRR' } as const;
const styleOf = (width: number) => ({
  width,
  paint: plainPaint,
  isUnicode: true,
  now: 0,
  due: 0,
  movesCards: true,
});

describe.each([40, 60, 80, 120, 200])('at %i columns', (width) => {
  test('every line fits', () => {
    const summary = {
      asked: 3,
      rightAtOnce: 1,
      rightLater: 1,
      answers: 5,
      skipped: 1,
      byTopic: [{ about: question.about, right: 1, asked: 3 }],
      returns: [0, 0, 3 * 86_400_000],
    };
    const text = [
      renderQuestion(question, { at: 1, of: 10, isAgain: true }, styleOf(width)),
      renderFeedback(question, outcome, styleOf(width)),
      renderSummary(summary, styleOf(width)),
    ].join('\n');
    expect(Math.max(...text.split('\n').map(textWidth))).toBeLessThanOrEqual(width);
    expect(text).not.toContain('\u001B');
  });
});

test('feedback names the right option and the chosen one in words, each with its reason', () => {
  expect(renderFeedback(question, outcome, styleOf(80))).toBe(
    [
      '',
      'Not right.',
      '',
      '  yours MRR',
      '        It knows only relevant or not.',
      '  right NDCG',
      '        It uses grades of relevance.',
      '',
      'Discounted gain of a ranking, divided by that of the ideal order.',
      '',
      'What would change it: With binary relevance they would be closer to each other',
      'than one thinks.',
      '',
      'Read: mlsd metric x. Comes back in a minute.',
      '',
    ].join('\n'),
  );
});

test.each([
  [0, 'in a minute'],
  [10, 'in 10 minutes'],
  [60, 'in an hour'],
  [24 * 60, 'tomorrow'],
  [3 * 24 * 60, 'in 3 days'],
  [21 * 24 * 60, 'in 3 weeks'],
  [200 * 24 * 60, 'in 7 months'],
])('%i minutes ahead is said as "%s"', (minutes, said) => {
  expect(whenBack(minutes * 60_000, 0)).toBe(said);
});
