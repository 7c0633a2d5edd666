/** What an interview will be, and what there is to choose from. */
import { dayText } from '../core/day.ts';
import type { InterviewSetup } from '../core/interview/debrief.ts';
import type { InterviewPlan } from '../core/interview/plan.ts';
import { clockTime } from '../core/time.ts';
import { type Document, document, heading, list, paragraph, section, table } from './document.ts';
import { printable } from './width.ts';

export function previewDocument({ title, prompt, plan }: InterviewSetup): Document {
  return document(
    heading(1, printable(title)),
    section(2, 'The interviewer says', paragraph(printable(prompt))),
    section(2, `Plan: ${printable(plan.name)}, ${clockTime(plan.totalMs)}`, planTable(plan)),
  );
}

function planTable(plan: InterviewPlan) {
  const rows = plan.steps.map(({ name, budgetMs }, index) => [
    String(index + 1),
    printable(name),
    clockTime(budgetMs),
  ]);
  const float = plan.floatMs > 0 ? [['', 'In reserve', clockTime(plan.floatMs)]] : [];
  return table(
    ['', 'Step', 'Time'],
    [...rows, ...float, ['', 'Together', clockTime(plan.totalMs)]],
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

interface NamedCase extends Named {
  /** When it was begun last, in milliseconds since the epoch. */
  readonly lastAttempt: number | undefined;
}

export function choicesDocument(cases: readonly NamedCase[], plans: readonly Named[]): Document {
  return document(
    heading(1, 'Interviews'),
    section(2, 'Cases', named(cases, 'There is no case in the knowledge base.')),
    section(2, 'Plans, for --plan', named(plans, 'There is no plan but the default.')),
    paragraph('Start one with: mlsd interview CASE'),
  );
}

function named(entries: readonly (Named & Partial<NamedCase>)[], none: string) {
  if (entries.length === 0) return paragraph(none);
  return list(
    entries.map(({ id, name, summary, lastAttempt }) => {
      const had = lastAttempt === undefined ? '' : ` Last on ${dayText(lastAttempt)}.`;
      return `${id}: ${printable(name)}. ${printable(summary)}${had}`;
    }),
  );
}
