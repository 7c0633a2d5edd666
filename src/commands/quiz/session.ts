/** One sitting: ask, judge, store, show why, go on. */
import type { Context } from '../../context.ts';
import { startOfNamedDay } from '../../core/day.ts';
import { askCard, type Item } from '../../core/quiz/choose.ts';
import { lastChance } from '../../core/quiz/last-chance.ts';
import { type ModeRules, modes, type SittingMode } from '../../core/quiz/mode.ts';
import type { Outcome, Question, QuestionKind } from '../../core/quiz/question.ts';
import { type CardState, isLeech, type ReturnRules, schedule } from '../../core/quiz/schedule.ts';
import {
  advance,
  currentTurn,
  position,
  type Session,
  startSession,
  stepBack,
  summarize,
  type Turn,
} from '../../core/quiz/session.ts';
import { clockTime } from '../../core/time.ts';
import { CancelledError, type ExitCode, exitCodes } from '../../errors.ts';
import type { ReviewLog } from '../../history/reviews.ts';
import type { Prompts } from '../../terminal/prompts/prompts.ts';
import { type ExamAnswer, renderExamReport } from '../../view/quiz-exam.ts';
import { renderFeedback } from '../../view/quiz-feedback.ts';
import { renderTimeUp } from '../../view/quiz-notes.ts';
import { renderSummary } from '../../view/quiz-summary.ts';
import { ask } from './ask.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';

interface Sitting {
  /** The command that started it, and goes on with it. */
  readonly command: 'quiz' | 'estimate';
  readonly kinds: readonly QuestionKind[];
  readonly seed: number;
  readonly mode: SittingMode;
  /** After so long no further question is asked. */
  readonly limitMs: number | undefined;
}

/** Everything a turn needs. */
interface Room {
  readonly context: Context;
  readonly prompts: Prompts;
  readonly reviews: ReviewLog;
  readonly sitting: Sitting;
  readonly rules: ModeRules;
  readonly id: string;
  readonly watch: Stopwatch;
  /** The first moment of the day of the interview. */
  readonly interviewAt: number | undefined;
  /** What was answered, by the uid of the answer. */
  readonly answers: Map<string, { readonly question: Question; readonly outcome: Outcome }>;
}

export async function runSession(
  items: readonly Item[],
  sitting: Sitting,
  context: Context,
): Promise<ExitCode> {
  const room = await openRoom(sitting, context);
  const end = await runTurns(startSession(items, room.rules), room);
  const { io, clock } = context;
  if (room.rules.explains) {
    const { movesCards } = room.rules;
    io.out(renderSummary(summarize(end), { ...io, now: clock.now(), movesCards }));
  } else {
    const tookMs = room.watch.spentMs();
    io.out(renderExamReport(examAnswers(items, end, room), { ...io, tookMs }));
  }
  return exitCodes.done;
}

async function openRoom(sitting: Sitting, context: Context): Promise<Room> {
  const { reviews } = await context.history();
  const { interviewDate } = context.config();
  return {
    context,
    prompts: await context.prompts(),
    reviews,
    sitting,
    rules: modes[sitting.mode],
    id: `${sitting.command}-${context.clock.now()}-${sitting.seed}`,
    watch: startStopwatch(context.clock, { isStrict: !modes[sitting.mode].explains }),
    interviewAt: interviewDate === undefined ? undefined : startOfNamedDay(interviewDate),
    answers: new Map(),
  };
}

async function runTurns(start: Session, room: Room): Promise<Session> {
  let session = start;
  try {
    for (let turn = currentTurn(session); turn; turn = currentTurn(session)) {
      if (timeLeft(room) <= 0) {
        const { io } = room.context;
        io.out(renderTimeUp(room.sitting, io));
        break;
      }
      const answered = await runTurn(session, turn, room);
      if (answered === 'quit') break;
      ({ session } = answered);
      const next = answered.reveal ? await answered.reveal() : 'next';
      room.watch.lap();
      if (next === 'quit') break;
      if (next === 'undo') session = takeBack(session, room);
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

function timeLeft({ sitting: { limitMs }, watch }: Room): number {
  return limitMs === undefined ? Number.POSITIVE_INFINITY : limitMs - watch.spentMs();
}

function savedText({ answered }: Session): string {
  const count = answered.length;
  if (count === 0) return 'stopped; nothing was answered yet.';
  return count === 1
    ? 'stopped; your answer is saved.'
    : `stopped; your ${count} answers are saved.`;
}

type Next = 'next' | 'undo' | 'quit';

interface TurnResult {
  readonly session: Session;
  /** Shows what there is to read, and waits. */
  readonly reveal?: () => Promise<Next>;
}

async function runTurn(session: Session, turn: Turn, room: Room): Promise<TurnResult | 'quit'> {
  const { context, prompts, sitting, reviews, rules } = room;
  const { io, clock } = context;
  const { card, attempt, round } = turn;
  const seed = sitting.seed + round;
  const again = attempt > 1 ? askCard(card, sitting.kinds, seed, attempt) : undefined;
  const question = again ?? turn.question;
  if (!question) throw new Error(`no question for ${card.id}`);
  const started = clock.monotonic();
  const left = rules.explains || sitting.limitMs === undefined ? undefined : timeLeft(room);
  const before = reviews.stateOf(card.id);
  const now = clock.now();
  const asking = {
    progress: {
      ...position(session),
      isAgain: attempt > 1,
      timeLeft: left === undefined ? undefined : clockTime(left),
    },
    rules,
    canUndo: session.before !== undefined,
    now,
    dueAfter: (rating: Outcome['rating']) =>
      rules.movesCards
        ? schedule(before, rating, now, returnRules(card.id, before, room)).due
        : undefined,
  };
  const { reply, hints } = await ask(question, asking, prompts, io);
  if (reply === 'quit') return 'quit';
  if (reply === 'undo') return { session: takeBack(session, room) };
  if (reply === 'skip') return { session: advance(session, { type: 'skipped' }) };
  const tookMs = clock.monotonic() - started;
  const { uid, state } = store(question, reply, { tookMs, hints, before }, room);
  room.answers.set(uid, { question, outcome: reply });
  const due = rules.movesCards ? state?.due : undefined;
  const lapses = state && isLeech(state) ? state.lapses : undefined;
  const event = { isCorrect: reply.isCorrect, due, uid, isLeech: lapses !== undefined };
  const next = advance(session, { type: 'answered', ...event });
  if (!rules.explains) return { session: next };
  const isLast = currentTurn(next) === undefined;
  return { session: next, reveal: () => reveal(question, reply, { due, lapses, isLast }, room) };
}

function takeBack(session: Session, { reviews, context }: Room): Session {
  const back = stepBack(session);
  if (back.takenBack !== undefined) reviews.retract(back.takenBack, context.clock.now());
  return back.session;
}

/** What the settings say about the return of a card. */
function returnRules(card: string, before: CardState | undefined, room: Room): ReturnRules {
  const { context, interviewAt } = room;
  const now = context.clock.now();
  const dueBy = lastChance(card, { now, interviewAt, isNew: before === undefined });
  return { retention: context.config().retention, dueBy };
}

interface Circumstances {
  readonly tookMs: number;
  readonly hints: number;
  readonly before: CardState | undefined;
}

/** On disk before anything else happens. */
function store(
  question: Question,
  { isCorrect, rating, answer }: Outcome,
  { tookMs, hints, before }: Circumstances,
  room: Room,
) {
  return room.reviews.record({
    card: question.card,
    question: question.id,
    kind: question.kind,
    session: room.id,
    mode: room.sitting.mode,
    answeredAt: room.context.clock.now(),
    tookMs,
    isCorrect,
    rating,
    answer,
    hints,
    rules: returnRules(question.card, before, room),
  });
}

interface Revealed {
  readonly due: number | undefined;
  readonly lapses: number | undefined;
  readonly isLast: boolean;
}

/** The answer is on disk already; a choice is defended before one is told what would change it. */
async function reveal(
  question: Question,
  outcome: Outcome,
  { due, lapses, isLast }: Revealed,
  { context, prompts }: Room,
): Promise<Next> {
  const { io, clock } = context;
  const defense = await defend(question, prompts);
  io.out(renderFeedback(question, outcome, { ...io, now: clock.now(), due, lapses, defense }));
  return await prompts.press<Next>({
    keys: [
      { key: 'enter', name: isLast ? 'finish' : 'next', value: 'next' },
      { key: 'u', name: 'undo', value: 'undo' },
      ...(isLast ? [] : [{ key: 'q', name: 'quit', value: 'quit' } as const]),
    ],
  });
}

async function defend(question: Question, prompts: Prompts): Promise<string | undefined> {
  if (!('flip' in question) || question.flip === undefined) return undefined;
  const text = await prompts.text({
    message: '\nWhat would change your choice?',
    help: 'One line to compare with the answer. Enter alone shows it.',
  });
  // A command typed out of habit is no defense; undo and quit are asked for next.
  return text.startsWith('/') ? '' : text;
}

function examAnswers(items: readonly Item[], end: Session, room: Room): ExamAnswer[] {
  const uids = new Map(end.answered.map(({ card, round, uid }) => [`${card.id} ${round}`, uid]));
  return items.map(({ card, question, round = 0 }) => {
    const answer = room.answers.get(uids.get(`${card.id} ${round}`) ?? '');
    return { question, outcome: answer?.outcome };
  });
}
