import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerLookup(program: Command, host: Host): void {
  program
    .command('lookup')
    .description('look up anything by its name, an alias, a part of it or with a typo')
    .argument('<words...>', 'what to look up')
    .addHelpText(
      'after',
      `
The word "lookup" may be left out when the first word is no command.

JSON: {query, results: [{kind, id, name, aliases, summary, score}]}, best first;
when nothing is found results is empty and suggestions: [{kind, id, name}] is added.

Examples:
  mlsd lookup ndcg
  mlsd area under the curve
  mlsd lookup presicion --json

Exit codes: 0 found, 1 nothing found.`,
    )
    .action((words: string[]) =>
      host.run(async (context, { json }) => {
        const { runLookup } = await import('./run.ts');
        return await runLookup({ kind: undefined, words, isJson: json }, context);
      }),
    );
}
