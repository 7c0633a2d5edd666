/** What the rules see: what was loaded, what it adds to, and a way to tell what is wrong. */
import type { Entry, Kind } from '../../core/catalog.ts';
import type { Problem } from '../../core/issue.ts';
import { closest } from '../../core/typo.ts';
import type { KnowledgeContents } from '../compile.ts';
import type { LoadedKnowledge } from '../load.ts';
import type { Located } from '../reader.ts';
import type { Path } from '../source.ts';
import type { RuleId } from './table.ts';

export class Scope {
  readonly problems: Problem[] = [];
  readonly knowledge: LoadedKnowledge;
  /** What a pack adds to; undefined for a base of its own. */
  readonly base: KnowledgeContents | undefined;
  readonly #failedIds: ReadonlySet<string>;
  readonly #own = new Map<string, Located<Entry>>();
  readonly #others = new Map<string, Entry>();

  constructor(
    knowledge: LoadedKnowledge,
    base: KnowledgeContents | undefined,
    failedIds: ReadonlySet<string>,
  ) {
    this.knowledge = knowledge;
    this.base = base;
    this.#failedIds = failedIds;
    for (const located of knowledge.entries) {
      if (!this.#own.has(located.value.id)) this.#own.set(located.value.id, located);
    }
    for (const entry of base?.entries ?? []) {
      if (!this.#own.has(entry.id)) this.#others.set(entry.id, entry);
    }
  }

  /** The entry that an id stands for, of the pack or of what it adds to. */
  find(id: string): Entry | undefined {
    return this.#own.get(id)?.value ?? this.#others.get(id);
  }

  /** The entry of the pack itself, with its place. */
  own(id: string): Located<Entry> | undefined {
    return this.#own.get(id);
  }

  /** The entries of the base that the pack leaves as they are. */
  get others(): Iterable<Entry> {
    return this.#others.values();
  }

  /** May the id stand in a file that did not load? Then what is said of it would be a guess. */
  isUnsure(id: string, kind?: Kind): boolean {
    return this.#failedIds.has(id) || (kind === 'step' && this.#failedIds.has('framework'));
  }

  get hasFailures(): boolean {
    return this.#failedIds.size > 0;
  }

  /** The id that was probably meant. */
  suggestion(id: string, kind: Kind | undefined, otherwise: string): string {
    const known = [...this.#own.values()].map(({ value }) => value);
    const ids = [...known, ...this.others]
      .filter((entry) => !kind || entry.kind === kind)
      .map((entry) => entry.id);
    return didYouMean(id, ids, otherwise);
  }

  tell(located: Located<unknown>, path: Path, rule: RuleId, message: string, hint: string): void {
    this.problems.push(
      located.source.problemAtPath([...located.path, ...path], { rule, message, hint }),
    );
  }
}

export function didYouMean(id: string, known: readonly string[], otherwise: string): string {
  const [near] = closest(id, known, 1);
  return near ? `did you mean "${near}"?` : otherwise;
}
