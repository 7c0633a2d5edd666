/** Rules over entries together: ids are unique, links lead somewhere, names stand for one thing. */
import type { Entry, Kind } from '../core/catalog.ts';
import type { Problem } from '../core/issue.ts';
import { closest } from '../core/typo.ts';
import type { LoadedKnowledge, Located } from './load.ts';
import { type Path, problemAtPath } from './source.ts';

export function checkLinks(knowledge: LoadedKnowledge, failedIds: ReadonlySet<string>): Problem[] {
  const checker = new LinkChecker(knowledge, failedIds);
  for (const entry of knowledge.entries) checker.entry(entry);
  for (const question of knowledge.questions) checker.question(question);
  for (const plan of knowledge.plans) checker.plan(plan);
  if (knowledge.framework) {
    const { value } = knowledge.framework;
    value.bonus.forEach((bonus, index) => {
      if (knowledge.framework) checker.all(knowledge.framework, ['bonus', index, 'see'], bonus.see);
    });
  }
  checker.duplicates();
  return checker.problems;
}

class LinkChecker {
  readonly problems: Problem[] = [];
  readonly #knowledge: LoadedKnowledge;
  readonly #failedIds: ReadonlySet<string>;
  readonly #kindOf = new Map<string, Kind>();

  constructor(knowledge: LoadedKnowledge, failedIds: ReadonlySet<string>) {
    this.#knowledge = knowledge;
    this.#failedIds = failedIds;
    for (const { value } of knowledge.entries) this.#kindOf.set(value.id, value.kind);
  }

  entry(located: Located<Entry>): void {
    const { value } = located;
    this.all(located, ['see'], value.see);
    if ('lookAlikes' in value) {
      value.lookAlikes.forEach((other, index) => {
        this.one(located, ['lookAlikes', index, 'id'], other.id, value.kind);
      });
    }
    if ('domains' in value) this.all(located, ['domains'], value.domains, 'domain');
    if (value.kind === 'topic') this.all(located, ['steps'], value.steps, 'step');
    if (value.kind === 'step') {
      this.all(located, ['topics'], value.topics, 'topic');
      this.all(located, ['metrics'], value.metrics, 'metric');
    }
    if (value.kind === 'domain') {
      this.#members(located, 'metrics', value.metrics, 'metric', value.id);
      this.#members(located, 'models', value.models, 'model', value.id);
    }
    if (value.kind === 'metric' || value.kind === 'model') this.#claims(located, value);
    if (value.kind === 'case') this.#case(located, value);
  }

  /** A domain lists a metric or model: that one must name the domain. */
  #members(
    located: Located<Entry>,
    field: string,
    members: readonly { id: string }[],
    kind: 'metric' | 'model',
    domain: string,
  ): void {
    members.forEach(({ id }, index) => {
      this.one(located, [field, index, 'id'], id, kind);
      const member = this.#find(id);
      if (member?.kind === kind && !member.domains.includes(domain)) {
        this.#tell(located, [field, index, 'id'], {
          rule: 'one-sided-link',
          message: `${kind} "${id}" does not name the domain "${domain}"`,
          hint: `add ${domain} to the domains of ${id}`,
        });
      }
    });
  }

  /** A metric or model names a domain: that one must list it. */
  #claims(located: Located<Entry>, value: Extract<Entry, { kind: 'metric' | 'model' }>): void {
    value.domains.forEach((id, index) => {
      const domain = this.#find(id);
      if (domain?.kind !== 'domain') return;
      const members: readonly { id: string }[] =
        value.kind === 'metric' ? domain.metrics : domain.models;
      if (members.some((member) => member.id === value.id)) return;
      this.#tell(located, ['domains', index], {
        rule: 'one-sided-link',
        message: `domain "${id}" does not list "${value.id}"`,
        hint: `list it under ${value.kind}s in the domain, or leave the domain out here`,
      });
    });
  }

  #case(located: Located<Entry>, value: Extract<Entry, { kind: 'case' }>): void {
    for (const field of ['rubric', 'probes', 'twists', 'design'] as const) {
      value[field].forEach((each, index) => {
        this.one(located, [field, index, 'step'], each.step, 'step');
      });
    }
    value.rubric.forEach((point, index) => {
      this.all(located, ['rubric', index, 'see'], point.see);
    });
    for (const field of ['facts', 'rubric', 'probes', 'twists'] as const) {
      this.#uniqueIn(located, field, value[field]);
    }
    if (!value.diagram) return;
    const nodes = new Set(value.diagram.nodes.map(({ id }) => id));
    this.#uniqueIn(located, 'diagram', value.diagram.nodes);
    value.diagram.edges.forEach((edge, index) => {
      for (const end of ['from', 'to'] as const) {
        if (nodes.has(edge[end])) continue;
        this.#tell(located, ['diagram', 'edges', index, end], {
          rule: 'unknown-id',
          message: `the diagram has no node "${edge[end]}"`,
          hint: suggestion(edge[end], [...nodes], 'add the node'),
        });
      }
    });
  }

  #uniqueIn(located: Located<Entry>, field: string, values: readonly { id: string }[]): void {
    const seen = new Set<string>();
    values.forEach(({ id }, index) => {
      if (seen.has(id)) {
        const path = field === 'diagram' ? ['diagram', 'nodes', index, 'id'] : [field, index, 'id'];
        this.#tell(located, path, {
          rule: 'duplicate-id',
          message: `"${id}" is used twice in ${field}`,
          hint: 'give each its own id',
        });
      }
      seen.add(id);
    });
  }

  question(located: LoadedKnowledge['questions'][number]): void {
    const [kind, id] = located.value.about.split('/') as [Kind, string];
    this.one(located, ['about'], id, kind);
  }

  plan(located: LoadedKnowledge['plans'][number]): void {
    const { budgets, floatMinutes, totalMinutes } = located.value;
    budgets.forEach(({ step }, index) => {
      this.one(located, ['budgets', index, 'step'], step, 'step');
    });
    const sum = budgets.reduce((total, { minutes }) => total + minutes, floatMinutes);
    if (Math.abs(sum - totalMinutes) > 1e-9) {
      this.#tell(located, ['totalMinutes'], {
        rule: 'minutes',
        message: `the budgets add up to ${Number(sum.toFixed(3))} minutes, not ${totalMinutes}`,
        hint: 'change a budget, the float or the total',
      });
    }
  }

  all(located: Located<unknown>, path: Path, ids: readonly string[], kind?: Kind): void {
    ids.forEach((id, index) => {
      this.one(located, [...path, index], id, kind);
    });
  }

  one(located: Located<unknown>, path: Path, id: string, kind?: Kind): void {
    const found = this.#kindOf.get(id);
    if (found === undefined) {
      if (this.#failedIds.has(id) || (kind === 'step' && this.#failedIds.has('framework'))) return;
      this.#tell(located, path, {
        rule: 'unknown-id',
        message: `there is no ${kind ?? 'entry'} "${id}"`,
        hint: suggestion(id, this.#idsOf(kind), 'add it, or take the link out'),
      });
    } else if (kind && found !== kind) {
      this.#tell(located, path, {
        rule: 'wrong-kind',
        message: `"${id}" is a ${found}, not a ${kind}`,
        hint: suggestion(id, this.#idsOf(kind), `name a ${kind} here`),
      });
    }
  }

  duplicates(): void {
    const { entries, questions, plans } = this.#knowledge;
    this.#duplicateIds(entries);
    this.#duplicateIds(questions);
    this.#duplicateIds(plans);
  }

  #duplicateIds(all: readonly Located<{ readonly id: string }>[]): void {
    const first = new Map<string, Located<{ readonly id: string }>>();
    for (const located of all) {
      const earlier = first.get(located.value.id);
      if (!earlier) {
        first.set(located.value.id, located);
        continue;
      }
      this.#tell(located, ['id'], {
        rule: 'duplicate-id',
        message: `id "${located.value.id}" is already used in ${earlier.source.file}`,
        hint: 'ids are unique over all kinds: choose another one here',
      });
    }
  }

  #find(id: string): Entry | undefined {
    return this.#knowledge.entries.find(({ value }) => value.id === id)?.value;
  }

  #idsOf(kind: Kind | undefined): string[] {
    return [...this.#kindOf].filter(([, of]) => !kind || of === kind).map(([id]) => id);
  }

  #tell(
    located: Located<unknown>,
    path: Path,
    told: { rule: string; message: string; hint: string },
  ): void {
    this.problems.push(problemAtPath(located.source, [...located.path, ...path], told));
  }
}

function suggestion(id: string, known: readonly string[], otherwise: string): string {
  const [near] = closest(id, known, 1);
  return near ? `did you mean "${near}"?` : otherwise;
}
