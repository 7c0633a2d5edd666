import type { Command } from 'commander';
import type { Host } from '../host.ts';

export function registerStats(program: Command, host: Host): void {
  program
    .command('stats')
    .description(
      'your practice in plots: recall, retention, what comes back, the pace of your mocks',
    )
    .addHelpText('after', help)
    .action(() =>
      host.run(async (context, { json }) => {
        const { runStats } = await import('./run.ts');
        return await runStats({ isJson: json }, context);
      }),
    );
}

const help = `
Expected recall is what FSRS expects of the cards you know if you were asked now; retention is
what you remembered when a card came back, against the target you set (retention in mlsd config).
Answers that were taken back do not count. --plain gives sentences and tables.

JSON: {date, answers, recent: {since, answers, right, minutes}, daysPracticed: {days, of}, cards,
recall, target, subjects: [{id, name, cards, recall, answers, right}],
kinds: [{kind, answers, right}], retention: {returns, remembered, weeks: [{from, returns,
remembered}]}, forecast: {overdue, days: [{date, cards}]}, calendar: [{date, answers}],
weakest and slowest: [{entry, name, answers, right, seconds}], leeches: [{card, name, lapses}],
mocks: [{date, title, case, outcome, plannedSeconds, usedSeconds, steps: [{step, name,
plannedSeconds, usedSeconds}]}]}; recall is null where no card is known.

Examples:
  mlsd stats
  mlsd stats --plain
  mlsd stats --json | jq .recall

Exit codes: 0 done, also when nothing was practiced yet; 1 the history cannot be read.`;
