/** Two classes: what was flagged, what was missed. */
import type { Random } from '../../random.ts';
import { slip } from '../slip.ts';
import { computed, type Input, instead, type NumericDrill, type Problem } from './drill.ts';
import { between, figure, isNeat, several, times } from './figures.ts';

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

interface Scene {
  readonly who: string;
  readonly things: string;
  readonly positive: string;
  readonly flags: string;
}

const scenes: readonly Scene[] = [
  { who: 'A spam filter', things: 'mails', positive: 'spam', flags: 'flags' },
  { who: 'A fraud model', things: 'payments', positive: 'fraudulent', flags: 'blocks' },
  { who: 'An inspection camera', things: 'parts', positive: 'defective', flags: 'rejects' },
  { who: 'A moderation model', things: 'posts', positive: 'abusive', flags: 'hides' },
  { who: 'A churn model', things: 'customers', positive: 'about to leave', flags: 'marks' },
  { who: 'A screening test', things: 'patients', positive: 'ill', flags: 'reports' },
];

/** As many false alarms as misses would make precision and recall the same. */
function counts(random: Random): Counts {
  const step = random.pick([1, 5, 10]);
  const [fp, fn] = several(
    random,
    times(12, (index) => index + 1),
    2,
  ) as [number, number];
  return {
    tp: step * between(random, 2, 18),
    fp: step * fp,
    fn: step * fn,
    tn: step * between(random, 10, 90, 5),
  };
}

/** As many false alarms as misses: then the root of MCC can be taken. */
function symmetric(random: Random): Counts {
  const drawn = counts(random);
  return { ...drawn, fn: drawn.fp };
}

function tell(random: Random, { tp, fp, fn, tn }: Counts): string {
  const { who, things, positive, flags } = random.pick(scenes);
  const total = `${figure(tp + fp + fn + tn)} ${things}, of which ${figure(tp + fn)} are ${positive}`;
  return `${who} sees ${total}. It ${flags} ${figure(tp + fp)}; ${figure(tp)} of these are ${positive}.`;
}

/** The four kinds of sample, each weighing as many as there are. */
function inputOf({ tp, fp, fn, tn }: Counts): Input {
  return { true: [1, 1, 0, 0], predicted: [1, 0, 1, 0], 'sample-weight': [tp, fn, fp, tn] };
}

const metricSlips = {
  precision: 'That is precision: you divided by everything flagged.',
  recall: 'That is recall: you divided by the actual positives.',
  accuracy: 'That is accuracy: all that is right over all there is.',
  specificity: 'That is specificity: the share of the actual negatives that were let through.',
  'false-positive-rate': 'That is the false positive rate: false alarms over actual negatives.',
  f1: 'That is F1: precision and recall weigh the same in it.',
  'balanced-accuracy': 'That is balanced accuracy: the mean of recall and specificity.',
} as const;

type Mistaken = keyof typeof metricSlips;

interface Recipe {
  readonly id: string;
  readonly question: string;
  readonly others: readonly Mistaken[];
  /** Decimals after which the answer ends; figures that do not give such an answer are thrown away. */
  readonly neat: number;
  readonly isRounded?: boolean;
  readonly options?: Input;
  readonly counts?: (random: Random) => Counts;
  more?(counts: Counts): Problem['slips'];
}

function problem(random: Random, recipe: Omit<Recipe, 'neat'>, drawn: Counts): Problem {
  const input = inputOf(drawn);
  const mistaken = recipe.others.map((other) => instead(other, input, metricSlips[other]));
  return {
    prompt: `${tell(random, drawn)} ${recipe.question}`,
    formula: recipe.id,
    input: { ...input, ...recipe.options },
    slips: [...(recipe.more?.(drawn) ?? []), ...mistaken],
    isShare: true,
    isRounded: recipe.isRounded ?? false,
  };
}

function drill(entry: string, recipe: Recipe): NumericDrill {
  return {
    id: recipe.id,
    entry: `metric/${entry}`,
    draw(random) {
      const drawn = (recipe.counts ?? counts)(random);
      const value = computed(recipe.id, { ...inputOf(drawn), ...recipe.options });
      return isNeat(value, recipe.neat) ? problem(random, recipe, drawn) : undefined;
    },
  };
}

const totalOf = ({ tp, fp, fn, tn }: Counts) => tp + fp + fn + tn;

const cells: readonly NumericDrill[] = [
  drill('precision', {
    id: 'precision',
    question: 'What is its precision?',
    others: ['recall', 'accuracy', 'f1', 'specificity'],
    neat: 3,
    more: (c) => [
      slip(
        c.fp / (c.tp + c.fp),
        'That is the share of false alarms among the flagged: one minus it is precision.',
      ),
      slip(
        c.tp / totalOf(c),
        'You divided by all cases: precision looks only at what was flagged.',
      ),
    ],
  }),
  drill('recall', {
    id: 'recall',
    question: 'What is its recall?',
    others: ['precision', 'accuracy', 'f1', 'specificity'],
    neat: 3,
    more: (c) => [
      slip(c.fn / (c.tp + c.fn), 'That is the share that was missed: one minus it is recall.'),
      slip(
        c.tp / totalOf(c),
        'You divided by all cases: recall looks only at the actual positives.',
      ),
    ],
  }),
  drill('specificity', {
    id: 'specificity',
    question: 'What is its specificity?',
    others: ['recall', 'false-positive-rate', 'precision', 'accuracy'],
    neat: 3,
    more: (c) => [
      slip(c.tn / (c.tn + c.fn), 'You divided by all that was let through, not by the negatives.'),
    ],
  }),
  drill('false-positive-rate', {
    id: 'false-positive-rate',
    question: 'What is its false positive rate?',
    others: ['specificity', 'precision', 'recall'],
    neat: 3,
    more: (c) => [
      slip(c.fp / (c.tp + c.fp), 'You divided by everything flagged: that is one minus precision.'),
      slip(c.fp / totalOf(c), 'You divided by all cases: the rate is of the actual negatives.'),
    ],
  }),
  drill('accuracy', {
    id: 'accuracy',
    question: 'What is its accuracy?',
    others: ['precision', 'recall', 'balanced-accuracy', 'f1'],
    neat: 3,
    more: (c) => [
      slip((c.fp + c.fn) / totalOf(c), 'That is the error rate: one minus it is accuracy.'),
      slip(c.tp / totalOf(c), 'The true negatives are right as well.'),
    ],
  }),
  drill('balanced-accuracy', {
    id: 'balanced-accuracy',
    question: 'What is its balanced accuracy?',
    others: ['accuracy', 'recall', 'specificity', 'f1'],
    neat: 3,
  }),
  drill('f1', {
    id: 'f1',
    question: 'What is its F1?',
    others: ['precision', 'recall', 'accuracy'],
    neat: 2,
    more: ({ tp, fp, fn }) => {
      const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)];
      return [
        slip(
          (precision + recall) / 2,
          'That is the plain mean of precision and recall: F1 is the harmonic one.',
        ),
        slip((precision * recall) / (precision + recall), 'You forgot the factor 2 above.'),
        slip(tp / (tp + fp + fn), 'You forgot to count TP twice: that is the Jaccard index.'),
      ];
    },
  }),
  drill('mcc', {
    id: 'mcc',
    question: 'What is its Matthews correlation (MCC)? The root may be rounded.',
    others: ['accuracy', 'f1', 'balanced-accuracy'],
    neat: 3,
    isRounded: true,
    counts: symmetric,
    more: ({ tp, fp, fn, tn }) => {
      const below = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
      return [slip((tp * tn) / Math.sqrt(below), 'You forgot to take away FP · FN above.')];
    },
  }),
  drill('cohens-kappa', {
    id: 'cohen-kappa',
    question: "What is Cohen's kappa between the model and the truth?",
    others: ['accuracy', 'balanced-accuracy'],
    neat: 3,
    more: (c) => {
      const n = totalOf(c);
      const chance = ((c.tp + c.fp) * (c.tp + c.fn) + (c.tn + c.fp) * (c.tn + c.fn)) / (n * n);
      return [
        slip((c.tp + c.tn) / n - chance, 'You forgot to divide by 1 − chance agreement.'),
        slip(chance, 'That is the agreement expected by chance.'),
      ];
    },
  }),
];

function fBetaRecipe(beta: number): Omit<Recipe, 'neat'> {
  return {
    id: 'fbeta',
    question: `What is its F${figure(beta)} (F-beta with β = ${figure(beta)})?`,
    others: ['f1', 'precision', 'recall', 'accuracy'],
    options: { beta },
    more(drawn) {
      const [p, r] = [precisionOf(drawn), recallOf(drawn)];
      return [
        slip(
          computed('fbeta', { ...inputOf(drawn), beta: 1 / beta }),
          'You swapped precision and recall: β² stands with precision below the line.',
        ),
        slip(((1 + beta) * p * r) / (beta * p + r), 'You forgot to square β.'),
      ];
    },
  };
}

const precisionOf = ({ tp, fp }: Counts) => tp / (tp + fp);
const recallOf = ({ tp, fn }: Counts) => tp / (tp + fn);

const fBeta: NumericDrill = {
  id: 'fbeta',
  entry: 'metric/f-beta',
  draw(random) {
    const drawn = counts(random);
    if (!isNeat(precisionOf(drawn)) || !isNeat(recallOf(drawn))) return undefined;
    return problem(random, fBetaRecipe(random.pick([2, 0.5])), drawn);
  },
};

export const confusionDrills: readonly NumericDrill[] = [...cells, fBeta];
