/**
 * The shape of everything in the knowledge base, written once: the validator, the
 * TypeScript types and the fields of `--json` all come from here. This is what the shapes
 * have in common.
 */
import * as z from 'zod';

export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = z
  .string()
  .regex(idPattern, 'write it in lower case with hyphens, as in "recall-at-k"');

/** One line of text, trimmed, bounded. */
export const line = (max: number) =>
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

export const name = line(60);
export const sentence = line(280);
export const paragraph = line(700);
export const sentences = z.array(sentence).default([]);
export const someSentences = z.array(sentence).min(1, 'give at least one');
export const ids = z.array(id).default([]);

export const entry = {
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
export const lookAlikes = z.array(lookAlike).default([]);
export const formula = z.strictObject({
  name: name.optional(),
  text: line(240),
  tex: line(400),
  /** What the symbols stand for. */
  where: line(280).optional(),
});
