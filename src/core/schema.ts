/**
 * The shape of everything in the knowledge base, written once: the validator, the
 * TypeScript types and the fields of `--json` all come from here.
 */
import * as z from 'zod';
import { levels } from './settings.ts';

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = z.string().regex(idPattern, 'write it in lower case with hyphens, as in "recall-at-k"');

/** One line of text, trimmed, bounded. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'write something here')
    .max(max, `keep it to ${max} characters`)
    .refine((text) => !/[\n\r\t]/.test(text), 'keep it to one line')
    .refine(
      (text) => !/(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text),
      'take the control character out',
    );

const name = line(60);
const sentence = line(280);
const paragraph = line(700);
const sentences = z.array(sentence).default([]);
const someSentences = z.array(sentence).min(1, 'give at least one');
const ids = z.array(id).default([]);

const entry = {
  id,
  /** The name people say: NDCG, Random forest, Canary release. */
  name,
  /** The name written out, when the short one is an abbreviation. */
  longName: line(100).optional(),
  /** Every other name that a person may type. */
  aliases: z.array(line(80)).default([]),
  /** What it is, in one sentence: the first line of a look-up and the text of a list. */
  summary: line(200),
  /** The need that it answers, as a person who does not know its name would put it. */
  asks: z.array(line(120)).default([]),
  /** Textbook, paper or documentation that the facts were checked against. */
  sources: z.array(line(200)).min(1, 'name the textbook, paper or documentation'),
  /** Entries of any kind to read next. */
  see: ids,
};

const lookAlike = z.strictObject({ id, chooseThisWhen: sentence });
const lookAlikes = z.array(lookAlike).default([]);
const formula = z.strictObject({
  name: name.optional(),
  text: line(240),
  tex: line(400),
  /** What the symbols stand for. */
  where: line(280).optional(),
});

export const metricFamilies = [
  'regression',
  'classification',
  'probability',
  'ranking',
  'recommendation',
  'retrieval',
  'text-generation',
  'language-model',
  'vision',
  'speech',
  'llm',
  'forecasting',
  'clustering',
  'distribution',
  'experiment',
  'fairness',
  'engagement',
  'revenue',
  'retention',
  'system',
] as const;

/** What must be at hand to compute a metric. */
export const metricNeeds = [
  'true labels',
  'predicted labels',
  'scores',
  'probabilities',
  'numeric targets',
  'numeric predictions',
  'ranked list',
  'binary relevance',
  'graded relevance',
  'generated text',
  'reference text',
  'token probabilities',
  'predicted image',
  'reference image',
  'generated images',
  'real images',
  'boxes',
  'masks',
  'transcripts',
  'embeddings',
  'item catalogue',
  'item popularity',
  'impressions',
  'clicks',
  'conversions',
  'sessions',
  'user activity',
  'revenue',
  'spend',
  'request timings',
  'request counts',
  'two samples',
  'treatment assignment',
  'human judgment',
  'judge model',
  'retrieved passages',
  'unit tests',
  'group membership',
  'true neighbours',
  'cluster assignments',
  'past values',
  'quantile predictions',
  'prediction intervals',
  'predictive distribution',
  'class-wise values',
  'class sizes',
  'confusion counts',
  'questions',
  'user history',
  'survival times',
  'outcome variance',
  'two distributions',
  'queries',
] as const;

/** A trait that is listed holds; one that is not listed does not hold. */
export const metricTraits = [
  'rank-aware',
  'graded',
  'threshold-free',
  'outlier-sensitive',
  'outlier-robust',
  'scale-dependent',
  'prevalence-dependent',
  'proper-scoring-rule',
  'reference-based',
  'uses-true-negatives',
  'differentiable',
] as const;

export const metricSchema = z.strictObject({
  ...entry,
  domains: z.array(id).default([]),
  phase: z.enum(['offline', 'online', 'both']),
  family: z.enum(metricFamilies),
  needs: z.array(z.enum(metricNeeds)).min(1, 'say what it is computed from'),
  definition: paragraph,
  /** The question it answers, as one would say it aloud. */
  question: sentence.optional(),
  formula,
  range: z.strictObject({
    /** null: unbounded. */
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: line(40).optional(),
  }),
  direction: z.enum(['higher', 'lower', 'nearest-zero', 'depends']),
  averaging: line(160).optional(),
  traits: z.array(z.enum(metricTraits)).default([]),
  useWhen: someSentences,
  misleadsWhen: someSentences,
  reading: z.array(z.strictObject({ value: line(40), meaning: sentence })).default([]),
  pitfalls: sentences,
  /** Inputs only: the value and the working are computed. */
  example: z.strictObject({ story: sentence, input: z.record(z.string(), z.unknown()) }).optional(),
  lookAlikes,
});

export const modelFamilies = [
  'linear',
  'tree',
  'tree-ensemble',
  'instance-based',
  'kernel',
  'probabilistic',
  'neural',
  'recurrent',
  'transformer',
  'convolutional',
  'detector',
  'segmenter',
  'generative',
  'multimodal',
  'collaborative-filtering',
  'content-based',
  'hybrid',
  'embedding',
  'learning-to-rank',
  'lexical',
  'index',
  'sequential',
  'graph',
  'bandit',
  'multi-task',
  'anomaly',
  'forecasting',
  'survival',
  'clustering',
  'causal',
  'speech',
  'llm',
] as const;

const dataKinds = [
  'tabular',
  'text',
  'image',
  'video',
  'audio',
  'interactions',
  'graph',
  'time-series',
  'vectors',
] as const;

const grade = z.enum(['low', 'medium', 'high']);

export const modelSchema = z.strictObject({
  ...entry,
  domains: z.array(id).default([]),
  family: z.enum(modelFamilies),
  tasks: z.array(line(60)).min(1, 'name at least one task'),
  how: paragraph,
  useWhen: someSentences,
  tradeOffs: someSentences,
  strengths: someSentences,
  weaknesses: someSentences,
  cost: z.strictObject({ training: grade, inference: grade, memory: grade, note: sentence }),
  complexity: z
    .strictObject({ training: line(80).optional(), inference: line(80).optional() })
    .optional(),
  interpretability: z.strictObject({ level: grade, note: sentence }),
  data: z.strictObject({
    amount: z.enum(['small', 'medium', 'large']),
    kinds: z.array(z.enum(dataKinds)).min(1, 'name at least one kind of data'),
    note: sentence,
  }),
  tips: sentences,
  examples: sentences,
  pitfalls: sentences,
  lookAlikes,
});

export const topicAreas = [
  'data',
  'feature-engineering',
  'training',
  'evaluation',
  'model-store',
  'inference',
  'deployment',
  'experiments',
  'cold-start',
  'scaling',
  'monitoring',
  'updates',
  'ranking-systems',
  'llm-systems',
  'responsible-ml',
] as const;

const technique = z.strictObject({
  name,
  aliases: z.array(line(80)).default([]),
  /** Heading under which it stands when the techniques of a topic fall into groups. */
  group: name.optional(),
  what: paragraph,
  useWhen: sentence.optional(),
  watchOut: sentence.optional(),
});

export const topicSchema = z.strictObject({
  ...entry,
  area: z.enum(topicAreas),
  /** Place within the area, 1 first. */
  order: z.int().min(1).max(999),
  /** Steps of the interview in which one speaks of it. */
  steps: ids,
  what: paragraph,
  techniques: z.array(technique).default([]),
  /** What is done, in order. */
  procedure: sentences,
  useWhen: sentences,
  benefits: sentences,
  tradeOffs: sentences,
  pitfalls: sentences,
  /** Thresholds and rules of thumb that a person should be able to quote. */
  numbers: z
    .array(
      z.strictObject({
        name: line(80),
        value: z.number(),
        unit: line(40).optional(),
        note: sentence,
      }),
    )
    .default([]),
  formulas: z.array(formula).default([]),
  examples: sentences,
  lookAlikes,
});

export const domainSchema = z.strictObject({
  ...entry,
  order: z.int().min(1).max(99),
  goal: sentence,
  tasks: z
    .array(
      z.strictObject({
        name,
        aliases: z.array(line(80)).default([]),
        what: sentence,
        examples: z.array(line(80)).default([]),
      }),
    )
    .default([]),
  data: z
    .array(z.strictObject({ name, aliases: z.array(line(80)).default([]), what: sentence }))
    .default([]),
  /** Metrics in use here, with what is particular to this domain. */
  metrics: z
    .array(z.strictObject({ id, group: name.optional(), note: sentence.optional() }))
    .min(1, 'name at least one metric'),
  /** Models in use here, with what is particular to this domain. */
  models: z
    .array(
      z.strictObject({
        id,
        group: name.optional(),
        useWhen: sentence,
        tradeOffs: someSentences,
      }),
    )
    .min(1, 'name at least one model'),
  pitfalls: sentences,
});

const minutes = z
  .strictObject({ min: z.number().positive().max(120), max: z.number().positive().max(120) })
  .refine((range) => range.min <= range.max, {
    message: 'min is greater than max',
    path: ['min'],
  });

const checklistItem = z.strictObject({
  id,
  text: sentence,
  /** Parts of the item, each said or ticked on its own. */
  items: sentences,
});

export const stepSchema = z.strictObject({
  ...entry,
  number: z.int().min(1).max(20),
  minutes,
  goal: someSentences,
  checklist: z.array(checklistItem).min(1, 'a step needs at least one thing to check'),
  questions: sentences,
  tips: z.array(z.strictObject({ name, text: sentence })).default([]),
  /** What stands on the board when the step is over. */
  deliverable: sentence,
  /** What usually goes wrong here. */
  faults: sentences,
  topics: ids,
  metrics: ids,
});

export const frameworkSchema = z.strictObject({
  id,
  name,
  summary: sentence,
  about: z.strictObject({
    credits: sentence,
    audience: sentence,
    coverage: sentence,
    method: sentence,
    timing: sentence,
  }),
  totalMinutes: z.number().positive().max(180),
  steps: z.array(stepSchema).min(1, 'a framework needs steps'),
  /** What to bring up when time is left. */
  bonus: z
    .array(z.strictObject({ id, name, what: sentence, items: sentences, see: ids }))
    .default([]),
  sources: entry.sources,
});

const level = z.enum(levels);

/** What an interviewer scores. */
export const dimensions = [
  'framing',
  'data',
  'features',
  'modeling',
  'evaluation',
  'serving',
  'monitoring',
  'communication',
] as const;

/** Every group must be heard; within a group any one term will do. */
const signals = z
  .array(z.array(line(60)).min(1, 'a group needs at least one term'))
  .min(1, 'a point needs at least one group of terms');

export const caseSchema = z.strictObject({
  ...entry,
  domains: z.array(id).min(1, 'name at least one domain'),
  difficulty: z.int().min(1).max(5),
  /** The prompt as an interviewer says it: short, under-specified. */
  prompt: paragraph,
  /** What a good design must deliver. */
  requirements: z.strictObject({ functional: someSentences, nonFunctional: someSentences }),
  /** The hidden sheet: told only to the candidate who asks. */
  facts: z
    .array(z.strictObject({ id, asked: z.array(line(120)).min(1), fact: sentence, see: ids }))
    .min(1, 'give the interviewer something to know'),
  rubric: z
    .array(
      z.strictObject({
        id,
        step: id,
        level,
        text: sentence,
        signals,
        /** Where it is scored, when that is not the dimension of its step. */
        dimension: z.enum(dimensions).optional(),
        see: ids,
      }),
    )
    .min(1, 'say what is looked for'),
  probes: z
    .array(
      z.strictObject({
        id,
        step: id,
        depth: z.enum(['define', 'choose', 'defend']),
        ask: sentence,
        good: paragraph,
        /** Points of the rubric it is about: what was said or left out of them calls for it. */
        points: ids,
        see: ids,
      }),
    )
    .default([]),
  twists: z.array(z.strictObject({ id, say: sentence, step: id, good: paragraph })).default([]),
  estimates: z
    .array(z.strictObject({ name: line(80), arithmetic: line(240), result: line(120) }))
    .default([]),
  /** The worked design, step by step, as a strong candidate would give it. */
  design: z
    .array(
      z.strictObject({
        step: id,
        points: z.array(z.strictObject({ name, text: paragraph })).min(1),
      }),
    )
    .min(1, 'give a worked design'),
  choices: z
    .array(
      z.strictObject({
        decision: name,
        chosen: line(120),
        rejected: line(120),
        because: paragraph,
      }),
    )
    .default([]),
  failureModes: z.array(z.strictObject({ what: sentence, answer: sentence })).default([]),
  diagram: z
    .strictObject({
      nodes: z.array(z.strictObject({ id, label: line(40), group: name.optional() })).min(2),
      edges: z.array(z.strictObject({ from: id, to: id, label: line(60).optional() })).min(1),
    })
    .optional(),
  pitfalls: sentences,
  /** What goes beyond the common answer. */
  beyond: sentences,
});

const option = z.strictObject({
  text: line(160),
  correct: z.boolean().default(false),
  why: sentence,
});

export const questionSchema = z
  .strictObject({
    id,
    kind: z.enum(['choice', 'scenario']),
    /** The entry it is about, as kind/id: metric/ndcg. */
    about: z.string().regex(/^(domain|metric|model|topic|step|case)\/[a-z0-9-]+$/, {
      message: 'write it as kind/id, as in "metric/ndcg"',
    }),
    difficulty: z.int().min(1).max(3),
    prompt: paragraph,
    options: z.array(option).length(4, 'give four options'),
    explanation: paragraph,
    /** What would change the answer. */
    flip: sentence.optional(),
    sources: entry.sources,
  })
  .refine((question) => question.options.filter((each) => each.correct).length === 1, {
    message: 'exactly one option must be marked correct',
    path: ['options'],
  });

export const questionFileSchema = z.strictObject({ questions: z.array(questionSchema).min(1) });

export const planSchema = z.strictObject({
  id,
  name,
  summary: sentence,
  totalMinutes: z.number().min(10).max(120),
  /** Minutes for each step; a step left out is not part of the plan. */
  budgets: z.array(z.strictObject({ step: id, minutes: z.number().min(0).max(120) })).min(1),
  /** Minutes kept in reserve. */
  floatMinutes: z.number().min(0).default(0),
});

export const planFileSchema = z.strictObject({ plans: z.array(planSchema).min(1) });

const share = z.number().min(0).max(1);
const shares = z.strictObject({ mid: share, senior: share, staff: share });

export const scorecardSchema = z.strictObject({
  summary: sentence,
  dimensions: z
    .array(
      z.strictObject({
        id: z.enum(dimensions),
        name,
        /** Percent of the whole. */
        weight: z.number().positive().max(100),
        /** The step whose points are scored here, unless a point names another dimension. */
        step: id.optional(),
        /** What is seen of a person who gets this score. */
        anchors: z.strictObject({ 1: sentence, 2: sentence, 3: sentence, 4: sentence }),
        /** What is expected at each level of seniority. */
        expects: z.strictObject({ mid: sentence, senior: sentence, staff: sentence }),
      }),
    )
    .min(1),
  /** What share of the points of each level a score asks for; below them all it is 1. */
  targets: z
    .array(
      z.strictObject({
        id: level,
        name,
        shares: z.strictObject({ 2: shares, 3: shares, 4: shares }),
      }),
    )
    .length(3, 'give mid, senior and staff'),
  /** In order: the first one whose average and least score are both reached. */
  decisions: z
    .array(
      z.strictObject({ id, name, average: z.number().min(1).max(4), least: z.int().min(1).max(4) }),
    )
    .min(1),
  sources: entry.sources,
});
