/** The answer to a need: a short list to choose from, each with the sentence that speaks for it. */
import type { IndexRecord } from '../core/catalog.ts';
import type { Paint } from './paint.ts';
import { type Run, wrapRuns } from './width.ts';

export interface FoundNeed {
  readonly record: IndexRecord;
  readonly score: number;
  readonly reason: string | undefined;
}

const shownCount = 3;

/** Best first: the best with their reasons, the rest by what to type. */
export function renderNeeds(
  query: string,
  found: readonly FoundNeed[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string {
  const best = found.slice(0, shownCount);
  const rest = found.slice(shownCount);
  return [
    ...wrapRuns([{ text: `For "${query}":` }], width),
    ...best.flatMap((each, index) => ['', ...needLines(each, index + 1, { width, paint })]),
    ...(rest.length > 0 ? ['', ...wrapRuns(alsoRuns(rest, paint), width)] : []),
    '',
  ].join('\n');
}

function needLines(
  { record, reason }: FoundNeed,
  number: number,
  { width, paint }: { readonly width: number; readonly paint: Paint },
): string[] {
  const { kind, id, name, summary } = record;
  const inner = (runs: Run[]) => wrapRuns(runs, width - 3).map((line) => `   ${line}`);
  const [title = '', ...more] = inner([
    { text: name, paint: paint.strong },
    { text: ` (${kind})`, paint: paint.dim },
  ]);
  return [
    `${paint.dim(`${number}.`)} ${title.slice(3)}`,
    ...more,
    ...inner([{ text: reason ?? summary }]),
    ...inner([{ text: `mlsd ${kind} ${id}`, paint: paint.code }]),
  ];
}

function alsoRuns(rest: readonly FoundNeed[], paint: Paint): Run[] {
  const commands = rest.map(({ record }) => `mlsd ${record.kind} ${record.id}`);
  return [{ text: `Also: ${commands.join(', ')}`, paint: paint.dim }];
}
