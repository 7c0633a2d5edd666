import type { Step } from '../../core/catalog.ts';
import {
  callout,
  type Document,
  document,
  type Item,
  list,
  listSection,
  paragraph,
  section,
  strong,
} from '../document.ts';
import { type EntryContext, ending, namesOf, title } from './shared.ts';

export function stepDocument(step: Step, context: EntryContext): Document {
  const { catalog } = context;
  return document(
    title(step, `step ${step.number}`, minutesText(step.minutes)),
    listSection(2, 'Goal', step.goal),
    section(2, 'Checklist', list(step.checklist.map(checklistItem))),
    listSection(2, 'Questions to ask', step.questions),
    listSection(
      2,
      'Tips',
      step.tips.map(({ name, text }) => [strong(name), `: ${text}`]),
    ),
    callout('tip', 'On the board at the end', paragraph(step.deliverable)),
    listSection(2, 'What goes wrong', step.faults),
    ending(step, context, [
      ['Topics', namesOf(catalog, step.topics)],
      ['Metrics', namesOf(catalog, step.metrics)],
    ]),
  );
}

function checklistItem({ text, items }: Step['checklist'][number]): Item {
  return items.length > 0 ? { line: [text], under: list([...items]) } : text;
}

/** "5–7 minutes", "5 minutes" */
export function minutesText({ min, max }: Step['minutes']): string {
  return min === max ? `${min} minutes` : `${min}–${max} minutes`;
}
