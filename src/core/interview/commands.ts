/** What a typed line means: a note, or one of the commands; and which events follow from it. */

import type { Case } from '../catalog.ts';
import { closest } from '../typo.ts';
import type { EventData } from './events.ts';
import { factsFor } from './facts.ts';
import { type CheckItem, isTicked, leavesOf, type StepGuide } from './guide.ts';
import { answerTo } from './interviewer.ts';
import type { Session } from './session.ts';

export interface Reply {
  readonly events: readonly EventData[];
  /** Said to the person. */
  readonly text?: string | undefined;
  /** Something that the view has the words for. */
  readonly show?: 'time' | 'help' | 'prompt' | undefined;
  /** Said by the interviewer. */
  readonly answer?: string | undefined;
  /** Nothing came of the line: it stays in the input to be mended. */
  readonly isRefused?: boolean | undefined;
}

export interface Situation {
  readonly session: Session;
  readonly guides: readonly StepGuide[];
  /** What the interviewer knows; undefined for a prompt of one's own. */
  readonly design?: Case | undefined;
}

interface Command {
  readonly usage: string;
  readonly help: string;
  run(words: readonly string[], situation: Situation): Reply;
}

const longestNote = 2000;

/** Plain words are a note; a line that starts with one slash is a command. */
export function respond(line: string, situation: Situation): Reply {
  const text = plainText(line).trim();
  if (text === '') return { events: [] };
  if (situation.session.openGap) return settle(text);
  if (text.startsWith('?')) return question(text.slice(1).trim(), situation);
  if (!text.startsWith('/') || line.startsWith(' ') || text.startsWith('//')) {
    return { events: [{ kind: 'note', text: text.replace(/^\/\//, '/').slice(0, longestNote) }] };
  }
  const [word = '', ...rest] = text.slice(1).split(/\s+/);
  const name = commandNamed(word.toLowerCase());
  return name ? commands[name].run(rest, situation) : unknownCommand(word);
}

/** Notes are shown again and again: nothing in them may drive a terminal. */
function plainText(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

const counting: readonly string[] = ['y', 'yes', '/count'];
const skipping: readonly string[] = ['n', 'no', '/skip'];

/** The clock waits: nothing else is taken before it is said whether the gap counts. */
function settle(text: string): Reply {
  const word = text.toLowerCase();
  if (counting.includes(word)) {
    return {
      events: [{ kind: 'gap-settled', counts: true }],
      text: 'It counts. The clock is running.',
    };
  }
  if (skipping.includes(word)) {
    const words = 'It does not count. The clock is running.';
    return { events: [{ kind: 'gap-settled', counts: false }], text: words };
  }
  return { events: [], text: 'First: does the gap count? y or n.', isRefused: true };
}

function question(words: string, { design }: Situation): Reply {
  if (words === '') {
    const text = 'Ask the interviewer, as in: ? how many users';
    return { events: [], text };
  }
  const facts = factsFor(design?.facts ?? [], words).map(({ id }) => id);
  const asked = { kind: 'asked', question: words.slice(0, longestNote), facts } as const;
  return { events: [asked], answer: answerTo(design, facts) };
}

const ask: Command = {
  usage: '? question',
  help: 'ask the interviewer, in your own words: ? how many users (or /ask)',
  run: (words, situation) => question(words.join(' '), situation),
};

const facts: Command = {
  usage: '/facts',
  help: 'what the interviewer has told you so far',
  run: (_, { session, design }) => {
    const told = [...new Set(session.asked.flatMap((asked) => asked.facts))];
    const text =
      told.length > 0
        ? told.map((id) => answerTo(design, [id])).join('\n')
        : 'Nothing yet. Ask, as in: ? how many users';
    return { events: [], text };
  },
};

const say: Command = {
  usage: '/say N',
  help: 'tick point N as said aloud, and note it; words after it are the note',
  run: ([number = '', ...words], situation) => {
    const leaves = leavesNamed(number, situation);
    const item = itemNamed(number, situation);
    if (!leaves || !item) return check.run([number], situation);
    const text = words.length > 0 ? words.join(' ') : item.text;
    return {
      events: [
        { kind: 'check', items: leaves, isDone: true },
        { kind: 'note', text: text.slice(0, longestNote) },
      ],
    };
  },
};

const next: Command = {
  usage: '/next',
  help: 'go to the next step; after the last one the interview is finished',
  run: (_, { session }) => {
    const { stepIndex } = session.timeline;
    const isLast = stepIndex === session.plan.steps.length - 1;
    return { events: [{ kind: isLast ? 'finished' : 'next' }] };
  },
};

const back: Command = {
  usage: '/back',
  help: 'go back to the step before; its clock goes on from where it was',
  run: (_, { session }) =>
    session.timeline.stepIndex === 0
      ? { events: [], text: 'This is the first step.' }
      : { events: [{ kind: 'back' }] },
};

const pause: Command = {
  usage: '/pause',
  help: 'stop the clock',
  run: (_, { session }) =>
    session.timeline.isPaused
      ? { events: [], text: 'The clock is stopped already; /resume starts it.' }
      : { events: [{ kind: 'pause' }], text: 'The clock is stopped; /resume starts it.' },
};

const resume: Command = {
  usage: '/resume',
  help: 'start the clock again',
  run: (_, { session }) =>
    session.timeline.isPaused
      ? { events: [{ kind: 'resume' }], text: 'The clock is running.' }
      : { events: [], text: 'The clock is running already.' },
};

const hint: Command = {
  usage: '/hint',
  help: 'one hint for this step, another one each time',
  run: (_, { session, guides }) => {
    const { stepIndex } = session.timeline;
    const hints = guides[stepIndex]?.hints ?? [];
    const number = (session.hintsShown[stepIndex] ?? 0) + 1;
    const text = hints[number - 1];
    if (text === undefined) return { events: [], text: 'There are no more hints for this step.' };
    return {
      events: [{ kind: 'hint', number }],
      text: `Hint ${number} of ${hints.length}. ${text}`,
    };
  },
};

const check: Command = {
  usage: '/check N',
  help: 'tick point N of the checklist, or untick it; several at once; 3b is a part of 3',
  run: (words, situation) => {
    const numbers = words.flatMap((word) => word.split(',')).filter((word) => word !== '');
    const found = numbers.map((number) => leavesNamed(number, situation));
    const wrong = numbers.find((_, index) => found[index] === undefined);
    const count = guideOf(situation)?.checklist.length ?? 0;
    if (numbers.length === 0 || wrong !== undefined) {
      const what = wrong === undefined ? 'Say which point' : `There is no point ${wrong}`;
      const range = count > 0 ? `: 1 to ${count}, as in /check 1` : ': this step has no checklist';
      return { events: [], text: `${what}${range}.`, isRefused: true };
    }
    return { events: found.map((leaves) => toggle(leaves ?? [], situation)) };
  },
};

function guideOf({ session, guides }: Situation): StepGuide | undefined {
  return guides[session.timeline.stepIndex];
}

const pointNumber = /^(\d{1,3})([a-z]?)$/i;

function itemNamed(number: string, situation: Situation): CheckItem | undefined {
  return guideOf(situation)?.checklist[Number(pointNumber.exec(number)?.[1]) - 1];
}

/** "3" is the third item with all its parts, "3b" the second part of it. */
function leavesNamed(number: string, situation: Situation): readonly string[] | undefined {
  const match = pointNumber.exec(number);
  const item = itemNamed(number, situation);
  if (!match || !item) return undefined;
  if (!match[2]) return leavesOf(item);
  const part = item.parts[match[2].toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0)];
  return part && [part.id];
}

function toggle(leaves: readonly string[], { session }: Situation): EventData {
  const isDone = !leaves.every((leaf) => session.ticked.has(leaf));
  return { kind: 'check', items: leaves, isDone };
}

const time: Command = {
  usage: '/time',
  help: 'where the clock stands',
  run: () => ({ events: [], show: 'time' }),
};

const prompt: Command = {
  usage: '/prompt',
  help: "the interviewer's words again",
  run: () => ({ events: [], show: 'prompt' }),
};

const quit: Command = {
  usage: '/quit',
  help: 'stop here and write the debrief (Ctrl-C leaves it to be continued)',
  run: () => ({ events: [{ kind: 'stopped' }] }),
};

const help: Command = {
  usage: '/help',
  help: 'these commands',
  run: () => ({ events: [], show: 'help' }),
};

export const commands = {
  ask,
  facts,
  say,
  next,
  back,
  pause,
  resume,
  hint,
  check,
  time,
  prompt,
  quit,
  help,
} as const;
type CommandName = keyof typeof commands;

/** Short forms of what is typed most. Ending the interview has none. */
const shortForms: ReadonlyMap<string, CommandName> = new Map([
  ['n', 'next'],
  ['b', 'back'],
  ['p', 'pause'],
  ['r', 'resume'],
  ['h', 'hint'],
  ['c', 'check'],
  ['t', 'time'],
  ['?', 'help'],
]);

function commandNamed(word: string): CommandName | undefined {
  return Object.hasOwn(commands, word) ? (word as CommandName) : shortForms.get(word);
}

function unknownCommand(word: string): Reply {
  const [near] = closest(word, Object.keys(commands), 1);
  const meant = near ? `Did you mean /${near}?` : '/help lists the commands.';
  const text = `There is no command /${word}. ${meant} To note it as it is, start with a space.`;
  return { events: [], text, isRefused: true };
}

const takesWords: readonly string[] = ['check', 'say', 'ask'];

/** The line with the command it begins completed, when there is just one way to. */
export function complete(line: string): string {
  const typed = /^\/([a-z]+)$/.exec(line)?.[1];
  const fitting = Object.keys(commands).filter((name) => typed && name.startsWith(typed));
  const [only] = fitting;
  if (fitting.length !== 1 || !only) return line;
  return takesWords.includes(only) ? `/${only} ` : `/${only}`;
}

/** How many points of a step are ticked, and the first that is not. */
export function openPoints(guide: StepGuide, ticked: ReadonlySet<string>): readonly string[] {
  return guide.checklist.filter((item) => !isTicked(item, ticked)).map(({ text }) => text);
}
