/** One sitting: ask, judge, store, show why, go on. */
import type { Context } from '../../context.ts';
import { askCard, type Item } from '../../core/quiz/choose.ts';
import type { Outcome, Question, QuestionKind } from '../../core/quiz/question.ts';
import { defaultRules } from '../../core/quiz/schedule.ts';
import {
  advance,
  currentTurn,
  position,
  type Session,
  startSession,
  summarize,
  type Turn,
} from '../../core/quiz/session.ts';
import { CancelledError, type ExitCode, exitCodes } from '../../errors.ts';
import type { ReviewLog } from '../../history/reviews.ts';
import type { Prompts } from '../../terminal/prompts/prompts.ts';
import { renderFeedback, renderSummary } from '../../view/quiz.ts';
import { ask } from './ask.ts';

interface Sitting {
  /** The command that started it, and goes on with it. */
  readonly command: 'quiz' | 'estimate';
  readonly kinds: readonly QuestionKind[];
  readonly seed: number;
}

/** Everything a turn needs. */
interface Room {
  readonly context: Context;
  readonly prompts: Prompts;
  readonly reviews: ReviewLog;
  readonly sitting: Sitting;
  readonly id: string;
}

export async function runSession(
  items: readonly Item[],
  sitting: Sitting,
  context: Context,
): Promise<ExitCode> {
  const { reviews } = await context.history();
  const room: Room = {
    context,
    prompts: await context.prompts(),
    reviews,
    sitting,
    id: `${sitting.command}-${context.clock.now()}-${sitting.seed}`,
  };
  const end = await runTurns(startSession(items), room);
  const { io, clock } = context;
  io.out(renderSummary(summarize(end), { ...io, now: clock.now() }));
  return exitCodes.done;
}

async function runTurns(start: Session, room: Room): Promise<Session> {
  let session = start;
  try {
    for (let turn = currentTurn(session); turn; turn = currentTurn(session)) {
      const next = await runTurn(session, turn, room);
      session = next.session;
      const isLast = currentTurn(session) === undefined;
      if (next.isQuit || (next.pauses && !isLast && !(await goesOn(room)))) break;
    }
    return session;
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw new CancelledError(
      savedText(session),
      `Go on whenever you like: mlsd ${room.sitting.command}`,
    );
  }
}

function savedText({ answered }: Session): string {
  const count = answered.length;
  if (count === 0) return 'stopped; nothing was answered yet.';
  return count === 1
    ? 'stopped; your answer is saved.'
    : `stopped; your ${count} answers are saved.`;
}

interface TurnResult {
  readonly session: Session;
  readonly isQuit: boolean;
  /** Was there something to read? */
  readonly pauses: boolean;
}

async function runTurn(session: Session, turn: Turn, room: Room): Promise<TurnResult> {
  const { context, prompts, sitting } = room;
  const { io, clock } = context;
  const { card, attempt, round } = turn;
  const seed = sitting.seed + round;
  const again = attempt > 1 ? askCard(card, sitting.kinds, seed, attempt) : undefined;
  const question = again ?? turn.question;
  if (!question) throw new Error(`no question for ${card.id}`);
  const started = clock.monotonic();
  const reply = await ask(question, { ...position(session), isAgain: attempt > 1 }, prompts, io);
  if (reply === 'quit') return { session, isQuit: true, pauses: false };
  if (reply === 'skip') {
    return { session: advance(session, { type: 'skipped' }), isQuit: false, pauses: false };
  }
  const due = store(question, reply, clock.monotonic() - started, room);
  io.out(renderFeedback(question, reply, { ...io, now: clock.now(), due }));
  const { isCorrect } = reply;
  return {
    session: advance(session, { type: 'answered', isCorrect, due }),
    isQuit: false,
    pauses: true,
  };
}

/** On disk before anything else happens. */
function store(question: Question, outcome: Outcome, tookMs: number, room: Room): number {
  const { isCorrect, rating, answer } = outcome;
  const { state } = room.reviews.record({
    card: question.card,
    question: question.id,
    kind: question.kind,
    session: room.id,
    answeredAt: room.context.clock.now(),
    tookMs,
    isCorrect,
    rating,
    answer,
    mode: 'practice',
    hints: 0,
    rules: defaultRules,
  });
  return state?.due ?? room.context.clock.now();
}

async function goesOn({ prompts }: Room): Promise<boolean> {
  return await prompts.press({
    keys: [
      { key: 'enter', name: 'next', value: true },
      { key: 'q', name: 'quit', value: false },
    ],
  });
}
