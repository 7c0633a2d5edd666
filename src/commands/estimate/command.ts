import type { Command } from 'commander';
import { parseCount, parseSeed } from '../flags.ts';
import type { Host } from '../host.ts';

interface EstimateFlags {
  readonly count: number;
  readonly seed?: number;
  readonly preview?: true;
  readonly list?: true;
}

export function registerEstimate(program: Command, host: Host): void {
  program
    .command('estimate')
    .description('back-of-the-envelope drills: load, storage, memory, time, money')
    .argument('[drill]', 'one drill; all of them in turn when left out')
    .option('-n, --count <number>', 'how many questions', parseCount, 5)
    .option('--seed <number>', 'repeat the same figures', parseSeed)
    .option('--preview', 'print questions with their derivations; records nothing')
    .option('--list', 'which drills there are')
    .addHelpText('after', help)
    .action((drill: string | undefined, flags: EstimateFlags) =>
      host.run(async (context, { json }) => {
        const { runEstimate } = await import('./run.ts');
        const { count, seed, preview, list } = flags;
        const options = { isPreview: preview === true, isList: list === true, isJson: json };
        return await runEstimate({ drill, count, seed, ...options }, context);
      }),
    );
}

const help = `
An answer within a factor of 2 is right; within 10 the order of magnitude is, and the card comes
back. 3M, 2.5k, 10^5, 4 TB, 90 min are understood; a bare number has the unit that was asked for.
Afterwards the derivation is shown as one would round it at the board, the exact value beside it.
Answers are stored like those of a quiz, where the drills come up too (--kind estimate).

JSON, with --preview: {questions: [{id, kind, about, prompt, value, unit, bands: {right, close},
working: [text], answer, explanation}]}, value and bands in bytes, seconds, dollars or things;
with --list: {drills: [{id, name, about, asks}]}.

Examples:
  mlsd estimate                        five drills
  mlsd estimate kv-cache --count 3     one drill, three times with fresh figures
  mlsd estimate --list                 which there are
  mlsd estimate qps --preview --seed 2 read one with its derivation`;
