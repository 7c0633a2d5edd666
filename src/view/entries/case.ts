import type { Case } from '../../core/catalog.ts';
import {
  type Block,
  callout,
  type Document,
  diagram,
  document,
  heading,
  list,
  listSection,
  paragraph,
  section,
  strong,
  table,
} from '../document.ts';
import { type EntryContext, ending, nameOf, namesOf, title } from './shared.ts';

export function caseDocument(design: Case, context: EntryContext): Document {
  const { catalog, detail } = context;
  return document(
    title(design, namesOf(catalog, design.domains), `difficulty ${design.difficulty} of 5`),
    callout('note', 'The interviewer says', paragraph(design.prompt)),
    listSection(2, 'What it must do', design.requirements.functional),
    listSection(2, 'How well', design.requirements.nonFunctional),
    section(2, 'Estimates', estimates(design)),
    heading(2, 'A worked design'),
    ...design.design.flatMap(({ step, points }) =>
      section(
        3,
        nameOf(catalog, step),
        list(points.map(({ name, text }) => [strong(name), `: ${text}`])),
      ),
    ),
    section(2, 'Architecture', architecture(design)),
    listSection(
      2,
      'Choices',
      design.choices.map(({ decision, chosen, rejected, because }) => [
        strong(decision),
        `: ${chosen}, not ${rejected}. ${because}`,
      ]),
    ),
    listSection(
      2,
      'What breaks, and the answer',
      design.failureModes.map(({ what, answer }) => [strong(what), ` ${answer}`]),
    ),
    listSection(2, 'Pitfalls', design.pitfalls),
    listSection(2, 'What an expert adds', design.beyond),
    detail === 'everything' ? interviewerSheet(design, context) : undefined,
    ending(design, context),
  );
}

function estimates({ estimates: rows }: Case): Block | undefined {
  return rows.length > 0
    ? table(
        ['What', 'How', 'Result'],
        rows.map(({ name, arithmetic, result }) => [name, arithmetic, result]),
      )
    : undefined;
}

function architecture({ name, diagram: drawing }: Case): Block | undefined {
  return drawing && diagram(`Architecture of ${name}`, drawing);
}

/** What only the interviewer sees. */
function interviewerSheet(design: Case, { catalog }: EntryContext): Block[] {
  return [
    heading(2, "The interviewer's sheet"),
    ...listSection(
      3,
      'Facts, told when asked',
      design.facts.map(({ fact }) => fact),
    ),
    ...listSection(
      3,
      'What is looked for',
      design.rubric.map(({ step, level, text }) => [
        strong(`${nameOf(catalog, step)}, ${level}`),
        `: ${text}`,
      ]),
    ),
    ...listSection(
      3,
      'Probes',
      design.probes.map(({ ask, good }) => [strong(ask), ` ${good}`]),
    ),
    ...listSection(
      3,
      'Twists',
      design.twists.map(({ say, good }) => [strong(say), ` ${good}`]),
    ),
  ];
}
