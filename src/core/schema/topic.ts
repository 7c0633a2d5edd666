import * as z from 'zod';
import {
  entry,
  formula,
  ids,
  line,
  lookAlikes,
  name,
  paragraph,
  sentence,
  sentences,
} from './parts.ts';

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
