/** The root program: global flags, and the commands in groups. Bodies are loaded when called. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { registerCheck } from './commands/check/command.ts';
import { registerCompare } from './commands/compare/command.ts';
import { registerCompletion } from './commands/completion/command.ts';
import { registerCompute } from './commands/compute/command.ts';
import { registerConfig } from './commands/config/command.ts';
import { registerDoctor } from './commands/doctor/command.ts';
import { registerEntries } from './commands/entry/command.ts';
import { registerEstimate } from './commands/estimate/command.ts';
import { registerExport } from './commands/export/command.ts';
import { registerGrade } from './commands/grade/command.ts';
import { registerHistory } from './commands/history/command.ts';
import type { Body, Host } from './commands/host.ts';
import { registerInterview } from './commands/interview/command.ts';
import { registerLookup } from './commands/lookup/command.ts';
import { registerNew } from './commands/new/command.ts';
import { registerPlan } from './commands/plan/command.ts';
import { registerQuiz } from './commands/quiz/command.ts';
import { registerReview } from './commands/review/command.ts';
import { registerSheet } from './commands/sheet/command.ts';
import { registerStats } from './commands/stats/command.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './errors.ts';
import { narrowest, widest } from './terminal/io.ts';

/** Parses the command line and runs the one command it names. */
export async function runProgram(argv: readonly string[], base: Context): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  const program = createProgram(base, {
    async run(body: Body) {
      const { json, ...options } = program.opts();
      const context = await base.with(options);
      try {
        exitCode = await body(context, { json: json === true });
      } finally {
        await context.close();
      }
    },
  });
  await program.parseAsync([...argv], { from: 'user' });
  return exitCode;
}

/** What the grammar needs of its surroundings; the manual is made without a terminal. */
interface Surroundings {
  readonly io: Pick<Context['io'], 'out' | 'err' | 'width'>;
  version(): string;
}

export function createProgram(context: Surroundings, host: Host): Command {
  const { io } = context;
  const program = new Command('mlsd')
    .description('Offline coach for machine-learning system design interviews')
    .version(context.version(), '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.width,
      getErrHelpWidth: () => io.width,
      outputError: (text, write) => write(text),
    })
    .showSuggestionAfterError()
    .showHelpAfterError('Run it with --help to see how it is used.')
    .configureHelp({ showGlobalOptions: true })
    .option('--json', 'one JSON document on standard output')
    .option('--plain', 'append-only lines: no repainting, no color (also: ACCESSIBLE, TERM=dumb)')
    .addOption(
      new Option('--color <when>', 'color (also: NO_COLOR, FORCE_COLOR)')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--width <columns>', `fit to this width, ${narrowest} to ${widest}`, parseWidth)
    .option('--data-dir <dir>', "keep the learner's history here (also: MLSD_DATA_DIR)")
    .option(
      '--pack <dir>',
      'add a pack of your own; repeatable (also: MLSD_PACK, and packs/ in the data directory)',
      (dir: string, dirs: readonly string[] = []) => [...dirs, dir],
    )
    .option('--no-pager', 'never page long output')
    .addHelpText('after', rootExamples)
    .action(() =>
      host.run(async (context, { json }) => {
        const { runHome } = await import('./commands/home/run.ts');
        return await runHome({ isJson: json }, context);
      }),
    );
  program.commandsGroup('Look things up:');
  registerLookup(program, host);
  registerEntries(program, host);
  registerCompare(program, host);
  registerCompute(program, host);
  registerSheet(program, host);
  program.commandsGroup('Practice:');
  registerQuiz(program, host);
  registerEstimate(program, host);
  registerInterview(program, host);
  registerReview(program, host);
  registerGrade(program, host);
  registerStats(program, host);
  registerPlan(program, host);
  program.commandsGroup('Care for the knowledge:');
  registerNew(program, host);
  registerCheck(program, host);
  program.commandsGroup('Care for the program:');
  registerHistory(program, host);
  registerExport(program, host);
  registerConfig(program, host);
  registerCompletion(program, host);
  registerDoctor(program, host);
  return program;
}

const rootExamples = `
Examples:
  mlsd                          what to do next
  mlsd ndcg                     look up anything by its name
  mlsd metric recall@k          one metric
  mlsd compare ndcg map         two or more side by side
  mlsd sheet evaluation         a cheat sheet
  mlsd quiz --count 5           five questions
  mlsd interview feed-ranking   a 40-minute mock interview

Exit codes: 0 done, 1 failed or nothing found, 2 wrong usage,
3 the knowledge base or a pack has errors, 130 cancelled.`;

function parseWidth(text: string): number {
  const width = Number(text);
  if (!Number.isInteger(width) || width < narrowest || width > widest) {
    throw new InvalidArgumentError(`Give a whole number from ${narrowest} to ${widest}.`);
  }
  return width;
}
