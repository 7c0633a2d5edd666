/** A metric or model that no domain uses and nothing links to is met by nobody who does not know it. */
import { linksOf } from './link-list.ts';
import type { Scope } from './scope.ts';

export function checkUse(scope: Scope): void {
  const { entries, questions, framework } = scope.knowledge;
  const used = new Set(framework?.value.bonus.flatMap(({ see }) => see));
  for (const { value } of entries) for (const { id } of linksOf(value)) used.add(id);
  for (const entry of scope.others) for (const { id } of linksOf(entry)) used.add(id);
  for (const { value } of questions) used.add(value.about.split('/')[1] ?? '');
  for (const located of entries) {
    const { value } = located;
    if (value.kind !== 'metric' && value.kind !== 'model') continue;
    if (value.domains.length > 0 || used.has(value.id)) continue;
    const message = `nothing links to the ${value.kind} "${value.id}"`;
    const hint = 'name its domains, or link to it from an entry where a reader would want it';
    scope.tell(located, ['id'], 'unused-entry', message, hint);
  }
}
