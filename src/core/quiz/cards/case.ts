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
    ...design.rubric.flatMap((point) => pointCards(design, point)),
    ...recallCards(
      design,
      { fact: 'pitfalls', prompt: `${name}: what are the pitfalls?`, explanation: prompt },
      sentences(pitfalls),
    ),
  ];
}

type Point = Case['rubric'][number];

/** A point of the rubric, to be said for its cue: what an interview missed comes back as this. */
function pointCards(design: Case, point: Point): Card[] {
  const { id, step, level, text } = point;
  const cue = id.replaceAll('-', ' ');
  const prompt = `In ${design.name}, step ${step}: what is to be said on \u201c${cue}\u201d?`;
  const explanation = `A ${level} candidate says it.`;
  return recallCards(design, { fact: pointFact(id), prompt, explanation }, [{ text, names: [] }]);
}

function pointFact(id: string): string {
  return `point-${id}`;
}

/** The id of the card for a point of a case. */
export function pointCard(caseId: string, point: string): string {
  return `case/${caseId}#${pointFact(point)}`;
}

/** A paragraph, sentence by sentence. */
function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}
