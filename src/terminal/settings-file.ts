/** The file of a person's settings, small enough to be read before every command. */
import { readFileSync } from 'node:fs';

const mostBytes = 64 * 1024;

/** undefined: there is none, or it cannot be read. */
export function readSettingsFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').slice(0, mostBytes);
  } catch {
    return undefined;
  }
}
