/** Questions written by hand: each is a card of its own. */
import type { Question as Authored, Catalog, Kind } from '../../catalog.ts';
import type { Card } from '../card.ts';
import type { ChoiceQuestion, Subject } from '../question.ts';

/** The questions about each entry, by "kind/id". */
export function authoredBySubject(questions: readonly Authored[]): Map<string, Authored[]> {
  const found = new Map<string, Authored[]>();
  for (const question of questions) {
    const list = found.get(question.about);
    if (list) list.push(question);
    else found.set(question.about, [question]);
  }
  return found;
}

export function authoredCard(authored: Authored, catalog: Catalog): Card | undefined {
  const [kind = '', id = ''] = authored.about.split('/');
  const entry = catalog.get(kind as Kind, id);
  if (!entry) return undefined;
  const about: Subject = { kind: entry.kind, id, name: entry.name };
  const card = `${authored.about}#question-${authored.id}`;
  return {
    id: card,
    about,
    ways: [
      {
        kind: authored.kind,
        ask: (random): ChoiceQuestion => ({
          kind: authored.kind,
          id: `${card}:${authored.kind}`,
          card,
          about,
          prompt: authored.prompt,
          options: random
            .shuffle(authored.options)
            .map(({ text, correct, why }) => ({ text, isCorrect: correct, why })),
          explanation: authored.explanation,
          flip: authored.flip,
        }),
      },
    ],
  };
}
