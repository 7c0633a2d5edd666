import { Argument, type Command } from 'commander';
import type { Host } from '../host.ts';

/** A test holds them to the templates. */
export const newKindChoices = ['metric', 'model', 'topic', 'domain', 'case', 'question'] as const;

export function registerNew(program: Command, host: Host): void {
  program
    .command('new')
    .description('write a starting file for an entry of your own')
    .addArgument(new Argument('<kind>', 'what it is').choices(newKindChoices))
    .argument('<name...>', 'its name')
    .addHelpText(
      'after',
      `
It goes into the pack that --pack names, else into the knowledge base in this directory.
Every place to write in is marked FILL IN; mlsd check names those that are left.

JSON: {kind, id, file}

Examples:
  mlsd new metric "Recall at precision" --pack my-pack
  mlsd new case parking-spot-finder --pack my-pack
  mlsd check my-pack

Exit codes: 0 written, 1 the file exists already.`,
    )
    .action((kind: string, name: string[], _own: object, command: Command) =>
      host.run(async (context, { json }) => {
        const { runNew } = await import('./run.ts');
        const { pack } = command.optsWithGlobals<{ pack?: readonly string[] }>();
        const into = pack?.at(-1) ?? '.';
        return await runNew({ kind, name: name.join(' '), into, isJson: json }, context);
      }),
    );
}
