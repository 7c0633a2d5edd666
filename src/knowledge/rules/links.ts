/** Links lead somewhere, to the kind that is wanted, once, and not to where they start. */
import type { Entry, EntryOf, Kind } from '../../core/catalog.ts';
import type { Located } from '../reader.ts';
import type { Path } from '../source.ts';
import { type Link, linksOf } from './link-list.ts';
import { didYouMean, type Scope } from './scope.ts';
import { fillInId } from './unfilled.ts';

export function checkLinks(scope: Scope): void {
  const { entries, questions, plans, framework } = scope.knowledge;
  for (const located of entries) {
    const links = linksOf(located.value);
    for (const link of links) checkTarget(scope, located, link);
    checkRepeats(scope, located, links);
    if (located.value.kind === 'domain') checkMembers(scope, located, located.value);
    if (located.value.kind === 'case') checkDiagram(scope, located, located.value);
    checkClaims(scope, located);
  }
  for (const located of questions) {
    const [kind, id = ''] = located.value.about.split('/') as [Kind, string?];
    checkTarget(scope, located, { path: ['about'], list: 'about', id, kind });
  }
  for (const located of plans) {
    const links = located.value.budgets.map(
      ({ step }, index): Link => ({
        path: ['budgets', index, 'step'],
        list: 'budgets',
        id: step,
        kind: 'step',
      }),
    );
    for (const link of links) checkTarget(scope, located, link);
    checkRepeats(scope, located, links);
  }
  framework?.value.bonus.forEach(({ see }, bonus) => {
    see.forEach((id, index) => {
      const path = ['bonus', bonus, 'see', index];
      checkTarget(scope, framework, { path, list: `bonus ${bonus}`, id });
    });
  });
}

function checkTarget(scope: Scope, located: Located<unknown>, { path, id, kind }: Link): void {
  const found = scope.find(id);
  if (id === fillInId || (!found && scope.isUnsure(id, kind))) return;
  if (!found) {
    const hint = scope.suggestion(id, kind, 'add it, or take the link out');
    scope.tell(located, path, 'unknown-id', `there is no ${kind ?? 'entry'} "${id}"`, hint);
  } else if (kind && found.kind !== kind) {
    const hint = scope.suggestion(id, kind, `name a ${kind} here`);
    scope.tell(located, path, 'wrong-kind', `"${id}" is a ${found.kind}, not a ${kind}`, hint);
  }
}

function checkRepeats(
  scope: Scope,
  located: Located<{ readonly id: string }>,
  links: readonly Link[],
): void {
  const seen = new Set<string>();
  for (const { path, list, id } of links) {
    if (id === located.value.id) {
      const hint = 'take it out: whoever reads this is already there';
      scope.tell(located, path, 'self-link', `"${id}" links to itself`, hint);
    }
    const key = `${list} ${id}`;
    if (seen.has(key) && list !== undefined) {
      scope.tell(located, path, 'repeated-link', `"${id}" is listed twice`, 'keep one of them');
    }
    seen.add(key);
  }
}

/** A domain lists a metric or model: that one must name the domain, unless it is not ours to change. */
function checkMembers(scope: Scope, located: Located<Entry>, domain: EntryOf<'domain'>): void {
  for (const kind of ['metric', 'model'] as const) {
    domain[`${kind}s`].forEach(({ id }, index) => {
      const member = scope.own(id)?.value;
      if (member?.kind !== kind || member.domains.includes(domain.id)) return;
      scope.tell(
        located,
        [`${kind}s`, index, 'id'],
        'one-sided-link',
        `${kind} "${id}" does not name the domain "${domain.id}"`,
        `add ${domain.id} to the domains of ${id}`,
      );
    });
  }
}

/** A metric or model names a domain: that one must list it, unless it is not ours to change. */
function checkClaims(scope: Scope, located: Located<Entry>): void {
  const { value } = located;
  if (value.kind !== 'metric' && value.kind !== 'model') return;
  value.domains.forEach((id, index) => {
    const domain = scope.own(id)?.value;
    if (domain?.kind !== 'domain') return;
    const members: readonly { readonly id: string }[] = domain[`${value.kind}s`];
    if (members.some((member) => member.id === value.id)) return;
    scope.tell(
      located,
      ['domains', index],
      'one-sided-link',
      `domain "${id}" does not list "${value.id}"`,
      `list it under ${value.kind}s in the domain, or leave the domain out here`,
    );
  });
}

function checkDiagram(scope: Scope, located: Located<Entry>, value: EntryOf<'case'>): void {
  const ids = value.diagram?.nodes.map(({ id }) => id) ?? [];
  const nodes = new Set(ids);
  value.diagram?.edges.forEach((edge, index) => {
    for (const end of ['from', 'to'] as const) {
      if (nodes.has(edge[end])) continue;
      const path: Path = ['diagram', 'edges', index, end];
      const hint = didYouMean(edge[end], ids, 'add the node');
      scope.tell(located, path, 'unknown-id', `the diagram has no node "${edge[end]}"`, hint);
    }
  });
}
