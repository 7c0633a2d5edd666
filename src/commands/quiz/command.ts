import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Host } from '../host.ts';

interface QuizFlags {
  readonly count: number;
  readonly kind?: string;
  readonly seed?: number;
  readonly preview?: true;
}

/** The names of the question kinds; a test holds them to the table of kinds. */
export const kindChoices = ['choice', 'scenario', 'recall', 'fill-in', 'order'] as const;

const mostQuestions = 1000;

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

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostQuestions) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${mostQuestions}.`);
  }
  return count;
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError('Give a whole number.');
  return seed;
}

const help = `
A topic is a kind (metrics, models, topics, domains, steps, cases), a domain or step with what
belongs to it (nlp, evaluation), a family or area (ranking, monitoring), or one entry (ndcg).

Every answer is saved at once. A wrong one comes back in the same session, and each card
returns when it is about to be forgotten (FSRS). Skipping and quitting keep everything.

JSON, with --preview: {questions: [{id, kind, about, prompt, options?: [{text, correct, why}],
answer, explanation}]}; kind is choice, scenario, recall, fill-in or order.

Examples:
  mlsd quiz                              ten questions on everything
  mlsd quiz ranking --count 5            five on ranking metrics and models
  mlsd quiz steps --kind order           the steps in order
  mlsd quiz metrics --preview --seed 7   read them with their answers`;
