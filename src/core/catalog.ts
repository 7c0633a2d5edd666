/** The knowledge base as values: typed, frozen, every link resolvable by id. */
import type { z } from 'zod';
import type { MetricValue } from './metrics/formula.ts';
import type { NeedTable } from './need-table.ts';
import type { caseSchema } from './schema/case.ts';
import type { domainSchema } from './schema/domain.ts';
import type { frameworkSchema, stepSchema } from './schema/framework.ts';
import type { metricSchema } from './schema/metric.ts';
import type { modelSchema } from './schema/model.ts';
import type { planSchema } from './schema/plan.ts';
import type { questionSchema } from './schema/question.ts';
import type { scorecardSchema } from './schema/scorecard.ts';
import type { topicSchema } from './schema/topic.ts';

type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

type Shape<S extends z.ZodType> = Frozen<z.output<S>>;

export const kinds = ['metric', 'model', 'topic', 'domain', 'step', 'case'] as const;
export type Kind = (typeof kinds)[number];

type MetricShape = Shape<typeof metricSchema>;

/** A worked example: the file gives story and input, the rest is computed from them. */
export type WorkedExample = NonNullable<MetricShape['example']> & {
  readonly value?: MetricValue | undefined;
  readonly steps?: readonly string[] | undefined;
};
export type Metric = {
  readonly kind: 'metric';
  readonly example?: WorkedExample | undefined;
} & Omit<MetricShape, 'example'>;
export type Model = { readonly kind: 'model' } & Shape<typeof modelSchema>;
export type Topic = { readonly kind: 'topic' } & Shape<typeof topicSchema>;
export type Domain = { readonly kind: 'domain' } & Shape<typeof domainSchema>;
export type Step = { readonly kind: 'step' } & Shape<typeof stepSchema>;
export type Case = { readonly kind: 'case' } & Shape<typeof caseSchema>;
export type Question = Shape<typeof questionSchema>;
export type Plan = Shape<typeof planSchema>;
export type Scorecard = Shape<typeof scorecardSchema>;
/** The framework without its steps, which are entries of their own. */
export type Framework = Omit<Shape<typeof frameworkSchema>, 'steps'>;

interface EntryByKind {
  metric: Metric;
  model: Model;
  topic: Topic;
  domain: Domain;
  step: Step;
  case: Case;
}
export type EntryOf<K extends Kind> = EntryByKind[K];
export type Entry = EntryByKind[Kind];

/** What a list or a search needs to know of an entry, without the entry itself. */
export interface IndexRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly longName?: string | undefined;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Name, id, long name and aliases as a search compares them: "|ndcg|normalized discounted…|". */
  readonly keys: string;
  /** The same of names that stand inside it: techniques of a topic, tasks of a domain. */
  readonly partKeys: string;
  /** The family of a metric or model, the area of a topic. */
  readonly group: string;
}

/** Finds records without going through all of them. */
export interface RecordIndex {
  /** The record that bears an id; ids are unique over all kinds. */
  record(id: string): IndexRecord | undefined;
  /** The records with a name, or a part's name, that is this key or goes on after it with a space. */
  named(key: string): readonly IndexRecord[];
}

/** Where a catalog gets its contents from; each part is read on first use only. */
export interface CatalogSource {
  readonly records: readonly IndexRecord[];
  /** Without one, the records are searched one by one. */
  readonly index?: RecordIndex;
  entry(kind: Kind, id: string): Entry;
  framework(): Framework;
  questions(): readonly Question[];
  plans(): readonly Plan[];
  scorecard?(): Scorecard | undefined;
  /** Without one, it is made from the entries. */
  needs?(): Promise<NeedTable>;
}

export interface Catalog extends RecordIndex {
  /** All of them; a look-up by id or name comes cheaper through `record` and `named`. */
  readonly records: readonly IndexRecord[];
  readonly framework: Framework;
  readonly questions: readonly Question[];
  readonly plans: readonly Plan[];
  /** How an interview is scored; undefined when a base of its own does not say. */
  readonly scorecard: Scorecard | undefined;
  /** What a search by need is made from; only such a search pays for it. */
  needs(): Promise<NeedTable>;
  /** The entry, or undefined when there is none of this kind and id. */
  get<K extends Kind>(kind: K, id: string): EntryOf<K> | undefined;
  /** All entries of a kind, in reading order. */
  all<K extends Kind>(kind: K): readonly EntryOf<K>[];
}

/** Freezes a value and everything under it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}

export function createCatalog(source: CatalogSource): Catalog {
  const index = source.index ?? scanned(source.records);
  const entries = new Map<string, Entry>();
  const once = new Map<string, unknown>();
  let needs: Promise<NeedTable> | undefined;

  function load(kind: Kind, id: string): Entry {
    let found = entries.get(id);
    if (!found) {
      found = deepFreeze(source.entry(kind, id));
      entries.set(id, found);
    }
    return found;
  }
  function part<T>(key: string, read: () => T): T {
    if (!once.has(key)) once.set(key, deepFreeze(read()));
    return once.get(key) as T;
  }

  return {
    get records() {
      return source.records;
    },
    get framework() {
      return part('framework', () => source.framework());
    },
    get questions() {
      return part('questions', () => source.questions());
    },
    get plans() {
      return part('plans', () => source.plans());
    },
    get scorecard() {
      return part('scorecard', () => source.scorecard?.());
    },
    get<K extends Kind>(kind: K, id: string) {
      return index.record(id)?.kind === kind ? (load(kind, id) as EntryOf<K>) : undefined;
    },
    all<K extends Kind>(kind: K) {
      return part(`all ${kind}`, () =>
        source.records
          .filter((record) => record.kind === kind)
          .map((record) => load(kind, record.id) as EntryOf<K>),
      );
    },
    needs() {
      needs ??= source.needs?.() ?? needsOf(this);
      return needs;
    },
    record: (id) => index.record(id),
    named: (key) => index.named(key),
  };
}

async function needsOf(catalog: Catalog): Promise<NeedTable> {
  const { needDocuments } = await import('./need-documents.ts');
  const { buildNeedTable } = await import('./need-table.ts');
  const entries = kinds.flatMap((kind): readonly Entry[] => catalog.all(kind));
  return buildNeedTable(needDocuments(entries, catalog.questions));
}

function scanned(records: readonly IndexRecord[]): RecordIndex {
  const byId = new Map(records.map((record) => [record.id, record]));
  return {
    record: (id) => byId.get(id),
    named: (key) =>
      records.filter(({ keys, partKeys }) =>
        [keys, partKeys].some((all) => all.includes(`|${key}|`) || all.includes(`|${key} `)),
      ),
  };
}
