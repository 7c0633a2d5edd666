/** The lines of an exported history, and what each may hold. */
import * as z from 'zod';
import { modes, type SittingMode } from '../core/quiz/mode.ts';
import { ratings } from '../core/quiz/schedule.ts';

export const transferFormat = 'mlsd-history';
export const transferVersion = 1;

/** The first line: read before anything else, so that a newer format is told from a wrong file. */
export const headerSchema = z.looseObject({
  format: z.literal(transferFormat),
  version: z.int().min(1),
});

const id = z.string().min(1).max(400);
const moment = z.int().min(0).max(8_640_000_000_000_000);
const milliseconds = z.int().min(0);

const review = z.strictObject({
  type: z.literal('review'),
  uid: id,
  card: id,
  question: id,
  kind: id,
  session: id,
  mode: z.enum(Object.keys(modes) as SittingMode[]),
  answeredAt: moment,
  tookMs: milliseconds,
  correct: z.boolean(),
  rating: z.enum(ratings),
  answer: z.string().max(1_000_000),
  hints: z.int().min(0).max(1000),
  retention: z.number().gt(0).lt(1),
  dueBy: moment.nullable(),
  scheduler: z.string().max(200),
});

const retraction = z.strictObject({
  type: z.literal('retraction'),
  uid: id,
  retractedAt: moment,
});

const step = z.looseObject({ step: id, name: z.string(), budgetMs: milliseconds });

const interview = z.strictObject({
  type: z.literal('interview'),
  id,
  setup: z.looseObject({
    id,
    caseId: id.optional(),
    title: z.string(),
    prompt: z.string(),
    seed: z.number(),
    startedAt: moment,
    plan: z.looseObject({ totalMs: milliseconds, floatMs: milliseconds, steps: z.array(step) }),
  }),
  clockMs: milliseconds,
  seenAt: moment,
  events: z
    .array(z.looseObject({ kind: id, clockMs: milliseconds, at: moment }))
    .min(1)
    .max(100_000),
});

/** The last line: without it the file was cut off. */
const end = z.strictObject({ type: z.literal('end'), lines: z.int().min(0) });

export const lineSchema = z.discriminatedUnion('type', [review, retraction, interview, end]);

export type ReviewLine = z.output<typeof review>;
export type RetractionLine = z.output<typeof retraction>;
export type InterviewLine = z.output<typeof interview>;
export type TransferLine = z.output<typeof lineSchema>;
