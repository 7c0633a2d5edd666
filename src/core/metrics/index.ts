/** Every metric that can be computed, by its id and by the other names people use. */
import { bleu } from './bleu.ts';
import { business } from './business.ts';
import { calibration } from './calibration.ts';
import { classification } from './classification.ts';
import { cutoffs } from './cutoff.ts';
import { distribution } from './distribution.ts';
import { experiment } from './experiment.ts';
import { fairness } from './fairness.ts';
import { forecasting } from './forecasting.ts';
import type { MetricFormula } from './formula.ts';
import { graded } from './graded.ts';
import { grouping } from './grouping.ts';
import { losses } from './losses.ts';
import { languageModel } from './perplexity.ts';
import { precisionRecall } from './precision-recall.ts';
import { preprocessing } from './preprocessing.ts';
import { probabilistic } from './probability.ts';
import { ratios } from './ratios.ts';
import { recommendation } from './recommendation.ts';
import { regression } from './regression.ts';
import { regularization } from './regularization.ts';
import { retrieval } from './retrieval.ts';
import { rougeFamily } from './rouge.ts';
import { textPairs } from './texts.ts';
import { thresholds } from './thresholds.ts';
import { topKFamily } from './top-k.ts';
import { vision } from './vision.ts';

export const metricFormulas: readonly MetricFormula[] = [
  ...regression,
  ...classification,
  ...precisionRecall,
  ...topKFamily,
  ...thresholds,
  ...probabilistic,
  ...calibration,
  ...losses,
  ...graded,
  ...cutoffs,
  ...recommendation,
  ...vision,
  ...bleu,
  ...rougeFamily,
  ...textPairs,
  ...languageModel,
  ...retrieval,
  ...distribution,
  ...experiment,
  ...preprocessing,
  ...regularization,
  ...forecasting,
  ...fairness,
  ...grouping,
  ...business,
  ...ratios,
];

/** By id or another name; case, spaces, hyphens and underscores make no difference. */
export function metricNamed(name: string): MetricFormula | undefined {
  const key = keyOf(name);
  const isNamed = (names: readonly string[]) => names.some((each) => keyOf(each) === key);
  return (
    metricFormulas.find(({ id }) => keyOf(id) === key) ??
    metricFormulas.find((formula) => isNamed([formula.name, ...formula.aliases]))
  );
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}
