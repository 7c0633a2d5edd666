/** The man page, made from the tree of commands, so that it says what --help says. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Content, Root } from 'mdast';
import remarkMan from 'remark-man';
import { unified } from 'unified';
import { createProgram } from '../cli.ts';

const columns = 76;

export function buildManual(target: URL, version: string): void {
  writeFileSync(target, manualOf(version));
}

/** roff, for section 1. */
export function manualOf(version: string): string {
  let printed = '';
  const io = {
    out: (text: string) => {
      printed += text;
    },
    err: () => {},
    width: columns,
  };
  const program = createProgram({ io, version: () => version }, { run: async () => {} });
  /** What --help adds after the options: notes, JSON, examples. */
  function notesOf(command: Command): string {
    printed = '';
    command.outputHelp();
    return printed.slice(command.helpInformation().length).trim();
  }
  const children = [...opening(program, notesOf), ...sectionsOf(program, notesOf), ...closing];
  const options = {
    name: 'mlsd',
    section: 1,
    description: program.description(),
    version,
    manual: 'mlsd manual',
    // Two builds of the same source are the same.
    date: new Date(0),
  };
  const page = unified()
    .use(remarkMan, options)
    .stringify({ type: 'root', children } as Root);
  return String(page).replace(/^(\.TH "[^"]*" "\d+" )"[^"]*"/m, '$1""');
}

type Notes = (command: Command) => string;

function opening(program: Command, notesOf: Notes): Content[] {
  return [
    heading(2, 'Synopsis'),
    paragraph('mlsd [options] [command] [arguments]'),
    heading(2, 'Description'),
    paragraph(`${program.description()}. When the first word is no command, it is looked up.`),
    heading(2, 'Options'),
    ...optionsOf(program),
    heading(2, 'Examples and exit codes'),
    code(notesOf(program)),
    heading(2, 'Commands'),
  ];
}

function sectionsOf(program: Command, notesOf: Notes): Content[] {
  const helper = program.createHelp();
  return helper
    .visibleCommands(program)
    .filter((command) => command.name() !== 'help')
    .flatMap((command) => [
      heading(3, helper.commandUsage(command)),
      paragraph(`${sentence(command.description())}.`),
      ...optionsOf(command),
      code(notesOf(command)),
    ]);
}

function optionsOf(command: Command): Content[] {
  const helper = command.createHelp();
  const options = helper.visibleOptions(command);
  if (options.length === 0) return [];
  const children = options.map((option) => ({
    type: 'listItem' as const,
    children: [
      {
        type: 'paragraph' as const,
        children: [
          { type: 'strong' as const, children: [text(option.flags)] },
          text(`: ${helper.optionDescription(option)}`),
        ],
      },
    ],
  }));
  return [{ type: 'list', ordered: false, spread: false, children }];
}

const closing: readonly Content[] = [
  heading(2, 'Environment'),
  paragraph(
    'MLSD_DATA_DIR, MLSD_PACK and MLSD_CONFIG name the data directory, packs and the file of settings; each setting of "mlsd config" has a variable, as MLSD_LEVEL. NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, ACCESSIBLE, TERM, PAGER and COLORFGBG are heeded.',
  ),
  heading(2, 'Files'),
  paragraph(
    '~/.local/share/mlsd/history.sqlite holds your answers and interviews, ~/.config/mlsd/config.json your settings; XDG_DATA_HOME and XDG_CONFIG_HOME move them.',
  ),
];

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function text(value: string) {
  return { type: 'text' as const, value };
}

function heading(depth: 2 | 3, value: string): Content {
  return { type: 'heading', depth, children: [text(value)] };
}

function paragraph(value: string): Content {
  return { type: 'paragraph', children: [text(value)] };
}

function code(value: string): Content {
  return { type: 'code', value };
}
