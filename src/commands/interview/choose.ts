/** Which case, and which plan: by name, or an error that says what there is. */
import type { Case, Catalog } from '../../core/catalog.ts';
import { emptyGuide, guideFor, type StepGuide } from '../../core/interview/guide.ts';
import { type InterviewPlan, planFromSteps, planFromTemplate } from '../../core/interview/plan.ts';
import { search } from '../../core/near.ts';
import { seededRandom } from '../../core/random.ts';
import { goodScore } from '../../core/search.ts';
import { closest } from '../../core/typo.ts';
import { UsageError, UserError } from '../../errors.ts';
import type { InterviewLog } from '../../history/interviews.ts';
import type { Prompts } from '../../terminal/prompts/prompts.ts';
import { clipLines, printable } from '../../view/width.ts';
import type { InterviewOptions } from './options.ts';

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

/** What the history says of the last interviews, newest first. */
export type Attempts = ReturnType<InterviewLog['latest']>;

/** When a case was begun last, in milliseconds since the epoch; undefined: never. */
export function lastHad(had: Attempts, id: string): number | undefined {
  return had.find(({ setup }) => setup.caseId === id)?.setup.startedAt;
}

/** Never had first, then the one that was had longest ago. */
function leastHad(catalog: Catalog, had: Attempts): Case[] {
  const age = ({ id }: Case) => lastHad(had, id) ?? 0;
  return [...catalog.all('case')].sort((a, b) => age(a) - age(b));
}

export async function chooseCase(catalog: Catalog, had: Attempts, prompts: Prompts): Promise<Case> {
  const cases = leastHad(catalog, had);
  if (cases.length === 0) throw new UserError('the knowledge base has no cases.');
  return await prompts.choose({
    message: 'Which case?',
    choices: cases.map((each) => ({
      value: each,
      name: printable(
        lastHad(had, each.id) === undefined ? each.name : `${each.name} (had before)`,
      ),
      description: printable(each.summary),
    })),
  });
}

/** Cases for a sprint: the named one, else those had least, mixed by the seed. */
export function sprintCases(
  catalog: Catalog,
  { words, count }: Pick<InterviewOptions, 'words' | 'count'>,
  had: Attempts,
  seed: number,
): Case[] {
  if (words.length > 0) return [findCase(catalog, words)];
  const fresh = leastHad(catalog, had).filter(({ id }) => lastHad(had, id) === undefined);
  const others = leastHad(catalog, had).filter((each) => !fresh.includes(each));
  return [...seededRandom(seed).shuffle(fresh), ...others].slice(0, count);
}

const longestTitle = 60;

/** A prompt of one's own as a case of which the interviewer knows nothing. */
export function ownPrompt(text: string): Pick<Case, 'name' | 'prompt'> {
  const prompt = printable(text).trim();
  if (prompt === '') {
    throw new UsageError('--prompt is empty.', 'Say what is to be designed, in quotes.');
  }
  return { name: clipLines(prompt, longestTitle, 1), prompt };
}

/** One step alone, with its longest time unless another is asked for. */
export function stepPlan(
  catalog: Catalog,
  words: string,
  minutes: number | undefined,
): InterviewPlan {
  const [best] = search(catalog.records, words, 'step');
  const step = best && best.score >= goodScore ? catalog.get('step', best.record.id) : undefined;
  if (!step) {
    const ids = catalog.all('step').map(({ id }) => id);
    throw new UsageError(
      `no step is called "${printable(words)}".`,
      `The steps: ${ids.join(', ')}`,
    );
  }
  return planFromSteps([step], minutes ?? step.minutes.max);
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
