/** The rubric of a case looks for something in every step, and its probes are about points of it. */
import type { EntryOf } from '../../core/catalog.ts';
import type { Located } from '../reader.ts';
import { didYouMean, type Scope } from './scope.ts';

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
    checkProbes(scope, located, value);
  }
}

function checkProbes(scope: Scope, located: Located<unknown>, value: EntryOf<'case'>): void {
  const known = value.rubric.map(({ id }) => id);
  value.probes.forEach(({ points }, probe) => {
    points.forEach((id, index) => {
      const path = ['probes', probe, 'points', index];
      if (!known.includes(id)) {
        const hint = didYouMean(id, known, 'name a point of the rubric above, or take it out');
        scope.tell(located, path, 'unknown-point', `the rubric has no point "${id}"`, hint);
      } else if (points.indexOf(id) < index) {
        scope.tell(located, path, 'repeated-link', `"${id}" is listed twice`, 'keep one of them');
      }
    });
  });
}
