/** What a quiz says before or instead of its questions. */
import { modes, type SittingMode } from '../core/quiz/mode.ts';
import { clockTime } from '../core/time.ts';
import { paragraph, type QuizStyle } from './quiz.ts';
import { whenBack } from './when.ts';

interface NothingDue {
  /** When the next card comes back; undefined when none is waiting. */
  readonly due: number | undefined;
  /** May a new card still come today? */
  readonly hasNewLeft: boolean;
}

export function renderNothingDue(
  { due, hasNewLeft }: NothingDue,
  style: QuizStyle & { readonly now: number },
): string {
  const next = due === undefined ? '' : ` The next card comes back ${whenBack(due, style.now)}.`;
  const said = hasNewLeft
    ? `Everything here is answered and nothing is due.${next}`
    : `Nothing is due, and the new cards of today are done.${next}`;
  const more = hasNewLeft
    ? 'Take another topic, or look ahead: mlsd quiz --preview'
    : 'More of them today: mlsd quiz --new 5. More every day: mlsd config set new-per-day 20';
  return `${[...paragraph(said, style), ...paragraph(more, style)].join('\n')}\n`;
}

interface Backlog {
  readonly due: number;
  readonly days: number;
  readonly minutesPerDay: number;
}

export function renderBacklog({ due, days, minutesPerDay }: Backlog, style: QuizStyle): string {
  const said =
    `${due} cards are due, more than a day holds. Those you are likeliest to forget come first; ` +
    `at ${minutesPerDay} minutes a day all of them are done in ${days} days.`;
  return `${paragraph(said, style).join('\n')}\n`;
}

interface ExamStart {
  readonly count: number;
  readonly limitMs: number;
}

export function renderExamStart({ count, limitMs }: ExamStart, style: QuizStyle): string {
  const said =
    `An exam of ${count} ${count === 1 ? 'question' : 'questions'} in ${clockTime(limitMs)}. ` +
    'Answers are shown at the end, and the schedule stays as it is.';
  return `${paragraph(said, style).join('\n')}\n`;
}

interface Ended {
  readonly mode: SittingMode;
  readonly limitMs: number | undefined;
}

export function renderTimeUp({ mode, limitMs = 0 }: Ended, style: QuizStyle): string {
  const minutes = Math.max(1, Math.round(limitMs / 60_000));
  const said = modes[mode].explains
    ? `Your ${minutes === 1 ? 'minute is' : `${minutes} minutes are`} up, and what is left comes another time. To go on now: mlsd quiz --count 10`
    : 'The time is up.';
  return `\n${paragraph(said, style).join('\n')}\n`;
}
