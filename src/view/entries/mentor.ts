/** The sheet of somebody who holds the interview: what to say, what to tell, what to look for. */
import type { Case, Catalog } from '../../core/catalog.ts';
import type { InterviewPlan } from '../../core/interview/plan.ts';
import { clockTime } from '../../core/time.ts';
import {
  type Block,
  type Document,
  document,
  heading,
  list,
  listSection,
  paragraph,
  section,
  strong,
  table,
} from '../document.ts';
import { nameOf } from './shared.ts';

export interface MentorSheet {
  readonly design: Case;
  readonly plan: InterviewPlan;
  readonly seed: number;
  /** The twist that this seed brings, and when. */
  readonly twist: { readonly id: string; readonly atMs: number } | undefined;
}

export function mentorDocument(
  { design, plan, seed, twist }: MentorSheet,
  catalog: Catalog,
): Document {
  return document(
    heading(1, `${design.name}: the interviewer's sheet`),
    paragraph(
      `Tell a fact only when it is asked for. No praise. Probe at least three times, wait a minute before you break a silence, stop at the end. Seed ${seed}: mlsd interview ${design.id} --seed ${seed} brings the same twist.`,
    ),
    section(2, 'Say', paragraph(design.prompt)),
    section(2, `Time: ${clockTime(plan.totalMs)}`, timing(plan)),
    listSection(
      2,
      'Facts, told when asked for',
      design.facts.map(({ asked, fact }) => [strong(asked[0] ?? ''), ` ${fact}`]),
    ),
    heading(2, 'Probes'),
    ...plan.steps.flatMap((step) => probesOf(design, step.step, catalog)),
    listSection(
      2,
      'Twists',
      design.twists.map(({ id, say, good }) => {
        const when = twist?.id === id ? ` (this one, at ${clockTime(twist.atMs)})` : '';
        return [strong(`${say}${when}`), ` ${good}`];
      }),
    ),
    heading(2, 'What is looked for'),
    ...plan.steps.flatMap((step) => pointsOf(design, step.step, catalog)),
    listSection(2, 'Where candidates go wrong', design.pitfalls),
  );
}

function timing(plan: InterviewPlan): Block {
  let startMs = 0;
  const rows = plan.steps.map(({ name, budgetMs }) => {
    const row = [clockTime(startMs), name, clockTime(budgetMs)];
    startMs += budgetMs;
    return row;
  });
  return table(['From', 'Step', 'For'], rows);
}

function probesOf(design: Case, step: string, catalog: Catalog): Block[] {
  const probes = design.probes.filter((probe) => probe.step === step);
  if (probes.length === 0) return [];
  return [
    heading(3, nameOf(catalog, step)),
    list(probes.map(({ ask, good, depth }) => [strong(`${ask} (${depth})`), ` ${good}`])),
  ];
}

function pointsOf(design: Case, step: string, catalog: Catalog): Block[] {
  const points = design.rubric.filter((point) => point.step === step);
  if (points.length === 0) return [];
  return [
    heading(3, nameOf(catalog, step)),
    list(points.map(({ level, text }) => `${text} (${level})`)),
  ];
}
