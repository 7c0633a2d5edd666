/** The worked examples of the knowledge base hold inputs only: each must compute. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { unusedFields } from '../../../src/core/metrics/formula.ts';
import { metricNamed } from '../../../src/core/metrics/index.ts';
import { repository } from '../../helpers/knowledge.ts';

interface Entry {
  readonly id: string;
  readonly example?: { readonly input: Readonly<Record<string, unknown>> };
}

const directory = join(repository, 'knowledge', 'metrics');
const entries = readdirSync(directory)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(join(directory, name), 'utf8')) as Entry);
const examples = entries.flatMap(({ id, example }) => (example ? [{ id, ...example }] : []));

test.each(examples)('the example of $id computes', ({ id, input }) => {
  const formula = metricNamed(id);
  const { value, steps } = formula?.compute(input) ?? { value: undefined, steps: [] };
  expect(value).toBeDefined();
  expect(value).not.toBeNull();
  expect(steps.length).toBeGreaterThan(0);
  if (formula) expect(unusedFields(formula, input)).toEqual([]);
});

test('there are examples to compute', () => {
  expect(examples.length).toBeGreaterThan(10);
});
