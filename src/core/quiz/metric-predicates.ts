/** What can be asked of metrics by their fields, and what refutes it. */
import type { Metric } from '../catalog.ts';
import type { Predicate } from './build.ts';

type Need = Metric['needs'][number];
type Trait = Metric['traits'][number];

const directionWords = {
  higher: 'higher is better',
  lower: 'lower is better',
  'nearest-zero': 'nearest to zero is best',
  depends: 'which way is better depends on the goal',
} as const satisfies Record<Metric['direction'], string>;

export function directionText({ direction }: Metric): string {
  return directionWords[direction];
}

export function directionPredicate(direction: 'higher' | 'lower'): Predicate<Metric> {
  const opposite = direction === 'higher' ? 'lower' : 'higher';
  return {
    id: 'direction',
    prompt: `Which of these metrics is better when ${direction}?`,
    holds: (metric) => metric.direction === direction,
    fails: (metric) => metric.direction === opposite,
    reason: (metric) => `${metric.name}: ${directionText(metric)}.`,
  };
}

const phaseWords = {
  offline: 'offline, computed before launch on logged or held-out data',
  online: 'online, measured on the live system',
  both: 'used offline and online',
} as const satisfies Record<Metric['phase'], string>;

export function phaseText({ phase }: Metric): string {
  return phaseWords[phase];
}

/** "Offline", "Online", "Offline and online". */
export function phaseWord({ phase }: Metric): string {
  return { offline: 'Offline', online: 'Online', both: 'Offline and online' }[phase];
}

export function phasePredicate(phase: 'offline' | 'online'): Predicate<Metric> {
  const opposite = phase === 'offline' ? 'online' : 'offline';
  const prompts = {
    offline: 'Which of these is an offline metric, computed before launch on held-out data?',
    online: 'Which of these is an online metric, measured on the live system?',
  };
  return {
    id: 'phase',
    prompt: prompts[phase],
    holds: (metric) => metric.phase === phase,
    // Latency and throughput are measured in load tests too.
    fails: (metric) => metric.phase === opposite && metric.family !== 'system',
    reason: (metric) => `${metric.name}: ${phaseText(metric)}.`,
  };
}

/**
 * Needs that are clear-cut: a metric either takes them or does not. Left out are those that
 * overlap (true labels and relevance), can be derived from another (labels from scores) or
 * stood in for (yes or no for grades of relevance).
 */
const decisiveNeeds: Partial<Record<Need, string>> = {
  probabilities: 'predicted probabilities (scores that merely rank will not do)',
  'numeric targets': 'true values that are numbers, not classes',
  'token probabilities': "a language model's probabilities of the tokens",
  'reference text': 'reference texts written by people',
  'reference image': 'a reference image to compare with',
  'item catalogue': 'the full list of items that could be shown',
  'item popularity': 'the popularity of each item',
  impressions: 'a count of how often something was shown',
  conversions: 'a count of purchases or sign-ups',
  revenue: 'the money taken in',
  spend: 'the money spent',
  'request timings': 'the duration of each request',
  'treatment assignment': 'the arm of the experiment that each unit was in',
  'group membership': 'the group of people that each example belongs to',
  'unit tests': 'tests that are run against generated code',
  'retrieved passages': 'the passages that were retrieved for an answer',
  'cluster assignments': 'an assignment of the points to clusters',
};

export function decisiveNeedsOf(metric: Metric): Need[] {
  return metric.needs.filter((need) => decisiveNeeds[need] !== undefined);
}

export function needText(need: Need): string {
  return decisiveNeeds[need] ?? need;
}

/** "true labels, scores and spend" */
export function needsText({ needs }: Metric): string {
  const last = needs.at(-1) ?? '';
  return needs.length > 1 ? `${needs.slice(0, -1).join(', ')} and ${last}` : last;
}

export function needPredicate(need: Need): Predicate<Metric> {
  return {
    id: `needs-${need.replaceAll(' ', '-')}`,
    prompt: `Which of these metrics cannot be computed without ${needText(need)}?`,
    keywords: need,
    holds: (metric) => metric.needs.includes(need),
    fails: (metric) => !metric.needs.includes(need),
    reason: (metric) => `${metric.name}: computed from ${needsText(metric)}.`,
  };
}

interface TraitRule {
  readonly prompt: string;
  readonly yes: string;
  readonly no: string;
  /** Metrics for which the question makes sense. */
  readonly scope: (metric: Metric) => boolean;
  /** Metrics of which it is worth saying as a statement; all in scope when left out. */
  readonly isSaid?: (metric: Metric) => boolean;
  /** What refutes it besides the trait being absent. */
  readonly refuted?: (metric: Metric) => boolean;
}

const needsAny =
  (...needs: readonly Need[]) =>
  (metric: Metric) =>
    needs.some((need) => metric.needs.includes(need));
const lacksTrait = (trait: Trait) => (metric: Metric) => !metric.traits.includes(trait);

const kindsOfReference: readonly Need[] = [
  'reference text',
  'reference image',
  'real images',
  'retrieved passages',
  'judge model',
];

/** A trait that is not listed does not hold; still, each is asked only where it is meant. */
const traitRules: Partial<Record<Trait, TraitRule>> = {
  'rank-aware': {
    prompt: 'Which of these metrics can change when two results inside the list swap places?',
    yes: 'it depends on the order within the list',
    no: 'it ignores the order within the list',
    scope: needsAny('ranked list'),
  },
  graded: {
    prompt:
      'Which of these metrics rewards a highly relevant result more than a fairly relevant one?',
    yes: 'it uses grades of relevance',
    no: 'it knows only relevant or not',
    scope: needsAny('graded relevance', 'binary relevance'),
    refuted: (metric) => !metric.needs.includes('graded relevance'),
  },
  'threshold-free': {
    prompt: 'Which of these metrics can be computed before a decision threshold is chosen?',
    yes: 'it is computed from scores, over all thresholds',
    no: 'it is computed from predicted labels, so the threshold is already chosen',
    scope: (metric) =>
      metric.family === 'classification' && needsAny('scores', 'predicted labels')(metric),
    refuted: needsAny('predicted labels'),
  },
  'outlier-sensitive': {
    prompt: 'Which of these regression metrics can be dominated by a few very large errors?',
    yes: 'a few very large errors can dominate it',
    no: 'it is robust to a few very large errors',
    scope: needsAny('numeric targets'),
    refuted: (metric) => metric.traits.includes('outlier-robust'),
  },
  'outlier-robust': {
    prompt: 'Which of these regression metrics is least moved by a few very large errors?',
    yes: 'it is robust to a few very large errors',
    no: 'a few very large errors can dominate it',
    scope: needsAny('numeric targets'),
    refuted: (metric) => metric.traits.includes('outlier-sensitive'),
  },
  'scale-dependent': {
    prompt: 'Which of these metrics changes its value when the target is measured in another unit?',
    yes: 'its value depends on the unit of the target',
    no: 'its value does not depend on the unit of the target',
    scope: needsAny('numeric targets'),
  },
  'prevalence-dependent': {
    prompt:
      'A classifier stays the same, but positives become rarer. The value of which metric changes with their share?',
    yes: 'its value depends on the share of positives',
    no: 'its value does not depend on the share of positives',
    scope: needsAny('true labels'),
  },
  'proper-scoring-rule': {
    prompt:
      'Which of these metrics is a strictly proper scoring rule, best only when the true probabilities are stated?',
    yes: 'it is a strictly proper scoring rule',
    no: 'other forecasts than the true probabilities can score as well',
    scope: needsAny('true labels'),
    isSaid: needsAny('probabilities', 'scores'),
  },
  'uses-true-negatives': {
    prompt: 'Which of these metrics takes the true negatives into account?',
    yes: 'true negatives count',
    no: 'true negatives do not enter it',
    scope: needsAny('true labels'),
  },
  'reference-based': {
    prompt: 'Which of these metrics compares the output with a given reference?',
    yes: 'it compares with a reference',
    no: 'it uses no reference',
    scope: needsAny('generated text', 'token probabilities', 'predicted image', 'generated images'),
    // Real images, passages and a judge's rubric are references of a kind.
    refuted: (metric) => !needsAny(...kindsOfReference)(metric),
  },
};

export function askableTraits(metric: Metric): Trait[] {
  return metric.traits.filter((trait) => traitRules[trait]?.scope(metric));
}

export function traitPredicate(trait: Trait): Predicate<Metric> {
  const rule = traitRules[trait];
  if (!rule) throw new RangeError(`${trait} is not asked about`);
  const isAbsent = lacksTrait(trait);
  return {
    id: `trait-${trait}`,
    prompt: rule.prompt,
    holds: (metric) => rule.scope(metric) && !isAbsent(metric),
    fails: (metric) => rule.scope(metric) && isAbsent(metric) && (rule.refuted?.(metric) ?? true),
    reason: (metric) => `${metric.name}: ${isAbsent(metric) ? rule.no : rule.yes}.`,
  };
}

/** Every trait that is decided for this metric, as it is and as it is not. */
export function traitStatements(
  metric: Metric,
): { readonly trait: Trait; readonly truth: string; readonly falsehood: string }[] {
  return (Object.entries(traitRules) as [Trait, TraitRule][]).flatMap(
    ([trait, { yes, no, isSaid }]) => {
      if (isSaid?.(metric) === false) return [];
      const { holds, fails } = traitPredicate(trait);
      if (holds(metric)) return [{ trait, truth: yes, falsehood: no }];
      return fails(metric) ? [{ trait, truth: no, falsehood: yes }] : [];
    },
  );
}
