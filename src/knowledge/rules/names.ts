/** A name stands for one entry of a kind, as a look-up compares names. */
import type { Entry, EntryOf } from '../../core/catalog.ts';
import { searchKey } from '../../core/search.ts';
import type { Located } from '../reader.ts';
import type { Path } from '../source.ts';
import type { Scope } from './scope.ts';

interface Named {
  readonly text: string;
  readonly path: Path;
}

export function checkNames(scope: Scope): void {
  const owners = new Map<string, Owner>();
  for (const entry of scope.others) {
    for (const { text } of namesOf(entry)) owners.set(keyOf(entry, text), { entry });
  }
  for (const located of scope.knowledge.entries) {
    for (const name of namesOf(located.value)) claim(scope, owners, located, name);
  }
}

interface Owner {
  readonly entry: Entry;
  readonly file?: string;
}

function claim(
  scope: Scope,
  owners: Map<string, Owner>,
  located: Located<Entry>,
  { text, path }: Named,
): void {
  const entry = located.value;
  const key = keyOf(entry, text);
  const owner = owners.get(key);
  if (!owner) owners.set(key, { entry, file: located.source.file });
  else if (owner.entry.id !== entry.id) {
    const where = owner.file ?? 'the base that this pack adds to';
    scope.tell(
      located,
      path,
      'duplicate-name',
      `"${text}" already stands for ${entry.kind} "${owner.entry.id}" in ${where}`,
      'a name stands for one entry of a kind: take it out here or there',
    );
  }
}

/** The id is a name too: it is what one types. */
function namesOf({ id, name, longName, aliases }: Entry): Named[] {
  return [
    { text: id, path: ['id'] },
    { text: name, path: ['name'] },
    ...(longName ? [{ text: longName, path: ['longName'] }] : []),
    ...aliases.map((text, index) => ({ text, path: ['aliases', index] })),
  ];
}

function keyOf({ kind }: Entry, name: string): string {
  return `${kind} ${searchKey(name)}`;
}

/** A technique may bear the name of another topic, which says more of it; not that of another technique. */
export function checkTechniques(scope: Scope): void {
  const first = new Map<string, Located<Entry>>();
  for (const located of scope.knowledge.entries) {
    if (located.value.kind !== 'topic') continue;
    for (const { text, path } of techniquesOf(located.value)) {
      const key = searchKey(text);
      const earlier = first.get(key);
      if (!earlier) first.set(key, located);
      else if (earlier !== located) {
        const message = `technique "${text}" is already explained in ${earlier.source.file}`;
        const hint = 'explain it in one topic, and name that topic under see in the other';
        scope.tell(located, path, 'duplicate-technique', message, hint);
      }
    }
  }
}

function techniquesOf({ techniques }: EntryOf<'topic'>): Named[] {
  return techniques.map(({ name }, index) => ({ text: name, path: ['techniques', index, 'name'] }));
}
