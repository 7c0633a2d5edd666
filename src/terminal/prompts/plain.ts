/** The same questions as lines: numbered, typed, nothing painted twice. */
import { parseArrangement } from '../../core/quiz/arrange.ts';
import { parseMarks } from '../../core/quiz/mark.ts';
import { hanging } from '../../view/prompts.ts';
import { wrapLines, wrapRuns } from '../../view/width.ts';
import type { Io } from '../io.ts';
import { type Lines, terminalLines } from './lines.ts';
import { runLiveInLines } from './live-lines.ts';
import type { KeyAction, Prompts } from './prompts.ts';

/** So many columns are left for what is typed behind a label. */
const typingRoom = 6;

export function createPlainPrompts(io: Io, lines: Lines = terminalLines(io)): Prompts {
  /** Asks until a line is understood. */
  async function askUntil<T>(
    label: string,
    help: string,
    read: (typed: string) => { readonly value: T } | undefined,
  ): Promise<T> {
    // The terminal would break a long label within a word.
    const [last = '', ...above] = wrapRuns([{ text: label }], io.width - typingRoom).reverse();
    const before = above
      .reverse()
      .map((line) => `${line}\n`)
      .join('');
    for (;;) {
      if (before) io.out(before);
      const answer = read((await lines.ask(`${last.trimEnd()} `)).trim());
      if (answer) return answer.value;
      io.out(`${help}\n`);
    }
  }
  return {
    choose({ message, choices, actions = [] }) {
      const rows = numbered(
        choices.map(({ name }) => name),
        io,
      );
      io.out(`${[message, ...rows].join('\n')}\n`);
      const help = `Type a number from 1 to ${choices.length}${orActions(actions)}.`;
      return askUntil(
        `Your choice, 1 to ${choices.length}${orActions(actions)}: `,
        help,
        (typed) => {
          const choice = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
          return choice ?? actionNamed(typed, actions);
        },
      );
    },
    async text({ message, help, initial }) {
      io.out(`${message}\n${help ? wrapLines([help], io.width) : ''}`);
      return (await lines.ask('Your answer: ')).trim() || (initial ?? '');
    },
    arrange<T>({ message, items, actions = [] }: Parameters<Prompts['arrange']>[0]) {
      const rows = numbered(items, io);
      io.out(`${[message, ...rows].join('\n')}\n`);
      const example = items.map((_, index) => items.length - index).join(' ');
      const help = `Type each number once, first to last, as in ${example}${orActions(actions)}.`;
      const label = `The order, as in ${example}${orActions(actions)}: `;
      return askUntil<readonly number[] | T>(label, help, (typed) => {
        const order = parseArrangement(typed, items.length);
        return order ? { value: order } : (actionNamed(typed, actions) as { value: T } | undefined);
      });
    },
    mark<T>({ message, items, actions = [] }: Parameters<Prompts['mark']>[0]) {
      const rows = numbered(items, io);
      io.out(`${[message, ...rows].join('\n')}\n`);
      const help = `Type the numbers of all that apply, as in 1,3${orActions(actions)}.`;
      const label = `All that apply, as in 1,3${orActions(actions)}: `;
      return askUntil<readonly number[] | T>(label, help, (typed) => {
        const marks = parseMarks(typed, items.length);
        return marks ? { value: marks } : (actionNamed(typed, actions) as { value: T } | undefined);
      });
    },
    press<T>({ message, keys }: { message?: string | undefined; keys: readonly KeyAction<T>[] }) {
      const [first, ...others] = keys;
      if (message) io.out(`${message}\n`);
      const label = `Enter: ${first?.name}${orActions(others)}: `;
      return askUntil<T>(label, `Press Enter${orActions(others)}.`, (typed) =>
        typed === '' ? first : actionNamed(typed, keys),
      );
    },
    live: (screen) => runLiveInLines(screen, lines, io),
  };
}

function numbered(texts: readonly string[], { width }: Pick<Io, 'width'>): string[] {
  return texts.flatMap((text, index) => hanging(`${index + 1}. `, text, { width }));
}

function orActions(actions: readonly KeyAction<unknown>[]): string {
  return actions.map(({ key, name }) => `, ${key} to ${name}`).join('');
}

/** An action by its key or name, with or without a slash. */
function actionNamed<T>(typed: string, actions: readonly KeyAction<T>[]): KeyAction<T> | undefined {
  const word = typed.toLowerCase().replace(/^\//, '');
  return actions.find(({ key, name }) => word !== '' && (word === key || word === name));
}
