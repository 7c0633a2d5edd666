import { type Command, Option } from 'commander';
import type { Host } from '../host.ts';

/** The kinds of file; a test holds them to the schemas. */
export const schemaChoices = [
  'case',
  'domain',
  'framework',
  'metric',
  'model',
  'plans',
  'questions',
  'scorecard',
  'topic',
] as const;

export function registerCheck(program: Command, host: Host): void {
  program
    .command('check')
    .description(
      'check a knowledge base or a pack and print every problem with file, line and column',
    )
    .argument('[dir]', 'directory with metrics/, models/, topics/ …', '.')
    .addOption(
      new Option('--schema <kind>', 'print the JSON Schema of a kind of file, for editors').choices(
        schemaChoices,
      ),
    )
    .addHelpText(
      'after',
      `
A directory with a framework.yaml is a base of its own; one without is a pack, whose links may
lead to the shipped base and whose entries replace shipped ones by their id.

JSON: {directory, problems: [{file, line, column, severity, rule, message, hint, excerpt}]}

Examples:
  mlsd check                  the knowledge base in this directory
  mlsd check my-pack --json   the problems as data
  mlsd check --schema metric > metric.schema.json

Exit codes: 0 no errors (warnings are printed), 3 errors found.`,
    )
    .action((directory: string, { schema }: { schema?: string }) =>
      host.run(async (context, { json }) => {
        const { runCheck, runSchema } = await import('./run.ts');
        if (schema !== undefined) return runSchema(schema, context);
        return await runCheck({ directory, isJson: json }, context);
      }),
    );
}
