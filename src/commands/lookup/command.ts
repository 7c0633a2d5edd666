import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerLookup(program: Command, host: Host): void {
  program
    .command('lookup')
    .description('look up anything: by name, alias or typo, or by the need in your own words')
    .argument('<words...>', 'a name, or what you need')
    .option('--full', 'all of the entry instead of one screen')
    .addHelpText(
      'after',
      `
The word "lookup" may be left out when the first word is no command.

What bears the name, or nearly, is shown. When nothing does, the words are taken as a need, and
the entries that answer it are listed, each with the sentence that says so.

JSON: {query, foundBy, results: [{kind, id, name, aliases, summary, score}]}, best first. foundBy is
name or need; a result found by need has the sentence as reason. When nothing is found results is
empty and suggestions: [{kind, id, name}] is added.

Examples:
  mlsd lookup ndcg
  mlsd area under the curve --full
  mlsd only the first result matters
  mlsd "users come back after a week"
  mlsd lookup presicion --json

Exit codes: 0 found, 1 nothing found.`,
    )
    .action((words: string[], { full }: { full?: boolean }) =>
      host.run(async (context, { json }) => {
        const { runLookup } = await import('./run.ts');
        return await runLookup(
          { kind: undefined, words, isJson: json, isFull: full === true },
          context,
        );
      }),
    );
}
