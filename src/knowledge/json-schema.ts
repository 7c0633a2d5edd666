/** JSON Schema of the files of a knowledge base, for editors that complete and check YAML. */
import * as z from 'zod';
import { caseSchema } from '../core/schema/case.ts';
import { domainSchema } from '../core/schema/domain.ts';
import { frameworkSchema } from '../core/schema/framework.ts';
import { metricSchema } from '../core/schema/metric.ts';
import { modelSchema } from '../core/schema/model.ts';
import { planFileSchema } from '../core/schema/plan.ts';
import { questionFileSchema } from '../core/schema/question.ts';
import { scorecardSchema } from '../core/schema/scorecard.ts';
import { topicSchema } from '../core/schema/topic.ts';

/** By the name of its file: metric.json, questions.json … */
const schemas = {
  case: caseSchema,
  domain: domainSchema,
  framework: frameworkSchema,
  metric: metricSchema,
  model: modelSchema,
  plans: planFileSchema,
  questions: questionFileSchema,
  scorecard: scorecardSchema,
  topic: topicSchema,
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof schemas;
export const schemaNames = Object.keys(schemas) as SchemaName[];

/** What a file may hold, before defaults are filled in. */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  const schema = z.toJSONSchema(schemas[name], { io: 'input', target: 'draft-7' });
  return { ...schema, title: `mlsd ${name}` };
}
