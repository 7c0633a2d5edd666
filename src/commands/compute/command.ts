import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerCompute(program: Command, host: Host): void {
  program
    .command('compute')
    .description('the value of a metric on given numbers, with the working shown')
    .argument('[metric]', 'which metric; without one, the list of them')
    .argument('[inputs...]', 'its fields as flags (--true 1,0,1), or a CSV or JSON file, or -')
    .option('--input <json>', 'all fields as one JSON object')
    .allowUnknownOption()
    .addHelpText('after', help)
    .action((metric: string | undefined, inputs: string[], flags: { input?: string }) =>
      host.run(async (context, { json }) => {
        const { runCompute } = await import('./run.ts');
        return await runCompute({ metric, inputs, json: flags.input, isJson: json }, context);
      }),
    );
}

const help = `
Each metric has its own fields: mlsd compute NAME --fields lists them. A list is written with
commas, a list of lists with spaces between. A CSV file gives one field a column, its first row
the names; a JSON file gives one object. Without any input the numbers are read from standard
input when it is not a terminal, and asked for when it is.

JSON: {metric, value, steps: [text]}; value is null when the metric is undefined on this input,
and undefinedBecause then says why.

Examples:
  mlsd compute ndcg --relevance 3,2,3,0,1 --k 4
  mlsd compute f1 --true 1,0,1,1 --predicted 1,0,0,1
  mlsd compute roc-auc --true 1,0,1 --scores .9,.2,.4
  mlsd compute iou --boxes 0,0,2,2 1,1,3,3
  mlsd compute mse predictions.csv
  mlsd compute ab-sample-size --input '{"p1": 0.05, "p2": 0.06}' --json

Exit codes: 0 computed, 1 no such metric, 2 the input is wrong.`;
