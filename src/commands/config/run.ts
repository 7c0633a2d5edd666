import type { Context } from '../../context.ts';
import {
  isOver,
  type Setting,
  type SettingKey,
  settingKeys,
  settingNamed,
  settingTable,
} from '../../core/settings.ts';
import { closest } from '../../core/typo.ts';
import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { renderSettings, type SettingRow } from '../../view/settings.ts';
import { printable } from '../../view/width.ts';
import { storeSetting } from './store.ts';

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
  if (key === 'interviewDate' && isOver(text, context.clock.now())) {
    throw new UsageError(
      `${text} is over.`,
      'Give the day of the interview that is ahead, or: mlsd config unset interview-date',
    );
  }
  storeSetting(context.settings.file, key, value as never);
  context.io.out(isJson ? `${JSON.stringify({ name, value })}\n` : `${name} is ${value}\n`);
  return exitCodes.done;
}

export function unsetSetting(name: string, { isJson }: ConfigOptions, context: Context): ExitCode {
  const key = keyNamed(name);
  storeSetting(context.settings.file, key, undefined);
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
