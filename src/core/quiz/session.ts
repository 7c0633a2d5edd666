/** A sitting, as a state and what can happen to it. Pure: what is asked and stored is elsewhere. */
import type { Card } from './card.ts';
import type { Item } from './choose.ts';
import { type ModeRules, modes } from './mode.ts';
import type { Question } from './question.ts';

export interface Turn {
  readonly card: Card;
  /** 0, or higher when the same card was planned several times with fresh numbers. */
  readonly round: number;
  /** What is asked at the first attempt. */
  readonly question: Question | undefined;
  /** 1 the first time; higher when it came back after a wrong answer. */
  readonly attempt: number;
}

interface Answered extends Turn {
  readonly isCorrect: boolean;
  /** When the card comes back, in milliseconds since the epoch; undefined when it was not moved. */
  readonly due: number | undefined;
  /** What it is taken back by. */
  readonly uid: string;
}

export interface Session {
  /** Cards that were planned; those that come back are not counted again. */
  readonly planned: number;
  readonly queue: readonly Turn[];
  readonly answered: readonly Answered[];
  readonly skipped: readonly Card[];
  /** Does what was wrong come back? */
  readonly repeatsWrong: boolean;
  /** How it stood one step ago; undefined at the beginning. */
  readonly before: Session | undefined;
}

export type SessionEvent =
  | {
      readonly type: 'answered';
      readonly isCorrect: boolean;
      readonly due: number | undefined;
      readonly uid: string;
      /** Asking it again and again does not help. */
      readonly isLeech?: boolean;
    }
  | { readonly type: 'skipped' };

/** So many others come before a card that was answered wrong. */
const others = 3;
/** After so many tries in one sitting, tomorrow is soon enough. */
const mostAttempts = 4;
const mostAttemptsOfLeech = 2;

export function startSession(
  items: readonly (Pick<Item, 'card' | 'round'> & Partial<Pick<Item, 'question'>>)[],
  { repeatsWrong }: Pick<ModeRules, 'repeatsWrong'> = modes.practice,
): Session {
  const queue = items.map(({ card, question, round = 0 }) => ({
    card,
    question,
    round,
    attempt: 1,
  }));
  return {
    planned: items.length,
    queue,
    answered: [],
    skipped: [],
    repeatsWrong,
    before: undefined,
  };
}

/** What is asked now; undefined when the sitting is over. */
export function currentTurn({ queue }: Session): Turn | undefined {
  return queue[0];
}

/** "3 of 10": how many different cards have come up, the current one included. */
export function position({ planned, queue }: Session): {
  readonly at: number;
  readonly of: number;
} {
  const waiting = queue.slice(1).filter(({ attempt }) => attempt === 1).length;
  return { at: planned - waiting, of: planned };
}

export function advance(session: Session, event: SessionEvent): Session {
  const [turn, ...rest] = session.queue;
  if (!turn) return session;
  if (event.type === 'skipped') {
    return { ...session, queue: rest, skipped: [...session.skipped, turn.card], before: session };
  }
  const { isCorrect, due, uid, isLeech = false } = event;
  const answered = [...session.answered, { ...turn, isCorrect, due, uid }];
  const most = isLeech ? mostAttemptsOfLeech : mostAttempts;
  const returns = session.repeatsWrong && !isCorrect && turn.attempt < most;
  return { ...session, answered, queue: returns ? putBack(rest, turn) : rest, before: session };
}

/** One step back; the answer that was taken back by it, when the step was one. */
export function stepBack(session: Session): {
  readonly session: Session;
  readonly takenBack: string | undefined;
} {
  const { before, answered } = session;
  if (!before) return { session, takenBack: undefined };
  const isAnswer = before.answered.length < answered.length;
  return { session: before, takenBack: isAnswer ? answered.at(-1)?.uid : undefined };
}

function putBack(queue: readonly Turn[], turn: Turn): Turn[] {
  const at = Math.min(others, queue.length);
  const again = { ...turn, attempt: turn.attempt + 1 };
  return [...queue.slice(0, at), again, ...queue.slice(at)];
}

/** What to say at the end. */
export interface SessionSummary {
  /** Different cards that were answered, and those right at the first try. */
  readonly asked: number;
  readonly rightAtOnce: number;
  /** Right in the end, after one or more wrong answers. */
  readonly rightLater: number;
  readonly answers: number;
  readonly skipped: number;
  readonly byTopic: readonly TopicScore[];
  /** When the cards come back, soonest first. */
  readonly returns: readonly number[];
}

export interface TopicScore {
  readonly about: Question['about'];
  readonly right: number;
  readonly asked: number;
}

export function summarize({ answered, skipped }: Session): SessionSummary {
  const first = answered.filter(({ attempt }) => attempt === 1);
  const rightAtOnce = first.filter(({ isCorrect }) => isCorrect).length;
  // A later answer replaces the earlier one: of the same round for the score, of any for the time.
  const last = new Map(answered.map((each) => [`${each.card.id} ${each.round}`, each]));
  const rightInTheEnd = [...last.values()].filter(({ isCorrect }) => isCorrect).length;
  const due = new Map(answered.map((each) => [each.card.id, each.due]));
  return {
    asked: first.length,
    rightAtOnce,
    rightLater: rightInTheEnd - rightAtOnce,
    answers: answered.length,
    skipped: skipped.length,
    byTopic: scoresOf(first),
    returns: [...due.values()].flatMap((at) => at ?? []).sort((a, b) => a - b),
  };
}

/** Weakest first. */
export function scoresOf(
  first: readonly { readonly card: Pick<Card, 'about'>; readonly isCorrect: boolean }[],
): TopicScore[] {
  const scores = new Map<string, TopicScore>();
  for (const { card, isCorrect } of first) {
    const key = `${card.about.kind}/${card.about.id}`;
    const { right, asked } = scores.get(key) ?? { right: 0, asked: 0 };
    scores.set(key, { about: card.about, right: right + (isCorrect ? 1 : 0), asked: asked + 1 });
  }
  return [...scores.values()].sort((a, b) => a.right / a.asked - b.right / b.asked);
}
