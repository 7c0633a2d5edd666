/** The step of the build that checks and compiles the shipped knowledge base. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { errorsOf } from '../core/issue.ts';
import { compileKnowledge } from '../knowledge/compile.ts';
import { jsonSchema, schemaNames } from '../knowledge/json-schema.ts';
import { contentsOf, loadKnowledge } from '../knowledge/load.ts';
import { plainPaint } from '../view/paint.ts';
import { renderProblems } from '../view/problems.ts';

/** Returns the exit code; problems go to standard error. */
export function buildKnowledge(directory: string, target: URL): number {
  const { knowledge, problems } = loadKnowledge(directory, { shownFrom: process.cwd() });
  if (problems.length > 0)
    process.stderr.write(renderProblems(problems, { width: 100, paint: plainPaint }));
  writeFileSync(target, compileKnowledge(contentsOf(knowledge)));
  return errorsOf(problems).length > 0 ? 3 : 0;
}

/** One file a kind, for editors. */
export function buildSchemas(directory: URL): void {
  mkdirSync(directory, { recursive: true });
  for (const name of schemaNames) {
    const text = `${JSON.stringify(jsonSchema(name), null, 1)}\n`;
    writeFileSync(new URL(`${name}.json`, directory), text);
  }
}
