import { describe, expect, test } from 'vitest';
import { unusedFields } from '../../../src/core/metrics/formula.ts';
import { metricFormulas, metricNamed } from '../../../src/core/metrics/index.ts';
import { differences, type GoldenCase, goldenCases } from '../../helpers/golden-metrics.ts';

const cases = [
  ...goldenCases('golden-metrics.json'),
  ...goldenCases('golden-metrics-variants.json'),
];

/** The reference computes something, and its own note says that one should not. */
const rejected = (each: GoldenCase) =>
  /validate the input|should reject it/.test(each.note ?? '') || each.error === true;

function compute({ metric, inputs, params }: GoldenCase) {
  const formula = metricNamed(metric);
  if (formula === undefined) throw new TypeError(`no metric ${metric}`);
  return formula.compute({ ...inputs, ...params });
}

function toleranceOf({ note }: GoldenCase): number {
  return note?.includes('tolerance 1e-5') ? 1e-5 : 1e-9;
}

describe('values of the reference libraries', () => {
  test.each(cases.filter((each) => !rejected(each)))('$id comes out the same', (each) => {
    const { value, steps } = compute(each);
    expect(differences(value, each.expected, toleranceOf(each))).toEqual([]);
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.join('\n')).not.toMatch(/NaN|undefined(?! by|:|$)/);
  });

  test.each(cases.filter(rejected))('$id is refused, with words of our own', (each) => {
    expect(() => compute(each)).toThrow(
      expect.objectContaining({
        name: expect.stringMatching(/^(MetricInput|UndefinedMetric)Error$/),
      }),
    );
  });
});

test('every metric of the reference values is in the table', () => {
  const ids = new Set(metricFormulas.map(({ id }) => id));
  expect([...new Set(cases.map(({ metric }) => metric))].filter((id) => !ids.has(id))).toEqual([]);
});

test('a value that is undefined says why', () => {
  const undefinedOnes = cases.filter(({ expected }) => expected === null || expected === 'NaN');
  const reasons = undefinedOnes.map((each) => compute(each).undefinedBecause ?? '');
  expect(reasons.length).toBeGreaterThan(4);
  expect(reasons.filter((reason) => reason === '')).toEqual([]);
});

test('every field of the reference cases is one that the metric knows', () => {
  const unknown = cases.flatMap(({ metric, inputs, params }) => {
    const formula = metricNamed(metric);
    return formula
      ? unusedFields(formula, { ...inputs, ...params }).map((name) => `${metric}: ${name}`)
      : [];
  });
  expect([...new Set(unknown)]).toEqual([]);
});
