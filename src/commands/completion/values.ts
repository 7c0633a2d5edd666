/** What may be typed for the arguments of commands: entries, metrics to compute, settings. */
import { type Catalog, type IndexRecord, type Kind, kinds } from '../../core/catalog.ts';
import { settingKeys, settingNamed, settingTable } from '../../core/settings.ts';
import { composedSheets } from '../../core/sheet.ts';
import type { CompletionValue } from '../../terminal/shell-completion.ts';

/** By the path of the command and the name of the argument; undefined: nothing is known of it. */
export type ArgumentValues = (
  path: string,
  argument: string,
) => readonly CompletionValue[] | undefined;

export async function createValues(
  catalog: Catalog,
  words: readonly string[],
): Promise<ArgumentValues> {
  const entries = (wanted?: Kind) =>
    catalog.records.filter(({ kind }) => !wanted || kind === wanted).map(entryValue);
  const drills = words[0] === 'estimate' ? await drillValues() : [];
  const computable = words[0] === 'compute' ? await computableValues() : [];
  const groups = [...new Set(catalog.records.map(({ group }) => group))].map(bare);
  const subjects = () => [...entries(), ...groups, ...kinds.map((kind) => bare(`${kind}s`))];
  const sheets = Object.entries(composedSheets).map(([value, says]) => ({ value, says }));
  const settings = settingKeys.map((key) => {
    const { name, says } = settingTable[key];
    return { value: name, says };
  });
  const table: Readonly<Record<string, () => readonly CompletionValue[]>> = {
    // All entries behind nothing would bury the commands.
    ' words': () => ((words.at(-1) ?? '') === '' ? [] : entries()),
    'lookup words': entries,
    'compare names': entries,
    'sheet topic': () => [...sheets, ...subjects()],
    'quiz topics': subjects,
    'interview case': () => entries('case'),
    'grade case': () => entries('case'),
    'compute metric': () => computable,
    'estimate drill': () => drills,
    'config get name': () => settings,
    'config set name': () => settings,
    'config unset name': () => settings,
    'config set value': () => settingValues(words.at(-2) ?? ''),
    ...Object.fromEntries(kinds.map((kind) => [`${kind} name`, () => entries(kind)])),
  };
  return (path, argument) => table[`${path} ${argument}`]?.();
}

function entryValue({ id, name, summary }: IndexRecord): CompletionValue {
  return { value: id, says: `${name}: ${summary}` };
}

function bare(value: string): CompletionValue {
  return { value, says: '' };
}

/** "mid, senior or staff" as values; other settings take what cannot be listed. */
function settingValues(name: string): CompletionValue[] {
  const key = settingNamed(name);
  const takes = key ? settingTable[key].takes : '';
  return /^[a-z, ]+ or [a-z]+$/.test(takes) ? takes.split(/, | or /).map(bare) : [];
}

async function drillValues(): Promise<CompletionValue[]> {
  const { estimateDrills } = await import('../../core/quiz/estimate/table.ts');
  return estimateDrills.map(({ id, name }) => ({ value: id, says: name }));
}

async function computableValues(): Promise<CompletionValue[]> {
  const { metricFormulas } = await import('../../core/metrics/index.ts');
  return metricFormulas.map(({ id, name }) => ({ value: id, says: name }));
}
