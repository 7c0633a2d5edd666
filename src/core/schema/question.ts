import * as z from 'zod';
import { entry, id, line, paragraph, sentence } from './parts.ts';

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
