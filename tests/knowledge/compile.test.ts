import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../src/core/catalog.ts';
import { compileKnowledge } from '../../src/knowledge/compile.ts';
import { openCompiled } from '../../src/knowledge/compiled.ts';
import { contentsOf } from '../../src/knowledge/load.ts';
import { shippedCatalog, shippedKnowledge } from '../helpers/knowledge.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

function compiled() {
  const { knowledge } = shippedKnowledge();
  const path = join(temporaryDirectory(), 'knowledge.jsonl');
  writeFileSync(path, compileKnowledge(contentsOf(knowledge)));
  return { path, catalog: openCompiled(path) };
}

test('the compiled base says the same as the YAML it was made from', () => {
  const { catalog } = compiled();
  const loaded = shippedCatalog();
  for (const kind of kinds) expect(catalog.all(kind)).toEqual(loaded.all(kind));
  expect(catalog.framework).toEqual(loaded.framework);
  expect(catalog.questions).toEqual(loaded.questions);
  expect(catalog.plans).toEqual(loaded.plans);
  expect(catalog.records).toEqual(JSON.parse(JSON.stringify(loaded.records)));
});

test('what comes out of the compiled base is frozen', () => {
  const { catalog } = compiled();
  const metric = catalog.get('metric', 'ndcg');
  expect(Object.isFrozen(metric?.formula)).toBe(true);
});

test('a file that is no compiled base is refused with what to do', () => {
  const { path } = compiled();
  writeFileSync(path, 'something else');
  expect(() => openCompiled(path)).toThrow(/build it again/);
});

test('an id and a name are found in the tables as among all records', () => {
  const loaded = shippedCatalog();
  const { catalog } = compiled();
  expect(catalog.record('no-such-id')).toBeUndefined();
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id).join(' ');
  const keys = new Set(
    loaded.records.flatMap((record) => `${record.keys}${record.partKeys}`.split('|')),
  );
  const differing = [...keys].filter(
    (key) => key !== '' && idsOf(catalog.named(key)) !== idsOf(loaded.named(key)),
  );
  expect(differing).toEqual([]);
  expect(idsOf(loaded.records.flatMap(({ id }) => catalog.record(id) ?? []))).toBe(
    idsOf(loaded.records),
  );
});

test('one object stands for a record, whichever way it was found', () => {
  const { catalog } = compiled();
  const before = catalog.record('ndcg');
  expect(catalog.records.find(({ id }) => id === 'ndcg')).toBe(before);
  expect(catalog.named('ndcg')[0]).toBe(before);
  expect(catalog.record('mse')).toBe(catalog.records.find(({ id }) => id === 'mse'));
});
