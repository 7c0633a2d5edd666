import { type Command, Option } from 'commander';
import { parseCount, parseMinutes, parseNew, parseSeed } from '../flags.ts';
import type { Host } from '../host.ts';

interface QuizFlags {
  readonly count?: number;
  readonly minutes?: number;
  readonly new?: number;
  readonly kind?: string;
  readonly seed?: number;
  readonly cram?: true;
  readonly exam?: true;
  readonly preview?: true;
  readonly leeches?: true;
}

/** The names of the question kinds; a test holds them to the table of kinds. */
export const kindChoices = [
  'choice',
  'multiple',
  'scenario',
  'recall',
  'fill-in',
  'order',
  'numeric',
  'estimate',
] as const;

export function registerQuiz(program: Command, host: Host): void {
  program
    .command('quiz')
    .description('answer questions; what was wrong comes back, today and later')
    .argument('[topics...]', 'what to ask about; everything when left out')
    .option('-n, --count <number>', 'how many questions; 10 when left out', parseCount)
    .option('-m, --minutes <number>', 'stop asking after so many minutes', parseMinutes)
    .option('--new <number>', 'at most so many new cards', parseNew)
    .addOption(new Option('-k, --kind <kind>', 'only questions of this kind').choices(kindChoices))
    .addOption(new Option('--cram', 'whatever the schedule says, and without changing it'))
    .addOption(
      new Option('--exam', 'timed, answers at the end; leaves the schedule alone').conflicts(
        'cram',
      ),
    )
    .option('--seed <number>', 'repeat the same choice of questions', parseSeed)
    .option('--preview', 'print questions with their answers; records nothing')
    .option('--leeches', 'list the cards that you forget again and again')
    .addHelpText('after', help)
    .action((topics: string[], flags: QuizFlags) =>
      host.run(async (context, { json }) => {
        const { runQuiz } = await import('./run.ts');
        const { count, minutes, new: fresh, seed, kind } = flags;
        const mode = flags.exam ? 'exam' : flags.cram ? 'cram' : 'practice';
        const isPreview = flags.preview === true;
        const isLeeches = flags.leeches === true;
        const options = { topics, count, minutes, fresh, kind, seed, mode } as const;
        return await runQuiz({ ...options, isPreview, isLeeches, isJson: json }, context);
      }),
    );
}

const help = `
A topic is a kind (metrics, models, topics, domains, steps, cases), a domain or step with what
belongs to it (nlp, evaluation), a family or area (ranking, monitoring), or one entry (ndcg).

Every answer is saved at once. A wrong one comes back in the same session, and each card
returns when it is about to be forgotten (FSRS), before the day of your interview. While a
question waits: h for a hint, s to skip, u to take the last answer back, q to quit; where you
type, /hint, /skip, /undo, /quit. What was right after a hint counts as hard.

Without --count, the new cards and minutes of the day are bounded; see new-per-day,
minutes-per-day, retention and interview-date in mlsd config. An exam has 90 seconds for each
question, or --minutes, and leaves out questions that only you could judge.

JSON, with --preview: {questions: [{id, kind, about, prompt, options?: [{text, correct, why}],
answer, explanation}]}; kind is choice, multiple, scenario, recall, fill-in, order, numeric or
estimate. The last two also have value, working and, for an estimate, the bands that count as
right and close. With --leeches: {leeches: [{card, about, prompt, lapses, due}]}.

Examples:
  mlsd quiz                              ten questions on everything
  mlsd quiz ranking --count 5            five on ranking metrics and models
  mlsd quiz --minutes 15                 as many as fit into a quarter of an hour
  mlsd quiz steps --kind order           the steps in order
  mlsd quiz precision --kind numeric     fresh numbers to compute with
  mlsd quiz nlp --cram --count 30        the evening before, leaving the schedule alone
  mlsd quiz --exam --count 20            half an hour, then a report by topic
  mlsd quiz metrics --preview --seed 7   read them with their answers`;
