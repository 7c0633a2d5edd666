/** What an exam ends with: the score, by topic, and every question with its answer. */
import { answerOf } from '../core/quiz/kinds/kinds.ts';
import type { Outcome, Question } from '../core/quiz/question.ts';
import { scoresOf } from '../core/quiz/session.ts';
import { clockTime } from '../core/time.ts';
import { hanging } from './prompts.ts';
import type { QuizStyle } from './quiz.ts';
import { renderScores } from './quiz-summary.ts';

export interface ExamAnswer {
  readonly question: Question;
  /** undefined: it was not answered. */
  readonly outcome: Outcome | undefined;
}

export function renderExamReport(
  answers: readonly ExamAnswer[],
  style: QuizStyle & { readonly tookMs: number },
): string {
  const { paint, width, tookMs } = style;
  const right = answers.filter(({ outcome }) => outcome?.isCorrect).length;
  const open = answers.filter(({ outcome }) => !outcome).length;
  const share = Math.round((100 * right) / Math.max(1, answers.length));
  const left = open > 0 ? `, ${open} not answered` : '';
  const scores = scoresOf(
    answers.map(({ question, outcome }) => ({
      card: { about: question.about },
      isCorrect: outcome?.isCorrect === true,
    })),
  );
  const lines = [
    '',
    paint.heading('Report'),
    ...hanging(
      '',
      `${right} of ${answers.length} right (${share} %)${left}, in ${clockTime(tookMs)}.`,
      {
        width,
      },
    ),
    '',
    paint.strong('By topic, weakest first'),
    ...renderScores(scores, style),
    '',
    paint.strong('Question by question'),
    ...answers.flatMap((answer, index) => ['', ...reportOne(answer, index + 1, style)]),
  ];
  return `${lines.join('\n')}\n`;
}

function reportOne(
  { question, outcome }: ExamAnswer,
  number: number,
  { width, paint }: QuizStyle,
): string[] {
  const label = `${number}. `;
  const indent = ' '.repeat(label.length);
  const row = (text: string, color?: (text: string) => string) =>
    hanging(indent, text, { width, paint: color });
  const { kind, id } = question.about;
  return [
    ...hanging(label, question.prompt, { width, paint: paint.title }),
    ...row(verdictOn(outcome), outcome?.isCorrect ? paint.good : paint.bad),
    ...(outcome?.isCorrect ? [] : row(`Right: ${answerOf(question)}`)),
    ...row(question.explanation, paint.dim),
    ...row(`Read: mlsd ${kind} ${id}`, paint.dim),
  ];
}

function verdictOn(outcome: Outcome | undefined): string {
  if (!outcome) return 'Not answered.';
  const said = outcome.answer.trim() === '' ? 'nothing' : outcome.answer;
  return `${outcome.isCorrect ? 'Right' : 'Not right'}. You said: ${said}`;
}
