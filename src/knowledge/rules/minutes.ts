/** Minutes add up, and steps are numbered one after another. */
import type { Entry, EntryOf } from '../../core/catalog.ts';
import type { Located } from '../reader.ts';
import type { Scope } from './scope.ts';

export function checkMinutes(scope: Scope): void {
  for (const located of scope.knowledge.plans) {
    const { budgets, floatMinutes, totalMinutes } = located.value;
    const sum = budgets.reduce((total, { minutes }) => total + minutes, floatMinutes);
    if (Math.abs(sum - totalMinutes) < 1e-9) continue;
    const message = `the budgets add up to ${round(sum)} minutes, not ${totalMinutes}`;
    const hint = 'change a budget, the float or the total';
    scope.tell(located, ['totalMinutes'], 'minutes', message, hint);
  }
  checkFramework(scope);
  checkNumbers(scope);
}

function checkFramework(scope: Scope): void {
  const { framework } = scope.knowledge;
  if (!framework) return;
  const { totalMinutes } = framework.value;
  const minutes = stepsOf(scope).map(({ value }) => value.minutes);
  const least = minutes.reduce((sum, { min }) => sum + min, 0);
  const most = minutes.reduce((sum, { max }) => sum + max, 0);
  if (totalMinutes >= least && totalMinutes <= most) return;
  const message = `the steps take ${round(least)} to ${round(most)} minutes, not ${totalMinutes}`;
  const hint = 'change the total, or the minutes of a step';
  scope.tell(framework, ['totalMinutes'], 'minutes', message, hint);
}

/** A pack may replace a step or add one: the numbers of all together count. */
function checkNumbers(scope: Scope): void {
  const steps = stepsOf(scope);
  const others = [...scope.others].filter((entry) => entry.kind === 'step');
  const taken = new Map(others.map(({ number, id }) => [number, id]));
  for (const step of steps) {
    const { number, id } = step.value;
    const other = taken.get(number);
    if (other !== undefined) {
      const message = `step ${number} is already "${other}"`;
      scope.tell(step, ['number'], 'step-number', message, 'number the steps 1, 2, 3 …');
    }
    taken.set(number, id);
  }
  const gap = steps.find(({ value }) => value.number > 1 && !taken.has(value.number - 1));
  if (!gap) return;
  const message = `there is no step ${gap.value.number - 1} before step ${gap.value.number}`;
  scope.tell(gap, ['number'], 'step-number', message, 'number the steps 1, 2, 3 …');
}

function stepsOf({ knowledge }: Scope): Located<EntryOf<'step'>>[] {
  return knowledge.entries.filter(isStep);
}

function isStep(located: Located<Entry>): located is Located<EntryOf<'step'>> {
  return located.value.kind === 'step';
}

function round(minutes: number): number {
  return Number(minutes.toFixed(3));
}
