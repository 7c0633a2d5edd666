/** What was looked at, one after the other, each with what is to be done about it. */
import type { Paint, Role } from './paint.ts';
import { padEnd, textWidth, wrapRuns } from './width.ts';

interface NamedFinding {
  readonly name: string;
  readonly status: 'ok' | 'note' | 'problem';
  readonly says: readonly string[];
  readonly fix?: string | undefined;
}

const roles = { ok: 'good', note: 'dim', problem: 'bad' } as const satisfies Record<
  NamedFinding['status'],
  Role
>;

interface Style {
  readonly width: number;
  readonly paint: Paint;
}

export function renderFindings(findings: readonly NamedFinding[], style: Style): string {
  const { width, paint } = style;
  const nameColumn = Math.max(...findings.map(({ name }) => textWidth(name))) + 2;
  const statusColumn = 'problem'.length + 2;
  const indent = ' '.repeat(nameColumn + statusColumn);
  const lines = findings.flatMap(({ name, status, says, fix }) => {
    const texts = [...says, ...(fix ? [`To mend it: ${fix}`] : [])];
    const wrapped = texts.flatMap((text) => wrapRuns([{ text }], width - indent.length));
    const head = `${paint.term(padEnd(name, nameColumn))}${paint[roles[status]](padEnd(status, statusColumn))}`;
    return wrapped.map((line, index) => `${index === 0 ? head : indent}${line}`);
  });
  const problems = findings.filter(({ status }) => status === 'problem').length;
  const end =
    problems === 0
      ? 'Nothing is wrong.'
      : problems === 1
        ? 'One problem.'
        : `${problems} problems.`;
  return `${[...lines, '', end].join('\n')}\n`;
}
