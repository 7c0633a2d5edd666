/** The rubric of a case looks for something in every step. */
import type { Scope } from './scope.ts';

export function checkRubrics(scope: Scope): void {
  const own = scope.knowledge.entries.map(({ value }) => value);
  const steps = [...own, ...scope.others].filter(({ kind }) => kind === 'step');
  for (const located of scope.knowledge.entries) {
    const { value } = located;
    if (value.kind !== 'case') continue;
    const looked = new Set(value.rubric.map(({ step }) => step));
    for (const { id, name } of steps.filter((step) => !looked.has(step.id))) {
      const message = `no point of the rubric belongs to the step "${id}" (${name})`;
      const hint = `add what is looked for in that step, with step: ${id}`;
      scope.tell(located, ['rubric'], 'step-without-points', message, hint);
    }
  }
}
