import * as z from 'zod';
import { levels } from '../settings.ts';
import { entry, id, name, sentence } from './parts.ts';

export const level = z.enum(levels);

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
