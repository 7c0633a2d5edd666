/** JSON Schema of the files of a knowledge base, for editors that complete and check YAML. */
import * as z from 'zod';
import {
  caseSchema,
  domainSchema,
  frameworkSchema,
  metricSchema,
  modelSchema,
  planFileSchema,
  questionFileSchema,
  scorecardSchema,
  topicSchema,
} from '../core/schema.ts';

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
