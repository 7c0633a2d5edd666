import { type Command, Option } from 'commander';
import type { Host } from '../host.ts';

const levels = ['mid', 'senior', 'staff'] as const;

export function registerGrade(program: Command, host: Host): void {
  program
    .command('grade')
    .description('which points of a case a written design makes, and which it lacks')
    .argument('<case>', 'the case, by id, name or alias')
    .argument('<file>', 'the design as Markdown or text; - reads standard input')
    .addOption(
      new Option('--level <level>', 'the level to score for (default: your setting)').choices(
        levels,
      ),
    )
    .addHelpText('after', help)
    .action((design: string, file: string, { level }: { level?: (typeof levels)[number] }) =>
      host.run(async (context, { json }) => {
        const { runGrade } = await import('./run.ts');
        return await runGrade({ design, file, level, isJson: json }, context);
      }),
    );
}

const help = `
Headings that name a step of the interview (Evaluation, Step 5, Data strategy) put what stands
under them into that step; in a text without them each line is held against all steps.

JSON: {case, level, points: [{id, step, text, level, covered, evidence: [text], lines, see}],
coverage: {covered, of, share, steps: [{step, name, covered, of}], levels}, scorecard}.

Examples:
  mlsd grade feed-ranking design.md
  mlsd grade feed-ranking design.md --level staff
  pbpaste | mlsd grade "news feed" - --json

Exit codes: 0 graded, 1 no such case or file, 2 wrong usage.`;
