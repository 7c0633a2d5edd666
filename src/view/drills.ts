/** The drills of estimation as a list. */
import type { EstimateDrill } from '../core/quiz/estimate/drill.ts';
import { hanging } from './prompts.ts';
import type { QuizStyle } from './quiz.ts';
import { padEnd, textWidth } from './width.ts';

export function renderDrills(drills: readonly EstimateDrill[], style: QuizStyle): string {
  const { width, paint } = style;
  const column = Math.max(...drills.map(({ id }) => textWidth(id))) + 2;
  const lines = drills.flatMap(({ id, asks }) =>
    hanging(paint.term(padEnd(id, column)), asks, { width }),
  );
  return `${lines.join('\n')}\n`;
}

export function drillsJson(drills: readonly EstimateDrill[]): string {
  const shown = drills.map(({ id, name, entry, asks }) => ({ id, name, about: entry, asks }));
  return `${JSON.stringify({ drills: shown }, null, 2)}\n`;
}
