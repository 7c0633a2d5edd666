/**
 * The scripted twin of Prompts: answers come from a list, in order. A question that the
 * script does not expect fails, and so does an answer that nothing asked for (`finish`).
 */
import { CancelledError } from '../../src/errors.ts';
import type {
  ArrangeQuestion,
  ChooseQuestion,
  LiveScreen,
  MarkQuestion,
  PressQuestion,
  Prompts,
  TextQuestion,
} from '../../src/terminal/prompts/prompts.ts';

interface Questions {
  choose: ChooseQuestion<unknown>;
  text: TextQuestion;
  arrange: ArrangeQuestion<unknown>;
  mark: MarkQuestion<unknown>;
  press: PressQuestion<unknown>;
  live: LiveScreen<unknown>;
}
type Method = keyof Questions;

export interface ScriptedAnswer {
  readonly method: Method | 'any';
  readonly reply: (question: never) => unknown;
}

/** Picks the choice with this name, or the one that a test finds. */
export function choose(
  pick: string | ((question: ChooseQuestion<unknown>) => unknown),
): ScriptedAnswer {
  return {
    method: 'choose',
    reply: (question: ChooseQuestion<unknown>) => {
      if (typeof pick === 'function') return pick(question);
      const all = [...question.choices, ...(question.actions ?? [])];
      const found = all.find(({ name }) => name === pick);
      if (!found)
        throw new Error(`no choice "${pick}" in: ${all.map(({ name }) => name).join(' | ')}`);
      return found.value;
    },
  };
}

export function type(text: string | ((question: TextQuestion) => string)): ScriptedAnswer {
  return {
    method: 'text',
    reply: (question: TextQuestion) => (typeof text === 'function' ? text(question) : text),
  };
}

export function arrange(
  order: readonly number[] | ((question: ArrangeQuestion<unknown>) => unknown),
): ScriptedAnswer {
  return {
    method: 'arrange',
    reply: (question: ArrangeQuestion<unknown>) =>
      typeof order === 'function' ? order(question) : order,
  };
}

/** Marks the items with these indexes, or what a test finds. */
export function mark(
  marks: readonly number[] | ((question: MarkQuestion<unknown>) => unknown),
): ScriptedAnswer {
  return {
    method: 'mark',
    reply: (question: MarkQuestion<unknown>) =>
      typeof marks === 'function' ? marks(question) : marks,
  };
}

/** Presses the key with this name. */
export function press(name: string): ScriptedAnswer {
  return {
    method: 'press',
    reply: ({ keys }: PressQuestion<unknown>) => {
      const found = keys.find((key) => key.name === name);
      if (!found)
        throw new Error(`no key "${name}" in: ${keys.map((key) => key.name).join(' | ')}`);
      return found.value;
    },
  };
}

/** Sits before a live screen: the function enters lines and lets time pass until it is over. */
export function live(sit: (screen: LiveScreen<unknown>) => unknown): ScriptedAnswer {
  return { method: 'live', reply: sit };
}

/** Ctrl-C at whatever is asked. */
export function cancel(): ScriptedAnswer {
  return {
    method: 'any',
    reply: () => {
      throw new CancelledError();
    },
  };
}

export interface ScriptedPrompts extends Prompts {
  /** What was asked, in order. */
  readonly asked: readonly { readonly method: Method; readonly message: string }[];
  /** Fails when answers are left over. */
  finish(): void;
}

export function scriptedPrompts(script: readonly ScriptedAnswer[]): ScriptedPrompts {
  const left = [...script];
  const asked: { method: Method; message: string }[] = [];
  async function answer<M extends Method>(method: M, question: Questions[M]): Promise<never> {
    const message = 'message' in question ? (question.message ?? '') : '';
    asked.push({ method, message });
    const next = left.shift();
    if (!next) throw new Error(`unexpected question (${method}): ${message}`);
    if (next.method !== 'any' && next.method !== method) {
      throw new Error(
        `the script has an answer for ${next.method}, but ${method} came: ${message}`,
      );
    }
    return next.reply(question as never) as never;
  }
  return {
    asked,
    choose: (question) => answer('choose', question as ChooseQuestion<unknown>),
    text: (question) => answer('text', question),
    arrange: (question) => answer('arrange', question as ArrangeQuestion<unknown>),
    mark: (question) => answer('mark', question as MarkQuestion<unknown>),
    press: (question) => answer('press', question as PressQuestion<unknown>),
    live: (screen) => answer('live', screen as LiveScreen<unknown>),
    finish() {
      if (left.length > 0) throw new Error(`${left.length} scripted answers were not asked for`);
    },
  };
}
