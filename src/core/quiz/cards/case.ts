/** Cards about a case: what an interviewer would ask, and the choices of the worked design. */
import type { Case } from '../../catalog.ts';
import { sentences } from '../build.ts';
import type { Card } from '../card.ts';
import { recallCards } from './facts.ts';

export function caseCards(design: Case): Card[] {
  const { name, prompt, pitfalls } = design;
  return [
    ...design.probes.flatMap(({ id, ask, good }) =>
      recallCards(
        design,
        {
          fact: `probe-${id}`,
          prompt: `${name}. The interviewer asks: ${ask}`,
          explanation: prompt,
        },
        sentences(sentencesOf(good)),
      ),
    ),
    ...recallCards(
      design,
      { fact: 'pitfalls', prompt: `${name}: what are the pitfalls?`, explanation: prompt },
      sentences(pitfalls),
    ),
  ];
}

/** A paragraph, sentence by sentence. */
function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}
