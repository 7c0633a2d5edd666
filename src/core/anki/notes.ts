/** Cards as notes of Anki: a front, a back, tags; what is fixed on paper makes a good one. */
import type { Catalog } from '../catalog.ts';
import type { Card } from '../quiz/card.ts';
import { inOrder } from '../quiz/kinds/order.ts';
import type { Question, QuestionByKind, QuestionKind } from '../quiz/question.ts';
import { seededRandom, seedFrom } from '../random.ts';
import { type StudySubjects, studySubjects } from '../stats/subjects.ts';

export interface AnkiNote {
  /** The card's id: the same in every export, so that importing again updates the note. */
  readonly guid: string;
  /** HTML. */
  readonly front: string;
  /** HTML. */
  readonly back: string;
  /** Without spaces. */
  readonly tags: readonly string[];
}

interface Faces {
  readonly front: string;
  readonly back: string;
}

/**
 * Left out are questions whose figures or options are drawn afresh every time: frozen on a card,
 * one would learn the picture instead of the fact.
 */
const faces = {
  choice: choiceFaces,
  scenario: choiceFaces,
  recall: ({ prompt, parts, explanation }) => ({
    front: paragraph(prompt),
    back:
      list(
        'ul',
        parts.map(({ text }) => text),
      ) + aside(explanation),
  }),
  'fill-in': ({ prompt, answer, explanation }) => ({
    front: paragraph(prompt),
    back: `<p><b>${escapeHtml(answer)}</b></p>${aside(explanation)}`,
  }),
  order: (question) => ({
    front: paragraph(question.prompt) + list('ul', question.items),
    back: list('ol', inOrder(question)) + aside(question.explanation),
  }),
  multiple: undefined,
  numeric: undefined,
  estimate: undefined,
} as const satisfies { [K in QuestionKind]: ((question: QuestionByKind[K]) => Faces) | undefined };

/** One note for each card that makes a good one, in the order of the cards. */
export function ankiNotes(
  cards: readonly Card[],
  kinds: readonly QuestionKind[],
  catalog: Catalog,
): AnkiNote[] {
  const subjects = studySubjects(catalog);
  return cards.flatMap((card) => {
    const question = askable(card, kinds);
    return question ? [noteOf(question, catalog, subjects)] : [];
  });
}

function askable({ id, ways }: Card, kinds: readonly QuestionKind[]): Question | undefined {
  const isAuthored = id.includes('#question-');
  for (const way of ways) {
    const isFixed = way.kind !== 'choice' || isAuthored;
    if (!kinds.includes(way.kind) || !faces[way.kind] || !isFixed) continue;
    const question = way.ask(seededRandom(seedFrom(id)));
    if (question) return question;
  }
  return undefined;
}

function noteOf(question: Question, catalog: Catalog, subjects: StudySubjects): AnkiNote {
  // The table pairs each kind with its own question; TypeScript cannot follow that by itself.
  const write = faces[question.kind] as (question: Question) => Faces;
  const { kind, id } = question.about;
  const group = catalog.record(id)?.group;
  return {
    guid: question.card,
    ...write(question),
    tags: [
      'mlsd',
      `kind::${question.kind}`,
      ...subjects.of(`${kind}/${id}`).map((subject) => `domain::${subject.id}`),
      ...(group ? [`area::${tagPart(group)}`] : []),
      `topic::${kind}::${id}`,
    ],
  };
}

function tagPart(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '-');
}

function choiceFaces({ prompt, options, explanation, flip }: QuestionByKind['choice']): Faces {
  const letter = (index: number) => String.fromCharCode(65 + index);
  const shown = options.map(({ text }, index) => `<b>${letter(index)}</b> ${escapeHtml(text)}`);
  const right = options.findIndex(({ isCorrect }) => isCorrect);
  const reasons = options.map(({ why }, index) => {
    const sign = index === right ? 'right' : 'wrong';
    return `<li class="${sign}"><b>${letter(index)}, ${sign}.</b> ${escapeHtml(why)}</li>`;
  });
  return {
    front: `${paragraph(prompt)}<p>${shown.join('<br>')}</p>`,
    back: [
      `<p><b>${letter(right)}</b> ${escapeHtml(options[right]?.text ?? '')}</p>`,
      `<ul>${reasons.join('')}</ul>`,
      aside(explanation),
      flip ? aside(`What would change it: ${flip}`) : '',
    ].join(''),
  };
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

function aside(text: string): string {
  return text === '' ? '' : `<p class="more">${escapeHtml(text)}</p>`;
}

function list(tag: 'ul' | 'ol', items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Braces would begin a field of Anki's or a cloze.
  '{': '&#123;',
  '}': '&#125;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"{}]/g, (character) => entities[character] ?? character);
}
