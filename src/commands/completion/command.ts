import { Argument, type Command } from 'commander';
import type { Host } from '../host.ts';

/** A test holds them to the shells that there are scripts for. */
export const shellChoices = ['bash', 'zsh', 'fish', 'powershell'] as const;

export function registerCompletion(program: Command, host: Host): void {
  program
    .command('completion')
    .description('completion for your shell, entry names included')
    .addArgument(new Argument('<shell>', 'which shell').choices(shellChoices))
    .addHelpText('after', help)
    .action((shell: string) =>
      host.run(async (context) => {
        const { printScript } = await import('./run.ts');
        return await printScript(shell, context);
      }),
    );
  // What the scripts call: mlsd complete -- quiz rank
  program
    .command('complete', { hidden: true })
    .description('what fits behind the words typed so far; called by the completion of a shell')
    .argument('[words...]', 'the words after the name of the program')
    .addHelpText('after', '\nExamples:\n  mlsd complete -- metric nd')
    .action((words: string[]) =>
      host.run(async (context) => {
        const { printCompletions } = await import('./run.ts');
        return await printCompletions(words, program, context);
      }),
    );
}

const help = `
Install it with one line, and open a new terminal:
  bash        echo 'source <(mlsd completion bash)' >> ~/.bashrc
  zsh         echo 'source <(mlsd completion zsh)' >> ~/.zshrc
  fish        mlsd completion fish > ~/.config/fish/completions/mlsd.fish
  PowerShell  mlsd completion powershell >> $PROFILE

bash needs its package bash-completion; zsh needs "autoload -Uz compinit && compinit" before.

Examples:
  mlsd completion zsh
  source <(mlsd completion bash)      for this terminal only`;
