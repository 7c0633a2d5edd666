/** Where the learner's data is kept on this platform. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** `--data-dir`, then MLSD_DATA_DIR, then the platform's directory for user data. */
export function findDataDirectory(
  flag: string | undefined,
  env: Env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = flag ?? (env.MLSD_DATA_DIR || undefined);
  return chosen === undefined ? platformDirectory(env, platform, home) : resolve(chosen);
}

function platformDirectory(env: Env, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'mlsd');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'mlsd');
  }
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'mlsd');
}
