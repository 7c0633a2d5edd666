/** What must hold for every input: symmetry, bounds, invariance, the perfect and the worst. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metricNamed } from '../../../src/core/metrics/index.ts';
import { descending } from '../../../src/core/metrics/order.ts';

type Input = Readonly<Record<string, unknown>>;

function numberOf(name: string, input: Input): number {
  const value = metricNamed(name)?.compute(input).value;
  if (typeof value !== 'number') throw new TypeError(`${name} is ${JSON.stringify(value)}`);
  return value;
}

/** Whole numbers and a few tenths: ties are common. */
const score = fc.integer({ min: -20, max: 20 }).map((number) => number / 10);
const real = fc.integer({ min: -1e9, max: 1e9 }).map((number) => number / 1000);

/** Labels with both classes, and a score each. */
const scored = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1 }), score), { maxLength: 40 })
  .map((pairs) => [[0, 0.5], [1, 0.5], ...pairs])
  .map((pairs) => ({
    true: pairs.map(([label]) => label),
    scores: pairs.map(([, value]) => value),
  }));

const classified = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((pairs) => ({
    true: pairs.map(([label]) => label),
    predicted: pairs.map(([, guess]) => guess),
  }));

const forecast = fc.array(fc.tuple(real, real), { minLength: 2, maxLength: 40 }).map((pairs) => ({
  true: pairs.map(([value]) => value),
  predicted: pairs.map(([, guess]) => guess),
}));

const grades = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 20 });

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const keys = list.map((_, index) => Math.sin(seed * 13.7 + index * 71.3));
  return [...list.keys()]
    .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
    .map((at) => list[at] as T);
}

function permuted(input: Input, seed: number): Input {
  const each = Object.entries(input).map(([name, list]) => [
    name,
    shuffled(list as unknown[], seed),
  ]);
  return Object.fromEntries(each);
}

const close = (expected: number) => expect.closeTo(expected, 9);

describe('scores of two classes', () => {
  test('AUC of the scores turned round is 1 − AUC', () => {
    fc.assert(
      fc.property(scored, (input) => {
        const turned = { ...input, scores: input.scores.map((value) => -(value ?? 0)) };
        expect(numberOf('roc-auc', turned)).toEqual(close(1 - numberOf('roc-auc', input)));
      }),
    );
  });

  test('AUC is the share of pairs in the right order, counted one by one', () => {
    fc.assert(
      fc.property(scored, ({ true: labels, scores }) => {
        const of = (label: number) =>
          scores.filter((_, index) => labels[index] === label) as number[];
        const [low, high] = [of(0), of(1)];
        const wins = high.flatMap((p) => low.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
        const share = wins.reduce((total: number, win) => total + win, 0) / wins.length;
        expect(numberOf('roc-auc', { true: labels, scores })).toEqual(close(share));
      }),
    );
  });

  test.each(['roc-auc', 'average-precision'])(
    '%s does not depend on the order of the samples, nor on a monotone change of the scores',
    (name) => {
      fc.assert(
        fc.property(scored, fc.integer(), (input, seed) => {
          const value = numberOf(name, input);
          expect(numberOf(name, permuted(input, seed))).toEqual(close(value));
          const bent = {
            ...input,
            scores: input.scores.map((number) => Math.exp((number ?? 0) / 3) - 7),
          };
          expect(numberOf(name, bent)).toEqual(close(value));
        }),
      );
    },
  );

  test('average precision lies above the share of positives over n, and is 1 when perfect', () => {
    fc.assert(
      fc.property(scored, ({ true: labels, scores }) => {
        const value = numberOf('average-precision', { true: labels, scores });
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(numberOf('average-precision', { true: labels, scores: labels })).toBe(1);
        expect(numberOf('roc-auc', { true: labels, scores: labels })).toBe(1);
      }),
    );
  });

  test('equal scores give an AUC of ½ and an average precision of the prevalence', () => {
    fc.assert(
      fc.property(scored, ({ true: labels }) => {
        const input = { true: labels, scores: labels.map(() => 3) };
        const positives = labels.filter((label) => label === 1).length;
        expect(numberOf('roc-auc', input)).toEqual(close(0.5));
        expect(numberOf('average-precision', input)).toEqual(close(positives / labels.length));
      }),
    );
  });

  test('a whole weight counts like so many copies', () => {
    const weighed = fc.tuple(
      scored,
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 42, maxLength: 42 }),
    );
    fc.assert(
      fc.property(weighed, ([{ true: labels, scores }, weights]) => {
        const copies = <T>(list: readonly T[]) =>
          list.flatMap((item, index) => Array<T>(weights[index] ?? 1).fill(item));
        const sampleWeight = weights.slice(0, labels.length);
        for (const name of ['roc-auc', 'average-precision']) {
          const value = numberOf(name, { true: labels, scores, sampleWeight });
          expect(value).toEqual(
            close(numberOf(name, { true: copies(labels), scores: copies(scores) })),
          );
        }
      }),
    );
  });
});

describe('classes', () => {
  const bounded: [string, number, Input][] = [
    ['accuracy', 0, {}],
    ['balanced-accuracy', 0, {}],
    ['mcc', -1, {}],
    ['precision', 0, { average: 'macro' }],
    ['recall', 0, { average: 'weighted' }],
    ['f1', 0, { average: 'micro' }],
  ];

  test.each(bounded)(
    '%s stays within its bounds and does not depend on order',
    (name, least, options) => {
      fc.assert(
        fc.property(classified, fc.integer(), (input, seed) => {
          const value = numberOf(name, { ...input, ...options });
          expect(value).toBeGreaterThanOrEqual(least - 1e-12);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(numberOf(name, { ...permuted(input, seed), ...options })).toEqual(close(value));
        }),
      );
    },
  );

  test('accuracy, MCC and kappa do not change when truth and prediction change places', () => {
    fc.assert(
      fc.property(classified, ({ true: labels, predicted }) => {
        for (const name of ['accuracy', 'mcc', 'cohen-kappa']) {
          const formula = metricNamed(name);
          const [one, other] = [
            formula?.compute({ true: labels, predicted }),
            formula?.compute({ true: predicted, predicted: labels }),
          ];
          if (one?.value === null) expect(other?.value).toBeNull();
          else expect(other?.value).toEqual(close(one?.value as number));
        }
      }),
    );
  });

  test('precision and recall change places with truth and prediction; micro F1 is accuracy', () => {
    fc.assert(
      fc.property(classified, ({ true: labels, predicted }) => {
        const average = 'macro';
        const precision = numberOf('precision', { true: labels, predicted, average });
        expect(numberOf('recall', { true: predicted, predicted: labels, average })).toEqual(
          close(precision),
        );
        const micro = numberOf('f1', { true: labels, predicted, average: 'micro' });
        expect(micro).toEqual(close(numberOf('accuracy', { true: labels, predicted })));
      }),
    );
  });

  test('the confusion matrix counts every sample once', () => {
    fc.assert(
      fc.property(classified, (input) => {
        const { value } = metricNamed('confusion-matrix')?.compute(input) ?? {};
        const total = (value as number[][]).flat().reduce((sum, count) => sum + count, 0);
        expect(total).toBe(input.true.length);
      }),
    );
  });
});

describe('regression', () => {
  test('errors are symmetric, RMSE² is MSE, and MAE is at most RMSE', () => {
    fc.assert(
      fc.property(forecast, ({ true: truth, predicted }) => {
        const turned = { true: predicted, predicted: truth };
        const [mse, mae] = [numberOf('mse', turned), numberOf('mae', turned)];
        const rmse = numberOf('rmse', { true: truth, predicted });
        expect(numberOf('mse', { true: truth, predicted })).toBe(mse);
        expect(numberOf('mae', { true: truth, predicted })).toBe(mae);
        expect(rmse ** 2 / (mse || 1)).toEqual(close(mse === 0 ? 0 : 1));
        expect(mae).toBeLessThanOrEqual(rmse * (1 + 1e-12));
      }),
    );
  });

  test('R² of the truth itself is 1, of its mean 0, and never above 1', () => {
    const spread = forecast.filter(
      ({ true: truth }) => Math.max(...truth.map(Math.abs)) > 1 && new Set(truth).size > 1,
    );
    fc.assert(
      fc.property(spread, ({ true: truth, predicted }) => {
        expect(numberOf('r2', { true: truth, predicted: truth })).toBe(1);
        expect(numberOf('r2', { true: truth, predicted })).toBeLessThanOrEqual(1);
      }),
    );
    expect(numberOf('r2', { true: [1, 2, 3, 6], predicted: [3, 3, 3, 3] })).toBe(0);
  });

  test('a large offset changes nothing', () => {
    const truth = [1, 4, 2, 8].map((value) => value + 2 ** 40);
    const predicted = [2, 4, 1, 7].map((value) => value + 2 ** 40);
    const near = { true: [1, 4, 2, 8], predicted: [2, 4, 1, 7] };
    expect(numberOf('r2', { true: truth, predicted })).toEqual(close(numberOf('r2', near)));
    expect(numberOf('mse', { true: truth, predicted })).toBe(numberOf('mse', near));
  });
});

describe('ranked lists', () => {
  test.each(['ndcg-linear', 'ndcg-exponential'])(
    '%s of the ideal order is 1, of any order at most 1',
    (name) => {
      fc.assert(
        fc.property(grades, fc.integer({ min: 1, max: 25 }), (relevance, k) => {
          const best = [...relevance].sort((a, b) => b - a);
          const isAny = relevance.some((grade) => grade > 0);
          expect(numberOf(name, { relevance: best, k })).toEqual(close(isAny ? 1 : 0));
          const value = numberOf(name, { relevance, k });
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }),
      );
    },
  );

  test('NDCG from scores without ties is that of the list they lead to', () => {
    fc.assert(
      fc.property(grades, fc.integer({ min: 1, max: 25 }), (relevance, k) => {
        const scores = relevance.map((_, index) => -index);
        const byScore = numberOf('ndcg-linear', { y_true: [relevance], y_score: [scores], k });
        expect(byScore).toEqual(close(numberOf('ndcg-linear', { relevance, k })));
      }),
    );
  });

  test('P@K, R@K, AP@K, 1/rank and hits stay in [0, 1] and agree with each other', () => {
    const binary = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        binary,
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 5 }),
        (relevance, k, missed) => {
          const totalRelevant = relevance.filter((hit) => hit === 1).length + missed;
          const input = { relevance, k, totalRelevant };
          const [precision, recall, hit] = ['precision-at-k', 'recall-at-k', 'hit-rate-at-k'].map(
            (name) => numberOf(name, input),
          ) as [number, number, number];
          const [rank, ap] = ['mrr', 'ap-at-k'].map((name) => numberOf(name, input)) as [
            number,
            number,
          ];
          expect(precision * k).toEqual(close(recall * totalRelevant));
          expect(hit).toBe(precision > 0 ? 1 : 0);
          expect(rank > 0).toBe(hit === 1);
          expect(ap).toBeLessThanOrEqual(recall + 1e-12);
          expect(Math.max(precision, recall, rank)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('texts, boxes and distributions', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 4, maxLength: 12 });

  test('a text equals itself: BLEU, ROUGE 1 and WER 0', () => {
    fc.assert(
      fc.property(words, words, (text, other) => {
        expect(numberOf('bleu-sentence', { references: [text], hypothesis: text })).toEqual(
          close(1),
        );
        expect(numberOf('wer', { reference: text, candidate: text })).toBe(0);
        const { value } =
          metricNamed('rouge-l')?.compute({ reference: text, candidate: other }) ?? {};
        const turned = metricNamed('rouge-l')?.compute({ reference: other, candidate: text }).value;
        expect((value as Record<string, number>).f1).toEqual(
          close((turned as Record<string, number>).f1 as number),
        );
      }),
    );
  });

  test('IoU is symmetric and lies in [0, 1]', () => {
    const box = fc
      .tuple(score, score, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([x, y, width, height]) => [x, y, x + width, y + height]);
    fc.assert(
      fc.property(box, box, (a, b) => {
        const value = numberOf('iou-box', { true: a, predicted: b });
        expect(numberOf('iou-box', { true: b, predicted: a })).toEqual(close(value));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(numberOf('iou-box', { true: a, predicted: a })).toBe(1);
      }),
    );
  });

  test('JS and PSI are symmetric, JS is at most ln 2, all are 0 only for equal shares', () => {
    const mass = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(mass, mass, (p, q) => {
        const js = numberOf('js-divergence', { p, q });
        expect(numberOf('js-divergence', { p: q, q: p })).toEqual(close(js));
        expect(js).toBeLessThanOrEqual(Math.LN2 + 1e-12);
        expect(numberOf('kl-divergence', { p, q })).toBeGreaterThanOrEqual(0);
        expect(numberOf('kl-divergence', { p, q: p.map((count) => count * 3) })).toEqual(close(0));
        expect(numberOf('psi', { expected: p, actual: q })).toEqual(
          close(numberOf('psi', { expected: q, actual: p })),
        );
      }),
    );
  });

  test('a KL divergence far below the rounding error of its terms is still right', () => {
    const tiny = 1e-9;
    const value = numberOf('kl-divergence', { p: [0.5, 0.5], q: [0.5 + tiny, 0.5 - tiny] });
    expect(value / (2 * tiny * tiny)).toBeCloseTo(1, 6);
  });
});

test('sorting by digits gives the same order as comparing', () => {
  const sizes = fc.integer({ min: 4096, max: 4500 });
  fc.assert(
    fc.property(sizes, fc.integer(), (size, seed) => {
      const values = Float64Array.from({ length: size }, (_, index) => {
        const wave = Math.sin(seed + index * index);
        return index % 5 === 0 ? Math.round(wave * 3) * 0 - 0 : wave * 10 ** ((index % 40) - 20);
      });
      const compared = [...values.keys()].sort(
        (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
      );
      expect([...descending(values)]).toEqual(compared);
    }),
    { numRuns: 10 },
  );
});
