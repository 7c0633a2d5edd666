/** One command for each kind of entry: metric, model, topic, domain, step, case. */
import type { Command } from 'commander';
import { type Kind, kinds } from '../../core/catalog.ts';
import { parseCount, parseSeed } from '../flags.ts';
import type { Host } from '../host.ts';

interface Grammar {
  readonly description: string;
  readonly examples: readonly string[];
}

const grammars = {
  metric: {
    description: 'a metric: formula, range, when it is right, when it misleads',
    examples: [
      'mlsd metric ndcg',
      'mlsd metric ndcg --full',
      'mlsd metric recall@k --json',
      'mlsd metric one right answer',
    ],
  },
  model: {
    description: 'a model: when to use it, what it costs, what it gives up',
    examples: ['mlsd model two-tower', 'mlsd model xgboost --full'],
  },
  topic: {
    description: 'a technique of the ML life cycle',
    examples: ['mlsd topic canary', 'mlsd topic smote', 'mlsd topic canary --full'],
  },
  domain: {
    description: 'a field of ML: goal, tasks, data, metrics, models',
    examples: ['mlsd domain nlp', 'mlsd domain ranking'],
  },
  step: {
    description: 'a step of the interview: minutes, checklist, questions, tips',
    examples: ['mlsd step 1', 'mlsd step evaluation'],
  },
  case: {
    description: 'a design prompt with its worked design',
    examples: [
      'mlsd case feed-ranking',
      'mlsd case feed-ranking --mentor --seed 7',
      'mlsd case --json',
    ],
  },
} as const satisfies Record<Kind, Grammar>;

export function registerEntries(program: Command, host: Host): void {
  for (const kind of kinds) {
    const { description, examples } = grammars[kind];
    const command = program
      .command(kind)
      .description(description)
      .argument('[name...]', `name, alias or id; without one, the list of ${kind}s`)
      .option('--full', 'all of it; a metric, model or topic is cut to one screen otherwise')
      .addHelpText(
        'after',
        `
JSON: the ${kind} with all its fields; without a name {entries: [{id, name, aliases, summary}]};
when only a need was answered {query, foundBy: "need", results: [{kind, id, …, reason}]}

Examples:
  mlsd ${kind}
${examples.map((example) => `  ${example}`).join('\n')}

Exit codes: 0 found, 1 nothing found.`,
      )
      .action((words: string[], { full }: { full?: boolean }) =>
        host.run(async (context, { json }) => {
          const { runLookup } = await import('../lookup/run.ts');
          return await runLookup({ kind, words, isJson: json, isFull: full === true }, context);
        }),
      );
    if (kind === 'case') addMentor(command, host);
  }
}

interface CaseFlags {
  readonly full?: true;
  readonly mentor?: true;
  readonly seed?: number;
  readonly minutes?: number;
  readonly markdown?: true;
}

/** Somebody may hold the interview in the program's place. */
function addMentor(command: Command, host: Host): void {
  command
    .option('--mentor', 'the sheet of who holds the interview: facts, probes, twists, rubric, time')
    .option('--seed <n>', 'with --mentor: the twist of that interview', parseSeed)
    .option('--minutes <n>', 'with --mentor: how long it lasts', parseCount)
    .option('--markdown', 'with --mentor: as Markdown')
    .action((words: string[], { full, mentor, seed, minutes, markdown }: CaseFlags) =>
      host.run(async (context, { json }) => {
        if (mentor) {
          const { runMentor } = await import('./mentor.ts');
          const options = { words, seed, minutes, isMarkdown: markdown === true, isJson: json };
          return await runMentor(options, context);
        }
        const { runLookup } = await import('../lookup/run.ts');
        return await runLookup(
          { kind: 'case', words, isJson: json, isFull: full === true },
          context,
        );
      }),
    );
}
