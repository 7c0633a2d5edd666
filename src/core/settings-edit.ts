/** The file of settings with one of them changed; what else stands there is kept. */
import { type SettingKey, type Settings, settingTable } from './settings.ts';

/** undefined takes the setting out. Throws SyntaxError when `text` is not JSON. */
export function withSetting<K extends SettingKey>(
  text: string | undefined,
  key: K,
  value: Settings[K] | undefined,
): string {
  const { [settingTable[key].name]: _before, ...others } = JSON.parse(text ?? '{}');
  const changed = value === undefined ? others : { ...others, [settingTable[key].name]: value };
  return `${JSON.stringify(changed, null, 2)}\n`;
}
