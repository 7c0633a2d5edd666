/**
 * A running interview as a live screen. Every event is on disk before anything shows it; the
 * state is what follows from the events, so that a killed program loses nothing.
 */
import { adviceAt } from '../../core/interview/advice.ts';
import { type Alarm, alarmsDue } from '../../core/interview/alarms.ts';
import { complete, type Reply, respond } from '../../core/interview/commands.ts';
import type { InterviewSetup } from '../../core/interview/debrief.ts';
import type { InterviewEvent, Outcome } from '../../core/interview/events.ts';
import { emptyGuide, type StepGuide } from '../../core/interview/guide.ts';
import { type Pace, paceAt } from '../../core/interview/pace.ts';
import { reduce, type Session } from '../../core/interview/session.ts';
import type { Clock } from '../../core/time.ts';
import type { InterviewLog } from '../../history/interviews.ts';
import type { LiveScreen, Reaction } from '../../terminal/prompts/prompts.ts';
import { renderInterview } from '../../view/interview.ts';
import {
  adviceText,
  alarmTexts,
  helpLines,
  noteText,
  stepLines,
  tickedLines,
  timeText,
} from '../../view/interview-text.ts';
import type { Paint } from '../../view/paint.ts';

export interface RunningInterview {
  readonly setup: InterviewSetup;
  readonly guides: readonly StepGuide[];
  readonly session: Session;
  /** Where the interview's clock stands now. */
  readonly clockMs: number;
  /** What to say first. */
  readonly message: readonly string[];
}

export interface ScreenTools {
  readonly log: InterviewLog;
  readonly clock: Clock;
  readonly style: { readonly paint: Paint; readonly isUnicode: boolean };
}

export interface InterviewScreen extends LiveScreen<Outcome> {
  readonly session: Session;
  /** Says for the last time that the program was running. */
  leave(): void;
}

const tickMs = 1000;
const touchMs = 5000;

export function createInterviewScreen(
  running: RunningInterview,
  { log, clock, style }: ScreenTools,
): InterviewScreen {
  const { setup, guides } = running;
  const startedAt = clock.monotonic();
  let session = running.session;
  let message = running.message;
  let touchedMs = running.clockMs;
  const now = (): number => running.clockMs + Math.round(clock.monotonic() - startedAt);
  const pace = (): Pace => paceAt(setup.plan, session.timeline, now());
  // What was due before has rung already.
  const rung = new Set(alarmsDue(setup.plan, pace()).map(({ key }) => key));

  function newAlarms(): Alarm[] {
    const fresh = alarmsDue(setup.plan, pace()).filter(({ key }) => !rung.has(key));
    for (const { key } of fresh) rung.add(key);
    return fresh;
  }
  function store(reply: Reply): InterviewEvent[] {
    if (reply.events.length === 0) return [];
    const stored = log.append(setup.id, reply.events, now());
    touchedMs = now();
    session = stored.reduce(reduce, session);
    return stored;
  }
  function wordsFor({ text, show }: Reply): string[] {
    if (show === 'help') return helpLines();
    if (show === 'time') return [timeText(pace(), setup.plan)];
    if (show === 'prompt') return [setup.prompt];
    return text === undefined ? [] : [text];
  }
  function enter(line: string): Reaction<Outcome> {
    const reply = respond(line, { session, guides });
    const stored = store(reply);
    message = wordsFor(reply);
    const { outcome } = session;
    const seen = stored.flatMap((event) => told(event, { session, guides, pace: pace() }));
    return {
      lines: [...message, ...seen],
      input: reply.isRefused ? line : undefined,
      end: outcome && { value: outcome },
    };
  }
  function tick(): Reaction<Outcome> {
    if (now() - touchedMs >= touchMs) {
      touchedMs = now();
      log.touch(setup.id, touchedMs);
    }
    const alarm = newAlarms().at(-1);
    if (!alarm) return { lines: [] };
    const advice = adviceAt(pace(), { session, guides });
    const words = advice ? [adviceText(advice, setup.plan)] : [];
    return { lines: [alarmTexts[alarm.kind], ...words], ringsBell: true };
  }
  return {
    get session() {
      return session;
    },
    leave: () => log.touch(setup.id, now()),
    enter,
    tick,
    untilTick: () => tickMs - (now() % tickMs),
    complete,
    frame: (size) => {
      const current = pace();
      const advice = adviceAt(current, { session, guides });
      const step = setup.plan.steps[current.stepIndex]?.step ?? '';
      const guide = guides[current.stepIndex] ?? emptyGuide(step);
      const view = { title: setup.title, prompt: setup.prompt, session, guide, message };
      return renderInterview({ ...view, pace: current, advice }, { ...style, ...size });
    },
  };
}

interface Told {
  readonly session: Session;
  readonly guides: readonly StepGuide[];
  readonly pace: Pace;
}

/** An event in words, for a terminal on which nothing is painted twice. */
function told(event: InterviewEvent, { session, guides, pace }: Told): string[] {
  const guide = guides[pace.stepIndex];
  if (event.kind === 'note') return [noteText(session.notes.at(-1)?.usedMs ?? 0)];
  if (!guide) return [];
  if (event.kind === 'check') return tickedLines(guide, session, event.items);
  const isMove = event.kind === 'next' || event.kind === 'back';
  return isMove ? [...stepLines(guide, session, pace.stepIndex), timeText(pace, session.plan)] : [];
}
