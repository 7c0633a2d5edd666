/** Writes one setting into the file of settings. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SettingKey, Settings } from '../../core/settings.ts';
import { withSetting } from '../../core/settings-edit.ts';
import { UserError } from '../../errors.ts';

/** Written beside the file and moved over it: a crash leaves the old one or the new one. */
export function storeSetting<K extends SettingKey>(
  file: string,
  key: K,
  value: Settings[K] | undefined,
): void {
  const before = readIfThere(file);
  const text = edited(file, before, key, value);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `your settings cannot be written: ${reason}`,
      'Check who may write that file, or name another one in MLSD_CONFIG.',
    );
  }
}

function edited<K extends SettingKey>(
  file: string,
  before: string | undefined,
  key: K,
  value: Settings[K] | undefined,
) {
  try {
    return withSetting(before, key, value);
  } catch {
    throw new UserError(
      `your settings are not JSON: ${file}`,
      'Mend the file, or delete it to start from the defaults.',
    );
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`your settings cannot be read: ${reason}`, 'Check who may read that file.');
  }
}
