/** The step of the build that checks and compiles the shipped knowledge base. */
import { writeFileSync } from 'node:fs';
import { compileKnowledge } from '../knowledge/compile.ts';
import { contentsOf, loadKnowledge } from '../knowledge/load.ts';
import { plainPaint } from '../view/paint.ts';
import { renderProblems } from '../view/problems.ts';

/** Returns the exit code; problems go to standard error. */
export function buildKnowledge(directory: string, target: URL): number {
  const { knowledge, problems } = loadKnowledge(directory, { shownFrom: process.cwd() });
  if (problems.length > 0) process.stderr.write(renderProblems(problems, plainPaint));
  writeFileSync(target, compileKnowledge(contentsOf(knowledge)));
  return problems.length > 0 ? 3 : 0;
}
