/** YAML files → typed, frozen, cross-linked catalog; or every problem at once. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import {
  type Catalog,
  createCatalog,
  type Entry,
  type Framework,
  type Kind,
  kinds,
  type Plan,
  type Question,
} from '../core/catalog.ts';
import { compareProblems, type Problem } from '../core/issue.ts';
import {
  caseSchema,
  domainSchema,
  frameworkSchema,
  metricSchema,
  modelSchema,
  planFileSchema,
  questionFileSchema,
  topicSchema,
} from '../core/schema.ts';
import type { KnowledgeContents } from './compile.ts';
import { describeIssue } from './describe.ts';
import { checkLinks } from './links.ts';
import { indexRecord, inReadingOrder } from './order.ts';
import { keyProblem, type Path, parseSource, problemAtPath, type SourceFile } from './source.ts';

/** An entry together with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly source: SourceFile;
  /** Path of the entry inside its file; empty when the file is the entry. */
  readonly path: Path;
}

export interface LoadedKnowledge {
  readonly entries: readonly Located<Entry>[];
  readonly questions: readonly Located<Question>[];
  readonly plans: readonly Located<Plan>[];
  readonly framework: Located<Framework> | undefined;
}

export interface LoadResult {
  readonly knowledge: LoadedKnowledge;
  /** Empty when all is well; otherwise the catalog must not be used. */
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  /** File names are shown relative to this directory. */
  readonly shownFrom: string;
}

const maxFileBytes = 512 * 1024;
const maxFiles = 20_000;

const folders = [
  ['domains', 'domain', domainSchema],
  ['metrics', 'metric', metricSchema],
  ['models', 'model', modelSchema],
  ['topics', 'topic', topicSchema],
  ['cases', 'case', caseSchema],
] as const satisfies readonly (readonly [string, Kind, z.ZodType])[];

/** Reads a knowledge base; never throws for what is written in its files. */
export function loadKnowledge(directory: string, options: LoadOptions): LoadResult {
  const reader = new Reader(directory, options.shownFrom);
  const entries: Located<Entry>[] = [];
  for (const [folder, kind, schema] of folders) {
    for (const path of reader.files(folder)) {
      const read = reader.read(path, schema);
      if (!read) continue;
      reader.checkFileName(path, read);
      entries.push({ ...read, value: { kind, ...(read.value as object) } as Entry });
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
  };
  const problems = [...reader.problems, ...checkLinks(knowledge, reader.failedIds)];
  return { knowledge, problems: problems.sort(compareProblems) };
}

/** What a knowledge base that loaded without problems holds. */
export function contentsOf(knowledge: LoadedKnowledge): KnowledgeContents {
  const entries = knowledge.entries.map(({ value }) => value);
  return {
    records: kinds.flatMap((kind) =>
      inReadingOrder(entries.filter((entry) => entry.kind === kind)).map(indexRecord),
    ),
    entries,
    framework: knowledge.framework?.value,
    questions: knowledge.questions.map(({ value }) => value),
    plans: knowledge.plans.map(({ value }) => value),
  };
}

/** The catalog of a knowledge base that loaded without problems. */
export function catalogOf(knowledge: LoadedKnowledge): Catalog {
  const { records, framework, questions, plans, ...contents } = contentsOf(knowledge);
  const entries = new Map(contents.entries.map((entry) => [entry.id, entry]));
  return createCatalog({
    records,
    entry: (_kind, id) => entries.get(id) as Entry,
    framework: () => {
      if (!framework) throw new Error('this knowledge base has no framework.yaml');
      return framework;
    },
    questions: () => questions,
    plans: () => plans,
  });
}

function spread<T, U>(file: Located<T>, key: string, values: readonly U[]): Located<U>[] {
  return values.map((value, index) => ({ value, source: file.source, path: [key, index] }));
}

/** Reads files one by one and gathers what is wrong with them. */
class Reader {
  readonly problems: Problem[] = [];
  /** Ids of files that did not load: links to them are not dangling. */
  readonly failedIds = new Set<string>();
  readonly #directory: string;
  readonly #shownFrom: string;

  constructor(directory: string, shownFrom: string) {
    this.#directory = directory;
    this.#shownFrom = shownFrom;
  }

  /** The YAML files of a folder, sorted; symbolic links are not followed. */
  files(folder: string): string[] {
    const path = join(this.#directory, folder);
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
    const files = readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(path, entry.name))
      .sort();
    if (files.length > maxFiles) {
      this.#fileProblem(path, `more than ${maxFiles} files in one folder`, 'split the pack in two');
    }
    return files.slice(0, maxFiles);
  }

  readIfThere<S extends z.ZodType>(name: string, schema: S): Located<z.output<S>> | undefined {
    const path = join(this.#directory, name);
    return statSync(path, { throwIfNoEntry: false })?.isFile()
      ? this.read(path, schema)
      : undefined;
  }

  read<S extends z.ZodType>(path: string, schema: S): Located<z.output<S>> | undefined {
    const before = this.problems.length;
    const found = this.#parse(path, schema);
    if (this.problems.length > before) this.failedIds.add(stem(path));
    return found;
  }

  checkFileName(path: string, { value, source }: Located<unknown>): void {
    const { id } = value as { id: string };
    if (id === stem(path)) return;
    this.problems.push(
      problemAtPath(source, ['id'], {
        rule: 'file-name',
        message: `id "${id}" in a file named ${basename(path)}`,
        hint: `rename the file to ${id}.yaml, or write id: ${stem(path)}`,
      }),
    );
  }

  #parse<S extends z.ZodType>(path: string, schema: S): Located<z.output<S>> | undefined {
    const { size } = statSync(path);
    if (size > maxFileBytes) {
      this.#fileProblem(path, `file of ${size} bytes`, `keep a file under ${maxFileBytes} bytes`);
      return undefined;
    }
    const parsed = parseSource(this.#shown(path), readFileSync(path, 'utf8'));
    this.problems.push(...parsed.problems);
    if (parsed.problems.length > 0) return undefined;
    const result = schema.safeParse(parsed.value ?? {});
    if (result.success) return { value: result.data, source: parsed.source, path: [] };
    for (const issue of result.error.issues) {
      for (const { path: where, key, ...told } of describeIssue(issue)) {
        this.problems.push(
          key === undefined
            ? problemAtPath(parsed.source, where, told)
            : keyProblem(parsed.source, where, key, told),
        );
      }
    }
    return undefined;
  }

  #fileProblem(path: string, message: string, hint: string): void {
    const file = this.#shown(path);
    this.problems.push({ file, line: 1, column: 1, rule: 'size', message, hint, excerpt: '' });
  }

  #shown(path: string): string {
    return relative(this.#shownFrom, path) || path;
  }
}

function stem(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}
