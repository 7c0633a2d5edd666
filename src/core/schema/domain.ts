import * as z from 'zod';
import { entry, id, line, name, sentence, sentences, someSentences } from './parts.ts';

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
