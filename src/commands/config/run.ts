import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../../context.ts';
import {
  type Setting,
  type SettingKey,
  settingKeys,
  settingNamed,
  settingTable,
} from '../../core/settings.ts';
import { withSetting } from '../../core/settings-edit.ts';
import { closest } from '../../core/typo.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { renderSettings, type SettingRow } from '../../view/settings.ts';
import { printable } from '../../view/width.ts';

interface ConfigOptions {
  readonly isJson: boolean;
}

export function listSettings({ isJson }: ConfigOptions, context: Context): ExitCode {
  const { io, settings } = context;
  const rows = settingKeys.map((key) => rowOf(key, context));
  const { file, problems } = settings;
  if (isJson) {
    const found = rows.map(({ name, value, source, takes }) => ({ name, value, source, takes }));
    io.out(`${JSON.stringify({ file, settings: found }, null, 2)}\n`);
  } else io.out(renderSettings(rows, { width: io.width, paint: io.paint }));
  for (const { where, message, fix } of problems) {
    const place = where === 'file' ? file : 'the environment';
    io.err(`${io.errPaint.bad('mlsd:')} in ${place}: ${printable(message)}. ${fix}\n`);
  }
  return problems.length > 0 ? exitCodes.failed : exitCodes.done;
}

export function getSetting(name: string, { isJson }: ConfigOptions, context: Context): ExitCode {
  const { value, source } = rowOf(keyNamed(name), context);
  context.io.out(isJson ? `${JSON.stringify({ name, value, source })}\n` : `${value ?? ''}\n`);
  return exitCodes.done;
}

export function setSetting(
  name: string,
  text: string,
  { isJson }: ConfigOptions,
  context: Context,
): ExitCode {
  const key = keyNamed(name);
  const setting: Setting<unknown> = settingTable[key];
  const value = setting.parse(text);
  if (value === undefined) {
    throw new UsageError(
      `"${printable(text)}" is no value of ${name}.`,
      `It takes ${setting.takes}.`,
    );
  }
  if (key === 'interviewDate') refusePast(text, context.clock.now());
  change(context, key, value as never);
  context.io.out(isJson ? `${JSON.stringify({ name, value })}\n` : `${name} is ${value}\n`);
  return exitCodes.done;
}

export function unsetSetting(name: string, { isJson }: ConfigOptions, context: Context): ExitCode {
  const key = keyNamed(name);
  change(context, key, undefined);
  const value = settingTable[key].initial ?? null;
  const shown = value === null ? 'not set' : value;
  context.io.out(isJson ? `${JSON.stringify({ name, value })}\n` : `${name} is ${shown}\n`);
  return exitCodes.done;
}

export function showSettingsPath({ isJson }: ConfigOptions, context: Context): ExitCode {
  const { file } = context.settings;
  context.io.out(isJson ? `${JSON.stringify({ file })}\n` : `${file}\n`);
  return exitCodes.done;
}

function rowOf(key: SettingKey, { settings }: Context): SettingRow {
  const { name, says, takes } = settingTable[key];
  const value = settings.settings[key] ?? null;
  return { name, value, source: settings.sources[key], says, takes };
}

function keyNamed(name: string): SettingKey {
  const key = settingNamed(name);
  if (key) return key;
  const names = settingKeys.map((each) => settingTable[each].name);
  const [near] = closest(name, names, 1);
  const hint = near ? `Did you mean "${near}"? ` : '';
  throw new UsageError(
    `there is no setting "${printable(name)}".`,
    `${hint}mlsd config lists them all.`,
  );
}

/** The day itself may still be ahead somewhere on earth. */
function refusePast(day: string, now: number): void {
  if (day >= new Date(now - 12 * 3_600_000).toISOString().slice(0, 10)) return;
  throw new UsageError(
    `${day} is over.`,
    'Give the day of the interview that is ahead, or: mlsd config unset interview-date',
  );
}

/** Written beside the file and moved over it: a crash leaves the old one or the new one. */
function change(context: Context, key: SettingKey, value: never | undefined): void {
  const { file } = context.settings;
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

function edited(
  file: string,
  before: string | undefined,
  key: SettingKey,
  value: never | undefined,
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
