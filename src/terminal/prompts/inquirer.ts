/** The one door to questions: Inquirer screens in a terminal, typed lines in plain mode. */
import { CancelledError, UsageError } from '../../errors.ts';
import type { Io } from '../io.ts';
import { arrangePrompt } from './arrange.ts';
import { choosePrompt } from './choose.ts';
import { runLive } from './live.ts';
import { markPrompt } from './mark.ts';
import { createPlainPrompts } from './plain.ts';
import { pressPrompt } from './press.ts';
import type { Prompts } from './prompts.ts';
import { restoringTerminal } from './restore.ts';
import { textPrompt } from './text.ts';

export function createPrompts(io: Io): Prompts {
  const prompts = io.isPlain ? createPlainPrompts(io) : createScreens(io);
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    refuseUnlessInteractive(io);
    if (io.isPlain) return await orCancelled(question());
    return await orCancelled(restoringTerminal(io.out, question));
  };
  return {
    choose: (question) => ask(() => prompts.choose(question)),
    text: (question) => ask(() => prompts.text(question)),
    arrange: (question) => ask(() => prompts.arrange(question)),
    mark: (question) => ask(() => prompts.mark(question)),
    press: (question) => ask(() => prompts.press(question)),
    live: (screen) => ask(() => prompts.live(screen)),
  };
}

/** Inquirer wants a stream of its own choice only in tests; here it is the terminal. */
function createScreens(style: Io): Prompts {
  return {
    async choose(question) {
      return (await choosePrompt({ question, style })) as never;
    },
    text: (question) => textPrompt({ question, style }),
    async arrange(question) {
      return (await arrangePrompt({ question, style })) as never;
    },
    async mark(question) {
      return (await markPrompt({ question, style })) as never;
    },
    async press(question) {
      const clearPromptOnDone = question.message === undefined;
      return (await pressPrompt({ question, style }, { clearPromptOnDone })) as never;
    },
    live: (screen) => runLive(screen, style),
  };
}

function refuseUnlessInteractive({ isInteractive }: Io): void {
  if (isInteractive) return;
  throw new UsageError(
    'this asks questions, and there is no terminal to answer in.',
    'Run it in a terminal, without redirecting its input or output.',
  );
}

/** Inquirer tells Ctrl-C by an error of its own. */
async function orCancelled<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new CancelledError();
    throw error;
  }
}
