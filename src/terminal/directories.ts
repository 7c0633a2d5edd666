/** Where the learner's data and settings are kept on this platform. */
import { join, resolve } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** `--data-dir`, then MLSD_DATA_DIR, then the platform's directory for user data. */
export function findDataDirectory(
  flag: string | undefined,
  env: Env,
  platform: NodeJS.Platform = process.platform,
  home: string | undefined = env.HOME,
): string {
  const chosen = flag ?? (env.MLSD_DATA_DIR || undefined);
  if (chosen !== undefined) return resolve(chosen);
  return platformDirectory(env, platform, home || homeOfUser());
}

/** `MLSD_CONFIG`, then the platform's directory for configuration. */
export function findConfigFile(
  env: Env,
  platform: NodeJS.Platform = process.platform,
  home: string | undefined = env.HOME,
): string {
  if (env.MLSD_CONFIG) return resolve(env.MLSD_CONFIG);
  return join(configDirectory(env, platform, home || homeOfUser()), 'config.json');
}

function configDirectory(env: Env, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'mlsd');
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'mlsd');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'mlsd');
}

/** A look-up asks for the data directory too: the module is loaded only where HOME is not set. */
function homeOfUser(): string {
  return process.getBuiltinModule('node:os').homedir();
}

function platformDirectory(env: Env, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'mlsd');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'mlsd');
  }
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'mlsd');
}
