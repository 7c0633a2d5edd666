import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerCompare(program: Command, host: Host): void {
  program
    .command('compare')
    .description('entries of one kind side by side: what differs, and when to choose which')
    .argument('<names...>', 'two or more names, aliases or ids')
    .addHelpText('after', help)
    .action((words: string[]) =>
      host.run(async (context, { json }) => {
        const { runCompare } = await import('./run.ts');
        return await runCompare({ words, isJson: json }, context);
      }),
    );
}

const help = `
A name of several words is put in quotes, or "vs" between the names. Typos are forgiven as in a
look-up. Only what differs is shown; of a list only what the others do not all have too.

JSON: {kind, entries: [{id, name}], differences: [{field, values: {ID: [text]}}], same: [field],
choose: [{id, name, when: [text]}]}

Examples:
  mlsd compare ndcg map mrr
  mlsd compare canary shadow blue-green
  mlsd compare random forest vs gradient boosting
  mlsd compare roc-auc pr-auc --json

Exit codes: 0 compared, 1 no such entry, 2 fewer than two entries, or of different kinds.`;
