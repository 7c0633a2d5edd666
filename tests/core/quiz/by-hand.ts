/**
 * Answers worked out from the words of a question alone, apart from the program: what the
 * person reads and what the engine was given must be the same numbers.
 */

const number = /[−-]?\d(?:\d|,(?=\d{3}(?!\d)))*(?:\.\d+)?/g;

/** All figures, in order. Names that carry a figure are left out first. */
export function numbersIn(prompt: string): number[] {
  const plain = prompt.replace(
    /\b[A-Z]+-?\d+(?:\.\d+)?|F-beta|R²|recall@\d+|pass@\d+|day-7|2\^grade|log₂\([^)]*\)|1 \/ log₂/g,
    ' ',
  );
  return (plain.match(number) ?? []).map((text) =>
    Number(text.replaceAll(',', '').replace('−', '-')),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const at = (values: readonly number[], index: number) => values[index] ?? Number.NaN;

/** The list of numbers that stands behind a word, up to the end of the sentence part. */
function after(prompt: string, word: string): number[] {
  const start = prompt.indexOf(word) + word.length;
  const rest = prompt.slice(start);
  const end = rest.search(/[;:?]|\.(?:\s|$)|\sof the|\)/);
  return numbersIn(end < 0 ? rest : rest.slice(0, end));
}

function cells(prompt: string) {
  const [all = 0, actual = 0, flagged = 0, tp = 0] = numbersIn(prompt);
  const [fp, fn] = [flagged - tp, actual - tp];
  return { all, tp, fp, fn, tn: all - tp - fp - fn };
}

type Cells = ReturnType<typeof cells>;
const fromCells = (work: (cells: Cells) => number) => (prompt: string) => work(cells(prompt));
const precision = ({ tp, fp }: Cells) => tp / (tp + fp);
const recall = ({ tp, fn }: Cells) => tp / (tp + fn);
const specificity = ({ tn, fp }: Cells) => tn / (tn + fp);
const fScore = (beta: number, each: Cells) => {
  const [p, r, b] = [precision(each), recall(each), beta * beta];
  return ((1 + b) * p * r) / (b * p + r);
};

const fromErrors =
  (work: (errors: number[], actual: number[], predicted: number[]) => number) =>
  (prompt: string) => {
    const [actual, predicted] = [after(prompt, 'rue: '), after(prompt, 'redicted: ')];
    return work(
      actual.map((value, index) => value - at(predicted, index)),
      actual,
      predicted,
    );
  };

function hits(prompt: string) {
  const list = (/result: ([01 ]+)\./.exec(prompt)?.[1] ?? '').split(' ').map(Number);
  const total = Number(/There are (\d+)/.exec(prompt)?.[1]);
  const k = Number(/K = (\d+)/.exec(prompt)?.[1]);
  return { list, total, k, top: list.slice(0, k) };
}

const queries = (prompt: string) =>
  [...prompt.matchAll(/uery \d: ([01 ]+)/g)].map((match) =>
    (match[1] ?? '').trim().split(' ').map(Number),
  );

function dcg(prompt: string, order: (grades: number[]) => number[]): number {
  const k = Number(/K = (\d+)/.exec(prompt)?.[1]);
  const isLinear = prompt.includes('gain is the grade');
  const gain = (grade: number) => (isLinear ? grade : 2 ** grade - 1);
  return sum(
    order(after(prompt, 'best first: '))
      .slice(0, k)
      .map((grade, index) => gain(grade) / Math.log2(index + 2)),
  );
}
const asShown = (grades: number[]) => grades;
const ideal = (grades: number[]) => [...grades].sort((a, b) => b - a);

const forecast = (prompt: string) => ({
  actual: after(prompt, 'not (0): '),
  p: after(prompt, 'robabilities: '),
});

const ratio = (above: number, below: number) => (prompt: string) => {
  const all = numbersIn(prompt);
  return at(all, above) / at(all, below);
};
const fromNumbers = (work: (numbers: number[]) => number) => (prompt: string) =>
  work(numbersIn(prompt));

function shares(prompt: string) {
  const [before, now] = [after(prompt, 'training: '), after(prompt, 'today: ')];
  return before.length > 0 && prompt.startsWith('A feature') ? { before, now } : undefined;
}

const classShares = (prompt: string) =>
  [...prompt.matchAll(/([\d,]+) of ([\d,]+)/g)].map((match) => ({
    found: Number(match[1]?.replace(',', '')),
    size: Number(match[2]?.replace(',', '')),
  }));

const scaled = (prompt: string) => ({
  values: after(prompt, 'Values: '),
  weights: after(prompt, 'Weights: '),
  lambda: at(after(prompt, 'λ = '), 0),
});

export const byHand: Readonly<Record<string, (prompt: string) => number>> = {
  precision: fromCells(precision),
  recall: fromCells(recall),
  specificity: fromCells(specificity),
  'false-positive-rate': fromCells((each) => 1 - specificity(each)),
  accuracy: fromCells(({ tp, tn, all }) => (tp + tn) / all),
  'balanced-accuracy': fromCells((each) => (recall(each) + specificity(each)) / 2),
  f1: fromCells((each) => fScore(1, each)),
  fbeta: (prompt) => fScore(Number(/β = ([\d.]+)/.exec(prompt)?.[1]), cells(prompt)),
  mcc: fromCells(
    ({ tp, tn, fp, fn }) =>
      (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)),
  ),
  'cohen-kappa': fromCells(({ tp, fp, fn, tn, all }) => {
    const chance = ((tp + fp) * (tp + fn) + (tn + fp) * (tn + fn)) / all ** 2;
    return ((tp + tn) / all - chance) / (1 - chance);
  }),
  'macro-averaging': (prompt) => mean(classShares(prompt).map(({ found, size }) => found / size)),
  'micro-averaging': pooled,
  'weighted-averaging': pooled,
  mse: fromErrors((errors) => mean(errors.map((error) => error ** 2))),
  rmse: fromErrors((errors) => Math.sqrt(mean(errors.map((error) => error ** 2)))),
  mae: fromErrors((errors) => mean(errors.map(Math.abs))),
  'median-absolute-error': fromErrors((errors) =>
    at(
      errors.map(Math.abs).sort((a, b) => a - b),
      2,
    ),
  ),
  mape: fromErrors((errors, actual) =>
    mean(errors.map((error, index) => Math.abs(error / at(actual, index)))),
  ),
  wape: fromErrors((errors, actual) => sum(errors.map(Math.abs)) / sum(actual)),
  smape: fromErrors((errors, actual, predicted) =>
    mean(
      errors.map(
        (error, index) => (2 * Math.abs(error)) / (at(actual, index) + at(predicted, index)),
      ),
    ),
  ),
  r2: fromErrors(
    (errors, actual) =>
      1 -
      sum(errors.map((error) => error ** 2)) /
        sum(actual.map((value) => (value - mean(actual)) ** 2)),
  ),
  'quantile-loss': (prompt) => {
    const tau = at(numbersIn(prompt), 0);
    const [actual, guessed] = [after(prompt, 'True: '), after(prompt, 'forecast: ')];
    return mean(
      actual.map((value, index) => {
        const error = value - at(guessed, index);
        return error > 0 ? tau * error : (tau - 1) * error;
      }),
    );
  },
  'precision-at-k': (prompt) => sum(hits(prompt).top) / hits(prompt).k,
  'recall-at-k': (prompt) => sum(hits(prompt).top) / hits(prompt).total,
  'ap-at-k': (prompt) => {
    const { top, total } = hits(prompt);
    const parts = top.map((hit, index) => (hit * sum(top.slice(0, index + 1))) / (index + 1));
    return sum(parts) / total;
  },
  mrr: (prompt) => mean(queries(prompt).map((list) => 1 / (list.indexOf(1) + 1))),
  'hit-rate-at-k': (prompt) => {
    const k = Number(/K = (\d)/.exec(prompt)?.[1]);
    return mean(queries(prompt).map((list) => Number(list.slice(0, k).includes(1))));
  },
  dcg: (prompt) => dcg(prompt, asShown),
  ndcg: (prompt) => dcg(prompt, asShown) / dcg(prompt, ideal),
  'ann-recall': (prompt) => {
    const [exact, found] = [after(prompt, 'neighbors are '), after(prompt, 'returns ')];
    return exact.filter((id) => found.includes(id)).length / exact.length;
  },
  brier: (prompt) => {
    const { actual, p } = forecast(prompt);
    return mean(p.map((value, index) => (value - at(actual, index)) ** 2));
  },
  'log-loss': (prompt) => {
    const { actual, p } = forecast(prompt);
    return -mean(p.map((value, index) => Math.log(at(actual, index) ? value : 1 - value)));
  },
  perplexity: (prompt) => {
    const powers = [...prompt.matchAll(/1\/(\d+)/g)].map((match) => Math.log2(Number(match[1])));
    return 2 ** mean(powers);
  },
  'calibration-ratio': (prompt) => sum(forecast(prompt).p) / sum(forecast(prompt).actual),
  'label-smoothing': fromNumbers(([eps = 0, classes = 1]) => 1 - eps + eps / classes),
  'roc-auc': (prompt) => {
    const [above, below] = [after(prompt, 'positives: '), after(prompt, 'negatives: ')];
    return mean(above.flatMap((high) => below.map((low) => (Math.sign(high - low) + 1) / 2)));
  },
  'iou-box': fromNumbers(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]) => {
    const shared = (Math.min(c, g) - Math.max(a, e)) * (Math.min(d, h) - Math.max(b, f));
    return shared / ((c - a) * (d - b) + (g - e) * (h - f) - shared);
  }),
  psnr: fromNumbers(([, peak = 1, miss = 1]) => 20 * Math.log10(peak / miss)),
  wer: fromNumbers(([n = 0, s = 0, d = 0, i = 0]) => (s + d + i) / n),
  'rouge-n': ratio(2, 0),
  'token-f1': fromNumbers(
    ([reference = 0, given = 0, shared = 0]) => (2 * shared) / (reference + given),
  ),
  'two-proportion-z': fromNumbers(([n = 0, a = 0, b = 0]) => {
    const pooledRate = (a + b) / (2 * n);
    return (a - b) / n / Math.sqrt((pooledRate * (1 - pooledRate) * 2) / n);
  }),
  'ab-sample-size': fromNumbers(([percent = 0, lift = 0]) => {
    const rate = percent / 100;
    return (16 * rate * (1 - rate)) / ((rate * lift) / 100) ** 2;
  }),
  uplift: fromNumbers(([many = 1, a = 0, few = 1, b = 0]) => a / many - b / few),
  psi: (prompt) => {
    const { before, now } = shares(prompt) ?? { before: [], now: [] };
    return sum(
      now.map((share, index) => {
        const then = at(before, index);
        return (share - then) * Math.log(share / then);
      }),
    );
  },
  'kl-divergence': (prompt) => {
    const [p, q] = [after(prompt, 'p = ('), after(prompt, 'q = (')];
    return sum(p.map((share, index) => share * Math.log(share / at(q, index))));
  },
  'z-score': (prompt) => {
    const { values } = scaled(prompt);
    const center = mean(values);
    const deviation = Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
    return (at(after(prompt, 'z-score of'), 0) - center) / deviation;
  },
  'iqr-fence': (prompt) => {
    const values = after(prompt, 'Sorted values: ');
    return at(values, 6) + 1.5 * (at(values, 6) - at(values, 2));
  },
  'min-max': (prompt) => {
    const { values } = scaled(prompt);
    const asked = at(numbersIn(prompt.slice(prompt.indexOf(' take '))), 0);
    return (asked - Math.min(...values)) / (Math.max(...values) - Math.min(...values));
  },
  'l1-penalty': (prompt) => scaled(prompt).lambda * sum(scaled(prompt).weights.map(Math.abs)),
  'l2-penalty': (prompt) => scaled(prompt).lambda * sum(scaled(prompt).weights.map((w) => w * w)),
  'hinge-loss': (prompt) => {
    const [labels, decision] = [after(prompt, 'Labels: '), after(prompt, 'decision values: ')];
    return mean(labels.map((label, index) => Math.max(0, 1 - label * at(decision, index))));
  },
  ctr: ratio(1, 0),
  'conversion-rate': ratio(1, 0),
  churn: ratio(1, 0),
  retention: ratio(1, 0),
  'bounce-rate': ratio(1, 0),
  'dau-mau': ratio(1, 0),
  'error-rate': ratio(1, 0),
  'task-success-rate': ratio(0, 1),
  'zero-result-rate': ratio(1, 0),
  faithfulness: ratio(1, 0),
  'revenue-per-user': ratio(3, 0),
  arppu: ratio(3, 1),
  'average-order-value': ratio(3, 2),
  'win-rate': fromNumbers(
    ([won = 0, tied = 0, lost = 0]) => (won + tied / 2) / (won + tied + lost),
  ),
  'pass-at-k': fromNumbers(([n = 0, c = 0]) => 1 - ((n - c) * (n - c - 1)) / (n * (n - 1))),
  'lifetime-value': fromNumbers(([margin = 0, stay = 0]) => margin / (1 - stay / 100)),
  'cost-per-request': fromNumbers(
    ([sent = 0, received = 0, low = 0, high = 0]) => (sent * low + received * high) / 1e6,
  ),
  'demographic-parity': (prompt) => {
    const [a = 0, b = 0] = classShares(prompt).map(({ found, size }) => found / size);
    return Math.abs(a - b);
  },
  'disparate-impact': (prompt) => {
    const rates = classShares(prompt).map(({ found, size }) => found / size);
    return Math.min(...rates) / Math.max(...rates);
  },
};

function pooled(prompt: string): number {
  const all = classShares(prompt);
  return sum(all.map(({ found }) => found)) / sum(all.map(({ size }) => size));
}
