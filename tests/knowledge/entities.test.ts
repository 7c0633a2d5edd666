/** Everything that the reference guide names can be looked up by that name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { search } from '../../src/core/near.ts';
import { repository, shippedCatalog } from '../helpers/knowledge.ts';

const inventory = JSON.parse(
  readFileSync(join(repository, 'tests/fixtures/inventory.json'), 'utf8'),
) as { section: string; entity: string }[];

/** Headings of the guide that are no names of anything. */
const isHeading = /^(Introduction|Framework: Overview|Bonus Topics|Worked Example.*)$/;

/** "YOLO / Faster R-CNN" is two names; "Train / Dev / Test Split" is one: either will do. */
function readings(entity: string): string[][] {
  const bare = entity.replace(/^Step \d: /, '').replace(/ \((NLP|vision)\)$/, '');
  return [[bare], bare.split(/ \/ | vs /)];
}

test('every entity of the guide is found by its name', () => {
  const { records } = shippedCatalog();
  const isFound = (name: string) => (search(records, name)[0]?.score ?? 0) >= 90;
  const entities = new Set(
    inventory.filter(({ section }) => !isHeading.test(section)).map(({ entity }) => entity),
  );
  const missed = [...entities].filter(
    (entity) => !readings(entity).some((names) => names.every(isFound)),
  );
  expect(entities.size).toBeGreaterThan(200);
  expect(missed).toEqual([]);
});
