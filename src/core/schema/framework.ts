/** The framework of the interview: its steps are entries of their own. */
import * as z from 'zod';
import { entry, id, ids, name, sentence, sentences, someSentences } from './parts.ts';

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
