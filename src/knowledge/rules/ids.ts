/** Ids stand for one thing: over all kinds of entries, among questions, among plans, within a list. */
import type { Entry } from '../../core/catalog.ts';
import type { Located } from '../reader.ts';
import type { Path } from '../source.ts';
import type { Scope } from './scope.ts';

export function checkIds(scope: Scope): void {
  const { entries, questions, plans } = scope.knowledge;
  checkUnique(scope, entries);
  checkUnique(scope, questions);
  checkUnique(scope, plans);
  for (const located of entries) checkParts(scope, located);
  checkKinds(scope);
}

function checkUnique(scope: Scope, all: readonly Located<{ readonly id: string }>[]): void {
  const first = new Map<string, Located<{ readonly id: string }>>();
  for (const located of all) {
    const { id } = located.value;
    const earlier = first.get(id);
    if (!earlier) first.set(id, located);
    else {
      const message = `id "${id}" is already used in ${earlier.source.file}`;
      const hint = 'ids are unique over all kinds: choose another one here';
      scope.tell(located, ['id'], 'duplicate-id', message, hint);
    }
  }
}

/** A pack takes the place of an entry by its id: it must be the same kind of thing. */
function checkKinds(scope: Scope): void {
  const kinds = new Map(scope.base?.entries.map(({ id, kind }) => [id, kind]));
  for (const located of scope.knowledge.entries) {
    const { id, kind } = located.value;
    const there = kinds.get(id);
    if (there === undefined || there === kind) continue;
    const message = `"${id}" is already a ${there}, and here it is a ${kind}`;
    const hint = 'choose another id: a pack replaces an entry only by one of the same kind';
    scope.tell(located, ['id'], 'kind-clash', message, hint);
  }
}

type Parts = readonly { readonly id: string }[];

/** Parts of an entry that have ids of their own. */
function partsOf(entry: Entry): [Path, Parts][] {
  if (entry.kind === 'step') return [[['checklist'], entry.checklist]];
  if (entry.kind !== 'case') return [];
  return [
    ...(['facts', 'rubric', 'probes', 'twists'] as const).map((field): [Path, Parts] => [
      [field],
      entry[field],
    ]),
    [['diagram', 'nodes'], entry.diagram?.nodes ?? []],
  ];
}

function checkParts(scope: Scope, located: Located<Entry>): void {
  for (const [path, parts] of partsOf(located.value)) {
    const seen = new Set<string>();
    parts.forEach(({ id }, index) => {
      if (seen.has(id)) {
        const message = `"${id}" is used twice in ${path[0]}`;
        const at = [...path, index, 'id'];
        scope.tell(located, at, 'duplicate-id', message, 'give each its own id');
      }
      seen.add(id);
    });
  }
}
