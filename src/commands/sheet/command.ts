import { type Command, Option } from 'commander';
import type { Host } from '../host.ts';
import type { SheetFormat } from './run.ts';

export function registerSheet(program: Command, host: Host): void {
  program
    .command('sheet')
    .description('cheat sheets: a domain, a step, an area, an entry, or everything')
    .argument('[topic...]', 'what to put on the sheet; without one, the list of sheets')
    .option('--all', 'the whole knowledge base')
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(['terminal', 'plain', 'markdown', 'html', 'json'])
        .default(undefined, "what --output's ending says; else terminal, or plain when piped"),
    )
    .option('--output <file>', 'write it to a file: .md, .html, .json or .txt')
    .addHelpText(
      'after',
      `
JSON: {framework, domains, metrics, models, topics, steps, cases, plans, questions, scorecard};
of a topic, only the entries on that sheet. Of choosers, night-before and two-pages also
choosers: {metrics: [{domain, rows: [{id, name, when, instead: [{id, name, when}]}]}], models,
rollouts, numbers}.

Examples:
  mlsd sheet                                     which sheets there are
  mlsd sheet recommendation                      everything about one domain
  mlsd sheet step 5                              one step of the interview
  mlsd sheet choosers                            which metric, model and rollout when
  mlsd sheet night-before                        minutes, choosers, numbers to know
  mlsd sheet two-pages --output two.html         everything, printed on two pages
  mlsd sheet feed-ranking --output feed.html     one file to print or to open in a browser
  mlsd sheet --all --output mlsd.md`,
    )
    .action((topics: string[], options: { all?: true; format?: SheetFormat; output?: string }) =>
      host.run(async (context, { json }) => {
        const { runSheet } = await import('./run.ts');
        const format = options.format ?? (json ? 'json' : undefined);
        return await runSheet(
          { topics, isAll: options.all === true, format, output: options.output },
          context,
        );
      }),
    );
}
