import * as z from 'zod';
import {
  entry,
  id,
  ids,
  line,
  name,
  paragraph,
  sentence,
  sentences,
  someSentences,
} from './parts.ts';
import { dimensions, level } from './scorecard.ts';

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
