import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerHistory(program: Command, host: Host): void {
  const history = program
    .command('history')
    .description('your answers and interviews as a file: take them elsewhere, merge two machines')
    .addHelpText('after', help);
  history
    .command('path')
    .description('the file they are kept in')
    .action(() =>
      host.run(async (context, { json }) => {
        const { showHistoryPath } = await import('./run.ts');
        return await showHistoryPath({ isJson: json }, context);
      }),
    );
  history
    .command('export')
    .description('all answers and interviews as lines of JSON')
    .argument('[file]', 'where to write them; standard output when left out')
    .action((file: string | undefined) =>
      host.run(async (context) => {
        const { exportHistory } = await import('./run.ts');
        return await exportHistory(file, context);
      }),
    );
  history
    .command('import')
    .description('merge exported histories into yours: all of them or nothing')
    .argument('<file...>', 'what mlsd history export wrote; - is standard input')
    .action((files: string[]) =>
      host.run(async (context, { json }) => {
        const { importHistory } = await import('./run.ts');
        return await importHistory(files, { isJson: json }, context);
      }),
    );
}

const help = `
Importing never makes anything double, and the order of imports does not matter. Answers that
were taken back stay taken back; of an interview that went on in two places the longer one is
kept. When your cards come back is computed anew from all answers. Every line is checked before
anything is kept, and a copy of what was there is put into backups/ beside the history (the
newest three are kept; the same is done before an update changes the shape of the file).

Lines: {format: "mlsd-history", version, exportedAt, by}, then {type: "review", …},
{type: "retraction", …}, {type: "interview", …}, and at the end {type: "end", lines}.
JSON: path: {file, exists}; import: {reviews, retractions, interviews, backup}, how many are new.

Examples:
  mlsd history path
  mlsd history export laptop.jsonl
  mlsd history import laptop.jsonl desktop.jsonl
  ssh desktop mlsd history export | mlsd history import -

Exit codes: 0 done; 1 there is nothing to export, or a file or the history cannot be read;
2 wrong usage.`;
