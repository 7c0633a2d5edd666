/** Which case, and which plan: by name, or an error that says what there is. */
import type { Case, Catalog } from '../../core/catalog.ts';
import { emptyGuide, guideFor, type StepGuide } from '../../core/interview/guide.ts';
import { type InterviewPlan, planFromSteps, planFromTemplate } from '../../core/interview/plan.ts';
import { search } from '../../core/near.ts';
import { goodScore } from '../../core/search.ts';
import { closest } from '../../core/typo.ts';
import { UserError } from '../../errors.ts';
import type { Prompts } from '../../terminal/prompts/prompts.ts';
import { printable } from '../../view/width.ts';

const suggestionCount = 3;

/** By id, name, alias or part of a name. Throws UserError with what comes near. */
export function findCase(catalog: Catalog, words: readonly string[]): Case {
  const query = words.join(' ');
  const ranked = search(catalog.records, query, 'case');
  const best = ranked[0];
  const found = best && best.score >= goodScore ? catalog.get('case', best.record.id) : undefined;
  if (found) return found;
  const ids = catalog.records.filter(({ kind }) => kind === 'case').map(({ id }) => id);
  const near = [...ranked.map(({ record }) => record.id), ...ids].slice(0, suggestionCount);
  throw new UserError(
    `no case is called "${printable(query)}".`,
    near.length > 0
      ? `Nearest: ${[...new Set(near)].join(', ')}. All of them: mlsd interview --list`
      : 'The knowledge base has no cases.',
  );
}

export async function chooseCase(catalog: Catalog, prompts: Prompts): Promise<Case> {
  const cases = catalog.all('case');
  if (cases.length === 0) throw new UserError('the knowledge base has no cases.');
  return await prompts.choose({
    message: 'Which case?',
    choices: cases.map((each) => ({
      value: each,
      name: printable(each.name),
      description: printable(each.summary),
    })),
  });
}

/** The named plan or the framework's own, for the minutes that were asked for. */
export function makePlan(
  catalog: Catalog,
  name: string | undefined,
  minutes: number | undefined,
): InterviewPlan {
  const steps = catalog.all('step');
  if (name === undefined) {
    return planFromSteps(steps, minutes ?? catalog.framework.totalMinutes);
  }
  const template = catalog.plans.find(({ id }) => id === name);
  if (template) return planFromTemplate(template, steps, minutes);
  const ids = catalog.plans.map(({ id }) => id);
  const near = closest(name, ids, suggestionCount);
  throw new UserError(
    `no plan is called "${printable(name)}".`,
    `${near.length > 0 ? 'Nearest' : 'There are'}: ${(near.length > 0 ? near : ids).join(', ')}.`,
  );
}

export function guidesFor(catalog: Catalog, plan: InterviewPlan): StepGuide[] {
  return plan.steps.map(({ step }) => {
    const entry = catalog.get('step', step);
    return entry ? guideFor(entry) : emptyGuide(step);
  });
}
