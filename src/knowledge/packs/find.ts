/** Which packs are in use, and where they are. */
import { readdirSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export interface PackChoices {
  /** `--pack`, in the order given. */
  readonly flags: readonly string[];
  /** MLSD_PACK: directories, separated as in PATH. */
  readonly env: string | undefined;
  readonly dataDirectory: string;
  readonly workingDirectory: string;
}

/**
 * The directories of all packs, each once. A later one may replace entries of an earlier one:
 * those of the data directory come first, then those of the environment, then the flags.
 */
export function findPacks(choices: PackChoices): readonly string[] {
  const { flags, env, dataDirectory, workingDirectory } = choices;
  const named = [...(env?.split(delimiter) ?? []), ...flags].filter((path) => path !== '');
  const all = [
    ...installedPacks(join(dataDirectory, 'packs')),
    ...named.map((path) => resolve(workingDirectory, path)),
  ];
  return all.filter((path, index) => all.indexOf(path, index + 1) === -1);
}

/** Every directory in the packs folder, by name; hidden ones are not packs. */
function installedPacks(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
}
