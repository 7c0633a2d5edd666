import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerCheck(program: Command, host: Host): void {
  program
    .command('check')
    .description('check a knowledge base and print every problem with file, line and column')
    .argument('[dir]', 'directory with metrics/, models/, topics/ …', '.')
    .addHelpText(
      'after',
      `
JSON: {directory, problems: [{file, line, column, rule, message, hint, excerpt}]}

Examples:
  mlsd check                  the knowledge base in this directory
  mlsd check my-pack --json   the problems as data

Exit codes: 0 no problem, 3 problems found.`,
    )
    .action((directory: string) =>
      host.run(async (context, { json }) => {
        const { runCheck } = await import('./run.ts');
        return await runCheck({ directory, isJson: json }, context);
      }),
    );
}
