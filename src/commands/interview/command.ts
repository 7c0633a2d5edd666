import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseCount } from '../flags.ts';
import type { Host } from '../host.ts';

interface Flags {
  readonly minutes?: number;
  readonly plan?: string;
  readonly resume?: true;
  readonly list?: true;
  readonly preview?: true;
  readonly prompt?: string;
  readonly step?: string;
  readonly count: number;
  readonly level?: string;
  readonly calm?: true;
  readonly seed?: number;
}

/** A test holds them to the levels of the settings. */
export const levelChoices = ['mid', 'senior', 'staff'] as const;

/** A whole interview takes 10 or more; a single step may be shorter. */
const shortest = 2;
const longest = 120;

export function registerInterview(program: Command, host: Host): void {
  program
    .command('interview')
    .description('a mock interview paced step by step, with a debrief at the end')
    .argument('[case...]', 'the case, by id, name or alias; without one, choose from the list')
    .option(
      '--minutes <n>',
      `how long it lasts, 10 to ${longest} (default: 40); with --step from ${shortest} on`,
      parseMinutes,
    )
    .option('--plan <id>', 'a time plan of the knowledge base (see --list)')
    .option('--prompt <text>', 'a prompt of your own in place of a case, on the general checklist')
    .option('--step <step>', 'one step alone, over several cases')
    .option('--count <n>', 'over how many cases, with --step', parseCount, 5)
    .addOption(new Option('--level <level>', 'the level you are scored for').choices(levelChoices))
    .option('--calm', 'hide the countdown until the last minute (also: mlsd config set calm true)')
    .option('--resume', 'continue the last one that was not ended')
    .option('--list', 'the cases and the plans')
    .option('--preview', 'the plan and the prompt, without starting')
    .option('--seed <n>', 'the same interview again, for a partner', parseSeed)
    .addHelpText('after', help)
    .action((words: string[], flags: Flags) =>
      host.run(async (context, { json }) => {
        const { runInterview } = await import('./run.ts');
        return await runInterview(
          {
            words,
            minutes: flags.minutes,
            plan: flags.plan,
            seed: flags.seed,
            prompt: flags.prompt,
            step: flags.step,
            count: flags.count,
            level: flags.level,
            isCalm: flags.calm === true,
            isResume: flags.resume === true,
            isList: flags.list === true,
            isPreview: flags.preview === true,
            isJson: json,
          },
          context,
        );
      }),
    );
}

const help = `
While it runs, plain words are notes. "? how many users" asks the interviewer, who tells what
was asked for and nothing else, probes what was said or left out, and changes a requirement
once. /next /back move between the steps, /pause and /resume stop and start the clock, /check 2
ticks a point, /say 2 ticks and notes it, /facts repeats what was told, /hint gives a hint,
/quit stops with a debrief, Ctrl-C leaves it for --resume. When the program or the machine
stood still, you are asked whether that time counts. The debrief is a Markdown file in the
data directory.

JSON: --preview gives {case, name, prompt, planId, plan: [{step, name, budgetSeconds}],
floatSeconds, totalSeconds, seed}; --list gives {cases: [{id, name, aliases, summary,
lastAttempt}], plans}.

Examples:
  mlsd interview                            choose a case
  mlsd interview feed-ranking               forty minutes on one case
  mlsd interview feed-ranking --minutes 45
  mlsd interview --prompt "Design a parking-spot finder"
  mlsd interview --step evaluation --count 3
  mlsd interview --resume                   go on after a crash or Ctrl-C
  mlsd interview feed-ranking --preview --json

Exit codes: 0 finished, 1 stopped before the end or no such case, 2 wrong usage,
130 left with Ctrl-C.`;

function parseMinutes(text: string): number {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < shortest || minutes > longest) {
    throw new InvalidArgumentError(`Give a whole number from ${shortest} to ${longest}.`);
  }
  return minutes;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new InvalidArgumentError('Give a whole number, 0 or more.');
  }
  return seed;
}
