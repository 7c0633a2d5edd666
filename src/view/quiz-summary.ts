/** What a sitting ends with. */
import type { SessionSummary, TopicScore } from '../core/quiz/session.ts';
import { paragraph, type QuizStyle } from './quiz.ts';
import { whenBack } from './when.ts';
import { padEnd, printable, textWidth, truncate } from './width.ts';

export interface SummaryStyle extends QuizStyle {
  readonly now: number;
  /** Did the answers decide when cards come back? */
  readonly movesCards: boolean;
}

export function renderSummary(summary: SessionSummary, style: SummaryStyle): string {
  const { paint, now } = style;
  const { asked, rightAtOnce, rightLater, skipped } = summary;
  if (asked === 0) return '\nNothing was answered, so nothing changed.\n';
  const later = rightLater > 0 ? `, ${rightLater} more after a second try` : '';
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  const lines = [
    '',
    paint.heading('Summary'),
    ...paragraph(`${rightAtOnce} of ${asked} right at once${later}${left}.`, style),
    '',
    ...renderScores(summary.byTopic, style),
    '',
    ...(style.movesCards
      ? returnLines(summary.returns, now)
      : paragraph('Cards come back when they would have anyway.', style)),
    ...readNext(summary.byTopic, style),
  ];
  return `${lines.join('\n')}\n`;
}

export function renderScores(scores: readonly TopicScore[], style: QuizStyle): string[] {
  const { paint } = style;
  const names = scores.map(({ about }) => `${about.kind} ${about.name}`);
  const column = Math.min(Math.max(...names.map(textWidth)), style.width - 14);
  return scores.map(({ right, asked }, index) => {
    const name = padEnd(truncate(printable(names[index] ?? ''), column), column);
    const score = `${right} of ${asked}`;
    return `  ${name}  ${right === asked ? paint.good(score) : paint.warning(score)}`;
  });
}

/** "3 come back tomorrow", one line for each time. */
function returnLines(returns: readonly number[], now: number): string[] {
  const times = new Map<string, number>();
  for (const due of returns) {
    const when = whenBack(due, now);
    times.set(when, (times.get(when) ?? 0) + 1);
  }
  return [...times].map(
    ([when, count]) => `${count} ${count === 1 ? 'comes' : 'come'} back ${when}.`,
  );
}

const mostToRead = 3;

function readNext(scores: readonly TopicScore[], { paint }: QuizStyle): string[] {
  const weak = scores.filter(({ right, asked }) => right < asked).slice(0, mostToRead);
  if (weak.length === 0) return [];
  const commands = weak.map(({ about }) => `  ${paint.code(`mlsd ${about.kind} ${about.id}`)}`);
  return ['', 'Read next:', ...commands];
}
