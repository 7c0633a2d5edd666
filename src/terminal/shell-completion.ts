/**
 * Completion in the shells, by @bomb.sh/tab: the scripts for them, and what fits behind the words
 * that were typed. The library prints both; here they are taken as text.
 */
import { type Command, type Complete, RootCommand, ShellCompDirective, script } from '@bomb.sh/tab';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export interface CompletionValue {
  readonly value: string;
  readonly says: string;
}

type Values = () => readonly CompletionValue[];

export interface CompletionOption {
  /** Without the hyphens. */
  readonly long: string;
  readonly short: string | undefined;
  readonly says: string;
  /** undefined: it takes no value; 'path': the shell's own completion of files. */
  readonly values: Values | 'path' | undefined;
}

export interface CompletionArgument {
  readonly name: string;
  readonly isVariadic: boolean;
  readonly values: Values | 'path';
}

export interface CompletionCommand {
  /** "config set"; empty for the program itself. */
  readonly path: string;
  readonly says: string;
  readonly options: readonly CompletionOption[];
  readonly arguments: readonly CompletionArgument[];
}

export interface ShellCompletion {
  script(shell: Shell, program: string): string;
  /** Lines of "value TAB description", then ":" and a directive, as the scripts read them. */
  complete(commands: readonly CompletionCommand[], words: readonly string[]): string;
}

export const shellCompletion: ShellCompletion = {
  script: (shell, program) => printedBy(() => script(shell, program, program)),
  complete(commands, words) {
    const root = new RootCommand();
    let isPath = false;
    const notePath = () => {
      isPath = true;
    };
    for (const command of commands) add(root, command, notePath);
    const printed = printedBy(() => root.parse([...words]));
    return isPath
      ? printed.replace(/^:\d+$/m, `:${ShellCompDirective.ShellCompDirectiveDefault}`)
      : printed;
  },
};

function add(root: RootCommand, command: CompletionCommand, notePath: () => void): void {
  const { path, says } = command;
  const target: Command = path === '' ? root : root.command(path, says);
  for (const option of command.options) {
    const { values } = option;
    if (values === undefined) {
      if (option.short) target.option(option.long, option.says, option.short);
      else target.option(option.long, option.says);
    } else target.option(option.long, option.says, handlerOf(values, notePath), option.short);
  }
  for (const { name, values, isVariadic } of command.arguments) {
    target.argument(name, handlerOf(values, notePath), isVariadic);
  }
}

function handlerOf(values: Values | 'path', notePath: () => void) {
  return (complete: Complete): void => {
    if (values === 'path') notePath();
    else for (const { value, says } of values()) complete(value, says);
  };
}

/** What a body prints by console.log, which writes nothing meanwhile. */
function printedBy(body: () => void): string {
  const printed: string[] = [];
  const { log } = console;
  console.log = (text: string) => void printed.push(text);
  try {
    body();
  } finally {
    console.log = log;
  }
  return `${printed.join('\n')}\n`;
}
