import type { Command } from 'commander';
import type { Host } from '../host.ts';

interface ExportFlags {
  readonly topic?: readonly string[];
  readonly kind?: string;
}

export function registerExport(program: Command, host: Host): void {
  const parent = program
    .command('export')
    .description('the questions for other programs: an Anki package, or JSON')
    .addHelpText('after', help);
  const filtered = (command: Command) =>
    command
      .option('--topic <topic>', 'only about this; repeatable, as in mlsd quiz', collect)
      .option('-k, --kind <kind>', 'only questions of this kind');
  filtered(
    parent
      .command('anki')
      .description('a deck for Anki')
      .argument('[file]', 'the package to write', 'mlsd.apkg'),
  ).action((file: string, flags: ExportFlags) =>
    host.run(async (context, { json }) => {
      const { exportAnki } = await import('./run.ts');
      return await exportAnki(file, { ...wanted(flags), isJson: json }, context);
    }),
  );
  filtered(
    parent
      .command('json')
      .description('every question with its answer')
      .argument('[file]', 'where to write it; standard output when left out'),
  ).action((file: string | undefined, flags: ExportFlags) =>
    host.run(async (context, { json }) => {
      const { exportJson } = await import('./run.ts');
      return await exportJson(file, { ...wanted(flags), isJson: json }, context);
    }),
  );
}

function collect(topic: string, topics: readonly string[] = []): readonly string[] {
  return [...topics, topic];
}

function wanted({ topic = [], kind }: ExportFlags) {
  return { topics: topic, kind };
}

const help = `
The Anki package holds scenarios and other questions written by hand, with the reason for every
option on the back, and what is to be named, recalled or put in order; tags tell kind, domain,
area and entry. Questions whose numbers or options are drawn afresh every time are left out. Your
reviews are left out too. Importing a later package updates the notes and keeps Anki's schedule.

JSON: anki: {file, notes}; json: {questions: [{id, kind, about, prompt, …, answer, explanation}]}
as in mlsd quiz --preview --json.

Examples:
  mlsd export anki
  mlsd export anki nlp.apkg --topic nlp
  mlsd export json --kind scenario > scenarios.json

Exit codes: 0 done, 1 no such questions or the file cannot be written, 2 wrong usage.`;
