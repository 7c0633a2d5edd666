/** Cards that do not stick: what they ask, how often they were forgotten, where to read. */
import type { Subject } from '../core/quiz/question.ts';
import { hanging } from './prompts.ts';
import { paragraph, type QuizStyle } from './quiz.ts';
import { whenBack } from './when.ts';

export interface Leech {
  readonly card: string;
  readonly about: Subject;
  readonly prompt: string;
  readonly lapses: number;
  readonly due: number;
}

export function renderLeeches(
  leeches: readonly Leech[],
  style: QuizStyle & { readonly now: number },
): string {
  if (leeches.length === 0) return 'No card has been forgotten again and again.\n';
  const { width, paint, now } = style;
  const lines = leeches.flatMap(({ about, prompt, lapses, due }, index) => {
    const label = `${index + 1}. `;
    const under = ' '.repeat(label.length);
    return [
      '',
      ...hanging(label, prompt, { width, paint: paint.title }),
      ...hanging(under, `Forgotten ${lapses} times. Comes back ${whenBack(due, now)}.`, { width }),
      ...hanging(under, `Read: mlsd ${about.kind} ${about.id}`, { width, paint: paint.dim }),
    ];
  });
  const head = paragraph('Asking these again does not help; reading about them may.', style);
  return `${[...head, ...lines].join('\n')}\n`;
}

export function leechesJson(leeches: readonly Leech[]): string {
  const shown = leeches.map(({ card, about, prompt, lapses, due }) => ({
    card,
    about: `${about.kind}/${about.id}`,
    prompt,
    lapses,
    due: new Date(due).toISOString(),
  }));
  return `${JSON.stringify({ leeches: shown }, null, 2)}\n`;
}
