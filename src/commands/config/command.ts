import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerConfig(program: Command, host: Host): void {
  const config = program
    .command('config')
    .description('your settings: interview date, level, minutes a day, color and the like')
    .addHelpText('after', help)
    .action(() =>
      host.run(async (context, { json }) => {
        const { listSettings } = await import('./run.ts');
        return listSettings({ isJson: json }, context);
      }),
    );
  config
    .command('list')
    .description('every setting, its value and where it comes from')
    .action(() =>
      host.run(async (context, { json }) => {
        const { listSettings } = await import('./run.ts');
        return listSettings({ isJson: json }, context);
      }),
    );
  config
    .command('get')
    .description('the value of one setting')
    .argument('<name>', 'a setting, as level')
    .action((name: string) =>
      host.run(async (context, { json }) => {
        const { getSetting } = await import('./run.ts');
        return getSetting(name, { isJson: json }, context);
      }),
    );
  config
    .command('set')
    .description('set it for good')
    .argument('<name>', 'a setting, as interview-date')
    .argument('<value>', 'its value, as 2027-01-15')
    .action((name: string, value: string) =>
      host.run(async (context, { json }) => {
        const { setSetting } = await import('./run.ts');
        return setSetting(name, value, { isJson: json }, context);
      }),
    );
  config
    .command('unset')
    .description('go back to the default')
    .argument('<name>', 'a setting')
    .action((name: string) =>
      host.run(async (context, { json }) => {
        const { unsetSetting } = await import('./run.ts');
        return unsetSetting(name, { isJson: json }, context);
      }),
    );
  config
    .command('path')
    .description('the file they are kept in')
    .action(() =>
      host.run(async (context, { json }) => {
        const { showSettingsPath } = await import('./run.ts');
        return showSettingsPath({ isJson: json }, context);
      }),
    );
}

const help = `
A flag wins over the environment (MLSD_LEVEL and so on), the environment over the file,
the file over the default. MLSD_CONFIG names another file.

JSON: {file, settings: [{name, value, source, takes}]}; get: {name, value, source};
path: {file}

Examples:
  mlsd config
  mlsd config set interview-date 2027-01-15
  mlsd config set level staff
  mlsd config get minutes-per-day

Exit codes: 0 done, 1 the file cannot be written or holds a wrong value, 2 no such setting
or value.`;
