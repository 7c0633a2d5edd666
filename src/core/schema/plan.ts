import * as z from 'zod';
import { id, name, sentence } from './parts.ts';

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
