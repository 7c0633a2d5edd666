import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerDoctor(program: Command, host: Host): void {
  program
    .command('doctor')
    .description('what is wrong here, and how to mend it')
    .addHelpText(
      'after',
      `
Looks at the program, the terminal, your settings, the knowledge with your packs, and your
history. It changes nothing.

JSON: {checks: [{id, name, status, says: [text], fix}]}; status is ok, note or problem

Examples:
  mlsd doctor
  mlsd doctor --json

Exit codes: 0 nothing is wrong, 1 there is a problem.`,
    )
    .action(() =>
      host.run(async (context, { json }) => {
        const { runDoctor } = await import('./run.ts');
        return await runDoctor({ isJson: json }, context);
      }),
    );
}
