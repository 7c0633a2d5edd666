import { type Command, Option } from 'commander';
import { parseDay, parseMinutes } from '../flags.ts';
import type { Host } from '../host.ts';
import type { PlanFormat } from './run.ts';

interface PlanFlags {
  readonly date?: string;
  readonly minutesADay?: number;
  readonly format?: PlanFormat;
}

export function registerPlan(program: Command, host: Host): void {
  program
    .command('plan')
    .description('what to do each day until your interview, and what you will know then')
    .option('--date <day>', 'the day of the interview, YYYY-MM-DD (also: interview-date)', parseDay)
    .option(
      '--minutes-a-day <number>',
      'minutes for questions on a day (also: minutes-per-day)',
      parseMinutes,
    )
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['terminal', 'plain', 'markdown', 'json'])
        .default(undefined, 'terminal, or plain with --plain'),
    )
    .addHelpText('after', help)
    .action((flags: PlanFlags) =>
      host.run(async (context, { json }) => {
        const { runPlan } = await import('./run.ts');
        const { date, minutesADay, format } = flags;
        return await runPlan(
          { date, minutesPerDay: minutesADay, format: format ?? (json ? 'json' : undefined) },
          context,
        );
      }),
    );
}

const help = `
The practice is played forward with FSRS from the cards as they are: what comes back, every known
card once before the day, new cards where you are weakest, two mocks a week on top of the minutes,
and two quiet days at the end. New cards a day and the target are in mlsd config. The figures are
an expectation: run it again after some days, and it starts from what you really answered.

JSON: {date, daysLeft, minutesPerDay, days: [{date, repeat, new, minutes, mock, quiet}], recall:
{cardsToday, cardsThen, today, onTheDay, idle}, subjects: [the same with id, name, new], missed,
minutesForAll}; idle is what would be left without practice.

Examples:
  mlsd plan --date 2027-01-15
  mlsd plan --date 2027-01-15 --minutes-a-day 25
  mlsd plan --format markdown > plan.md

Exit codes: 0 done, 1 the history cannot be read, 2 no date, or one that is over.`;
