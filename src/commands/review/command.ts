import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Host } from '../host.ts';
import type { ReviewFormat } from './run.ts';

interface Flags {
  readonly replay?: true;
  readonly speed?: number;
  readonly covered?: string;
  readonly missed?: string;
  readonly format?: ReviewFormat;
  readonly output?: string;
}

export function registerReview(program: Command, host: Host): void {
  program
    .command('review')
    .description('past mock interviews: the list, a debrief, a replay, two attempts compared')
    .argument('[sessions...]', 'which: last, a number of the list, or an id; two are compared')
    .option('--replay', 'what happened, in the order in which it happened')
    .option('--speed <n>', 'with --replay in a terminal: so many times as fast', parseSpeed)
    .option('--covered <point>', 'correct the debrief: this point was said')
    .option('--missed <point>', 'correct the debrief: this point was not said')
    .addOption(
      new Option('--format <format>', 'how a debrief is written')
        .choices(['terminal', 'plain', 'markdown', 'html', 'json'])
        .default(undefined, "what --output's ending says, else terminal"),
    )
    .option('--output <file>', 'write the debrief to a file: .md, .html, .json or .txt')
    .addHelpText('after', help)
    .action((sessions: string[], flags: Flags) =>
      host.run(async (context, { json }) => {
        const { runReview } = await import('./run.ts');
        const format = flags.format ?? (json ? 'json' : undefined);
        const { speed, covered, missed, output } = flags;
        const isReplay = flags.replay === true;
        return await runReview(
          { sessions, isReplay, speed, covered, missed, format, output },
          context,
        );
      }),
    );
}

const help = `
A correction is kept with the interview, and the points and scores follow from it.

JSON: without a session {interviews: [{number, id, case, title, date, outcome, plannedSeconds,
usedSeconds, covered, of, decision}]}; of one {id, case, title, date, level, outcome, steps,
points: [{id, step, text, level, covered, evidence, atSeconds}], coverage, unasked, probes,
scorecard, flags, next};
of two {case, first, second, steps, gained, lost}.

Examples:
  mlsd review                                  the list, newest first
  mlsd review last                             the debrief of the last one
  mlsd review 1 3                              two attempts at one case, side by side
  mlsd review last --replay --speed 60         an hour in a minute
  mlsd review last --covered position-bias     I did say that
  mlsd review last --output debrief.html

Exit codes: 0 done, 1 no such interview or point, 2 wrong usage.`;

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (Number.isFinite(speed) && speed > 0) return speed;
  throw new InvalidArgumentError('Give a number above 0, as in 60.');
}
