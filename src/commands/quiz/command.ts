import { type Command, Option } from 'commander';
import { parseCount, parseSeed } from '../flags.ts';
import type { Host } from '../host.ts';

interface QuizFlags {
  readonly count: number;
  readonly kind?: string;
  readonly seed?: number;
  readonly preview?: true;
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
    .option('-n, --count <number>', 'how many questions', parseCount, 10)
    .addOption(new Option('-k, --kind <kind>', 'only questions of this kind').choices(kindChoices))
    .option('--seed <number>', 'repeat the same choice of questions', parseSeed)
    .option('--preview', 'print questions with their answers; records nothing')
    .addHelpText('after', help)
    .action((topics: string[], flags: QuizFlags) =>
      host.run(async (context, { json }) => {
        const { runQuiz } = await import('./run.ts');
        const { count, seed, kind } = flags;
        const isPreview = flags.preview === true;
        return await runQuiz({ topics, count, kind, seed, isPreview, isJson: json }, context);
      }),
    );
}

const help = `
A topic is a kind (metrics, models, topics, domains, steps, cases), a domain or step with what
belongs to it (nlp, evaluation), a family or area (ranking, monitoring), or one entry (ndcg).

Every answer is saved at once. A wrong one comes back in the same session, and each card
returns when it is about to be forgotten (FSRS). Skipping and quitting keep everything.

JSON, with --preview: {questions: [{id, kind, about, prompt, options?: [{text, correct, why}],
answer, explanation}]}; kind is choice, multiple, scenario, recall, fill-in, order, numeric or
estimate. The last two also have value, working and, for an estimate, the bands that count as right and close.

Examples:
  mlsd quiz                              ten questions on everything
  mlsd quiz ranking --count 5            five on ranking metrics and models
  mlsd quiz steps --kind order           the steps in order
  mlsd quiz precision --kind numeric     fresh numbers to compute with
  mlsd quiz metrics --preview --seed 7   read them with their answers`;
