/** Where one may go on from the home screen. */
import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import type { Choice } from '../../terminal/prompts/prompts.ts';
import type { Today } from '../../view/home.ts';

type Action = 'quiz' | 'interview' | 'resume' | 'lookup' | 'sheet' | 'stats' | 'quit';

export const actions = {
  quiz: (context) => quizOf(undefined, context),
  interview: (context) => interview(context, false),
  resume: (context) => interview(context, true),
  async lookup(context) {
    const { runLookup } = await import('../lookup/run.ts');
    const text = await (await context.prompts()).text({ message: 'Look up' });
    const words = text.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) return exitCodes.done;
    return await runLookup({ kind: undefined, words, isJson: false, isFull: false }, context);
  },
  async sheet(context) {
    const { runSheet } = await import('../sheet/run.ts');
    return await runSheet(
      { topics: [], isAll: false, format: undefined, output: undefined },
      context,
    );
  },
  async stats(context) {
    const { runStats } = await import('../stats/run.ts');
    return await runStats({ isJson: false }, context);
  },
  quit: async () => exitCodes.done,
} as const satisfies Record<Action, (context: Context) => Promise<ExitCode>>;

/** A quiz on everything. */
export async function quizOf(count: number | undefined, context: Context): Promise<ExitCode> {
  const { runQuiz, usualQuiz } = await import('../quiz/run.ts');
  return await runQuiz({ ...usualQuiz, count }, context);
}

async function interview(context: Context, isResume: boolean): Promise<ExitCode> {
  const { runInterview } = await import('../interview/run.ts');
  const options = { minutes: undefined, plan: undefined, seed: undefined };
  const modes = { prompt: undefined, step: undefined, count: 1, level: undefined, isCalm: false };
  const flags = { ...modes, isResume, isList: false, isPreview: false, isJson: false };
  return await runInterview({ words: [], ...options, ...flags }, context);
}

export function menuChoices({ practice }: Today): Choice<Action>[] {
  const resume: Choice<Action> = { value: 'resume', name: 'The interview you left' };
  return [
    ...(practice?.unfinished ? [resume] : []),
    { value: 'quiz', name: 'A quiz of 10 questions' },
    { value: 'interview', name: 'A mock interview' },
    { value: 'lookup', name: 'Look something up' },
    { value: 'sheet', name: 'Cheat sheets' },
    { value: 'stats', name: 'How it goes' },
    { value: 'quit', name: 'Quit' },
  ];
}
