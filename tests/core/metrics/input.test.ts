/** Bad input is named with its field and place; odd but good input is taken. */
import { describe, expect, test } from 'vitest';
import { MetricInputError, UndefinedMetricError } from '../../../src/core/metrics/errors.ts';
import { jsonValue, unusedFields } from '../../../src/core/metrics/formula.ts';
import { metricFormulas, metricNamed } from '../../../src/core/metrics/index.ts';

type Input = Readonly<Record<string, unknown>>;

function compute(name: string, input: Input) {
  const formula = metricNamed(name);
  if (formula === undefined) throw new TypeError(`no metric ${name}`);
  return formula.compute(input);
}

function complaint(name: string, input: Input): MetricInputError {
  try {
    compute(name, input);
  } catch (error) {
    if (error instanceof MetricInputError) return error;
    throw error;
  }
  throw new TypeError(`${name} took it`);
}

const bad: [string, string, Input, Partial<MetricInputError>][] = [
  [
    'unequal lengths',
    'mse',
    { true: [1, 2, 3], predicted: [1, 2] },
    { field: 'predicted', position: 3 },
  ],
  ['NaN', 'mae', { y_true: [1, 'NaN'], y_pred: [1, 2] }, { field: 'y_true', position: 2 }],
  [
    'infinity',
    'mae',
    { y_true: [1, 2], y_pred: ['-Infinity', 2] },
    { field: 'y_pred', position: 1 },
  ],
  [
    'a word among numbers',
    'mae',
    { true: [1, 'two'], predicted: [1, 2] },
    { field: 'true', position: 2 },
  ],
  ['negative k', 'precision-at-k', { relevance: [1, 0], k: -1 }, { field: 'k' }],
  ['k between numbers', 'ndcg', { relevance: [1, 0], k: 1.5 }, { field: 'k' }],
  [
    'an unknown label',
    'precision',
    { true: ['ham', 'spam'], predicted: ['ham', 'spam'], posLabel: 'eggs' },
    { field: 'posLabel' },
  ],
  [
    'a label outside labels',
    'log-loss',
    { true: [0, 3], probabilities: [0.1, 0.2], labels: [0, 1] },
    { field: 'true', position: 2 },
  ],
  [
    'a probability above 1',
    'brier',
    { true: [0, 1], probabilities: [0.2, 1.2] },
    { field: 'probabilities', position: 2 },
  ],
  [
    'a probability below 0',
    'log-loss',
    { true: [0, 1], y_prob: [-0.1, 0.2] },
    { field: 'y_prob', position: 1 },
  ],
  ['a single class', 'roc-auc', { true: [1, 1], scores: [0.2, 0.3] }, { field: 'true' }],
  [
    'scores for labels',
    'accuracy',
    { true: [0, 1], predicted: [0.2, 0.7] },
    { field: 'predicted', position: 1 },
  ],
  [
    'words mixed with numbers',
    'accuracy',
    { true: ['a', 1], predicted: ['a', 'b'] },
    { field: 'true', position: 2 },
  ],
  [
    'rows of unequal length',
    'roc-auc',
    {
      true: [
        [1, 0],
        [0, 1],
      ],
      scores: [[0.1, 0.2], [0.3]],
    },
    { field: 'scores', position: 2 },
  ],
  ['a missing field', 'mse', { true: [1] }, { field: 'predicted' }],
  ['a field given twice', 'mse', { true: [1], y_true: [1], predicted: [1] }, { field: 'y_true' }],
  [
    'a choice that is none',
    'f1',
    { true: [1], predicted: [1], average: 'mean' },
    { field: 'average' },
  ],
  [
    'a negative weight',
    'mse',
    { true: [1, 2], predicted: [1, 2], sampleWeight: [1, -1] },
    { field: 'sampleWeight', position: 2 },
  ],
  [
    'an item twice in a list',
    'mrr',
    { ranked: ['a', 'b', 'a'], relevant: ['a'] },
    { field: 'ranked', position: 3 },
  ],
  [
    'fewer relevant items than found',
    'recall-at-k',
    { relevance: [1, 1], totalRelevant: 1 },
    { field: 'totalRelevant' },
  ],
  [
    'a box inside out',
    'iou',
    { true: [5, 0, 1, 2], predicted: [0, 0, 1, 1] },
    { field: 'true', position: 3 },
  ],
  [
    'a negative mass',
    'kl-divergence',
    { p: [1.5, -0.5], q: [0.5, 0.5] },
    { field: 'p', position: 2 },
  ],
  [
    'a zero vector',
    'diversity',
    {
      vectors: [
        [1, 0],
        [0, 0],
      ],
    },
    { position: 2 },
  ],
  ['no queries', 'map', { queries: [], k: 3 }, { field: 'queries' }],
  ['text for numbers', 'percentile', { values: 'fast', q: 50 }, { field: 'values' }],
];

describe('bad input is refused with its field and place', () => {
  test.each(bad)('%s', (_, name, input, expected) => {
    const error = complaint(name, input);
    expect(error).toMatchObject(expected);
    expect(error.message).toContain(error.field);
    expect(error.message).not.toMatch(/undefined|\[object|\$\{/);
  });
});

test('a metric without a value for good input says so as an error of its own', () => {
  const input = { true: [1, 2], predicted: [1, 3], sampleWeight: [0, 0] };
  expect(() => compute('mse', input)).toThrow(UndefinedMetricError);
});

const undefinedOnes: [string, Input][] = [
  ['r2', { true: [1], predicted: [1] }],
  ['cohen-kappa', { true: [1, 1], predicted: [1, 1] }],
  ['recall-at-k', { ranked: ['a'], relevant: [], k: 1 }],
  ['map', { queries: [{ ranked: ['a'], relevant: [] }], k: 1 }],
  ['diversity', { vectors: [[1, 2]] }],
  ['iou', { true: [1, 1, 1, 1], predicted: [2, 2, 2, 2] }],
  ['accuracy', { true: [], predicted: [] }],
  ['ctr', { clicks: 0, impressions: 0 }],
];

test.each(undefinedOnes)('%s is null where it is undefined, with the reason', (name, input) => {
  const { value, undefinedBecause, steps } = compute(name, input);
  expect(value).toBeNull();
  expect(undefinedBecause).toMatch(/\w/);
  expect(steps.at(-1)).toContain(undefinedBecause);
});

describe('names', () => {
  test('fields may be written as in the reference libraries, as flags or as in JSON', () => {
    const written = ['sample_weight', 'sample-weight', 'sampleWeight', 'SAMPLE_WEIGHT'];
    const values = written.map(
      (name) => compute('mse', { y_true: [1, 2], predicted: [1, 4], [name]: [3, 1] }).value,
    );
    expect(values).toEqual([1, 1, 1, 1]);
  });

  test('metrics are found by id, name and what people call them', () => {
    const named = {
      AUC: 'roc-auc',
      'ROC AUC': 'roc-auc',
      map: 'map-at-k',
      'hit rate': 'hit-rate-at-k',
      iou: 'iou-box',
      BLEU: 'bleu-corpus',
      cross_entropy: 'log-loss',
      MSE: 'mse',
    };
    expect(Object.keys(named).map((name) => metricNamed(name)?.id)).toEqual(Object.values(named));
    expect(metricNamed('nonsense')).toBeUndefined();
  });

  test('no two metrics share a name', () => {
    const seen = new Map<string, string>();
    const twice = metricFormulas.flatMap(({ id, aliases }) =>
      [id, ...aliases].filter((name) => {
        const key = name.replaceAll('-', '');
        const other = seen.get(key);
        seen.set(key, id);
        return other !== undefined;
      }),
    );
    expect(twice).toEqual([]);
  });

  test('what plays no part is told', () => {
    const formula = metricNamed('f1');
    const input = { true: [1], predicted: [1], averge: 'macro' };
    expect(formula && unusedFields(formula, input)).toEqual(['averge']);
  });
});

describe('long input', () => {
  test('the working stays short', () => {
    const count = 20_000;
    const truth = Float64Array.from({ length: count }, (_, index) => index % 7);
    const predicted = Float64Array.from({ length: count }, (_, index) => (index * 3) % 7);
    for (const name of ['mse', 'accuracy', 'mcc', 'r2']) {
      const { steps } = compute(name, { true: truth, predicted });
      expect(steps.join('\n').length).toBeLessThan(1500);
    }
  });

  test('typed arrays are taken as they are, and not changed', () => {
    const values = Float64Array.of(3, 1, 2);
    expect(compute('percentile', { values, q: 50 }).value).toBe(2);
    expect([...values]).toEqual([3, 1, 2]);
  });
});

test('infinity survives JSON as a word', () => {
  const { value } = compute('psnr', { true: [[1]], predicted: [[1]], dataRange: 255 });
  expect(value).toBe(Number.POSITIVE_INFINITY);
  expect(JSON.stringify(jsonValue({ psnr: value, z: [1, null] }))).toBe(
    '{"psnr":"Infinity","z":[1,null]}',
  );
});
