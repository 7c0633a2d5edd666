import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/history/database.ts';
import { isOutdated, migrate } from '../../src/history/migrations.ts';
import { monday, reviewOf, temporaryHistory } from '../helpers/history.ts';
import { temporaryDirectory } from '../helpers/pack.ts';

const steps = ['CREATE TABLE a (x) STRICT', 'CREATE TABLE b (x) STRICT'].map((sql) =>
  sql.replace('(x)', '(x INTEGER)'),
);

test('only a history of an older shape is outdated: not a new file, not one that is up to date', () => {
  const database = openDatabase(join(temporaryDirectory(), 'x.sqlite'));
  expect(isOutdated(database, steps)).toBe(false);
  migrate(database, steps.slice(0, 1));
  expect(isOutdated(database, steps)).toBe(true);
  migrate(database, steps);
  expect(isOutdated(database, steps)).toBe(false);
  database.close();
});

test('a new history keeps no copy of nothing', () => {
  const { directory } = temporaryHistory();
  expect(readdirSync(directory)).not.toContain('backups');
});

test('a copy is a whole history, as it was', () => {
  const history = temporaryHistory();
  history.reviews.record(reviewOf());
  const path = history.backUp();
  history.reviews.record(reviewOf({ answeredAt: monday + 1000 }));
  const copy = openDatabase(path);
  expect(copy.get('SELECT count(*) AS n FROM reviews')).toEqual({ n: 1 });
  copy.close();
});
