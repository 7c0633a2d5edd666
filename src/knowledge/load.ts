/** YAML files → typed, frozen, cross-linked catalog; or every problem at once. */
import type { z } from 'zod';
import {
  type Catalog,
  createCatalog,
  type Entry,
  type Framework,
  type Kind,
  type Plan,
  type Question,
  type Scorecard,
} from '../core/catalog.ts';
import { compareProblems, type Problem } from '../core/issue.ts';
import { caseSchema } from '../core/schema/case.ts';
import { domainSchema } from '../core/schema/domain.ts';
import { frameworkSchema } from '../core/schema/framework.ts';
import { metricSchema } from '../core/schema/metric.ts';
import { modelSchema } from '../core/schema/model.ts';
import { planFileSchema } from '../core/schema/plan.ts';
import { questionFileSchema } from '../core/schema/question.ts';
import { scorecardSchema } from '../core/schema/scorecard.ts';
import { topicSchema } from '../core/schema/topic.ts';
import type { KnowledgeContents } from './compile.ts';
import { workExample } from './examples.ts';
import { recordsOf } from './order.ts';
import { type Located, Reader } from './reader.ts';
import { checkRules } from './rules/check.ts';
import { Scope } from './rules/scope.ts';

export interface LoadedKnowledge {
  readonly entries: readonly Located<Entry>[];
  readonly questions: readonly Located<Question>[];
  readonly plans: readonly Located<Plan>[];
  readonly framework: Located<Framework> | undefined;
  readonly scorecard: Located<Scorecard> | undefined;
}

export interface LoadResult {
  readonly knowledge: LoadedKnowledge;
  /** With an error among them the catalog must not be used. */
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  /** File names are shown relative to this directory. */
  readonly shownFrom: string;
  /** What a pack adds to: its links may lead there, and it may replace entries by their id. */
  readonly base?: KnowledgeContents | undefined;
  /** Are the rules of style kept? Unless told otherwise, they are. */
  readonly isStyleChecked?: boolean;
  /** Called before each file is read. */
  readonly onFile?: () => void;
}

const folders = [
  ['domains', 'domain', domainSchema],
  ['metrics', 'metric', metricSchema],
  ['models', 'model', modelSchema],
  ['topics', 'topic', topicSchema],
  ['cases', 'case', caseSchema],
] as const satisfies readonly (readonly [string, Kind, z.ZodType])[];

/** What a knowledge base or a pack may hold, as files and folders. */
export const baseParts = [
  'framework.yaml',
  'plans.yaml',
  'scorecard.yaml',
  ...folders.map(([folder]) => folder),
  'questions',
] as const;

/** Reads a knowledge base; never throws for what is written in its files. */
export function loadKnowledge(directory: string, options: LoadOptions): LoadResult {
  const reader = new Reader(directory, options.shownFrom, options.onFile);
  const entries: Located<Entry>[] = [];
  for (const [folder, kind, schema] of folders) {
    for (const path of reader.files(folder)) {
      const read = reader.read(path, schema);
      if (!read) continue;
      reader.checkFileName(path, read);
      const located = { ...read, value: { kind, ...(read.value as object) } as Entry };
      entries.push(workExample(located, reader.problems));
    }
  }
  const framework = reader.readIfThere('framework.yaml', frameworkSchema);
  const { steps, ...rest } = framework?.value ?? { steps: [] };
  steps.forEach((step, index) => {
    if (framework)
      entries.push({
        source: framework.source,
        path: ['steps', index],
        value: { kind: 'step', ...step },
      });
  });
  const questions = reader.files('questions').flatMap((path) => {
    const read = reader.read(path, questionFileSchema);
    return read ? spread(read, 'questions', read.value.questions) : [];
  });
  const planFile = reader.readIfThere('plans.yaml', planFileSchema);
  const knowledge: LoadedKnowledge = {
    entries,
    questions,
    plans: planFile ? spread(planFile, 'plans', planFile.value.plans) : [],
    framework: framework && { ...framework, value: rest as Framework },
    scorecard: reader.readIfThere('scorecard.yaml', scorecardSchema),
  };
  const scope = new Scope(knowledge, options.base, reader.failedIds);
  const problems = [...reader.problems, ...checkRules(scope, options.isStyleChecked ?? true)];
  return { knowledge, problems: problems.sort(compareProblems) };
}

/** What a knowledge base that loaded without problems holds. */
export function contentsOf(knowledge: LoadedKnowledge): KnowledgeContents {
  return {
    entries: knowledge.entries.map(({ value }) => value),
    framework: knowledge.framework?.value,
    questions: knowledge.questions.map(({ value }) => value),
    plans: knowledge.plans.map(({ value }) => value),
    scorecard: knowledge.scorecard?.value,
  };
}

/** The catalog of a knowledge base that loaded without problems. */
export function catalogOf(knowledge: LoadedKnowledge): Catalog {
  const { framework, questions, plans, scorecard, entries: all } = contentsOf(knowledge);
  const entries = new Map(all.map((entry) => [entry.id, entry]));
  return createCatalog({
    records: recordsOf(all),
    entry: (_kind, id) => entries.get(id) as Entry,
    framework: () => {
      if (!framework) throw new Error('this knowledge base has no framework.yaml');
      return framework;
    },
    questions: () => questions,
    plans: () => plans,
    scorecard: () => scorecard,
  });
}

function spread<T, U>(file: Located<T>, key: string, values: readonly U[]): Located<U>[] {
  return values.map((value, index) => ({ value, source: file.source, path: [key, index] }));
}
