/** The commands, options and arguments of the program, as the completion of a shell wants them. */
import type { Argument, Command, Option } from 'commander';
import type {
  CompletionArgument,
  CompletionCommand,
  CompletionOption,
  CompletionValue,
} from '../../terminal/shell-completion.ts';
import type { ArgumentValues } from './values.ts';

export function completionTree(program: Command, values: ArgumentValues): CompletionCommand[] {
  const global = optionsOf(program);
  const [root, ...commands] = commandsUnder(program, '', values);
  if (!root) return [];
  return [root, ...commands.map((each) => ({ ...each, options: [...each.options, ...global] }))];
}

function commandsUnder(
  command: Command,
  path: string,
  values: ArgumentValues,
): CompletionCommand[] {
  const helper = command.createHelp();
  const own: CompletionCommand = {
    path,
    says: command.description(),
    options: optionsOf(command),
    arguments: path === '' ? [rootArgument(values)] : argumentsOf(command, path, values),
  };
  const below = helper
    .visibleCommands(command)
    .flatMap((each) => commandsUnder(each, `${path} ${each.name()}`.trim(), values));
  return [own, ...below];
}

/** Whatever is no command is looked up. */
function rootArgument(values: ArgumentValues): CompletionArgument {
  return { name: 'words', isVariadic: true, values: () => values('', 'words') ?? [] };
}

function argumentsOf(command: Command, path: string, values: ArgumentValues): CompletionArgument[] {
  return command.registeredArguments.map((argument) => ({
    name: argument.name(),
    isVariadic: argument.variadic,
    values: valuesOf(argument, () => values(path, argument.name())),
  }));
}

function optionsOf(command: Command): CompletionOption[] {
  return command.createHelp().visibleOptions(command).flatMap(optionOf);
}

function optionOf(option: Option): CompletionOption[] {
  if (!option.long) return [];
  const takesValue = option.required || option.optional;
  return [
    {
      long: option.long.replace(/^--/, ''),
      short: option.short?.replace(/^-/, ''),
      says: option.description,
      values: takesValue ? valuesOf(option, () => []) : undefined,
    },
  ];
}

const pathNames = /<(?:file|dir)>|^(?:file|dir|files|inputs)$/i;

/** Its choices; files where it names one; else what is known of the place. */
function valuesOf(
  place: Argument | Option,
  otherwise: () => readonly CompletionValue[] | undefined,
): CompletionArgument['values'] {
  const { argChoices } = place;
  if (argChoices) return () => argChoices.map((value) => ({ value, says: '' }));
  const name = 'flags' in place ? place.flags : place.name();
  return pathNames.test(name) ? 'path' : () => otherwise() ?? [];
}
