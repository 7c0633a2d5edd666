/**
 * A running interview as a live screen. Every event is on disk before anything shows it; the
 * state is what follows from the events, so that a killed program loses nothing.
 */
import type { Case } from '../../core/catalog.ts';
import { adviceAt } from '../../core/interview/advice.ts';
import { type Alarm, alarmsDue } from '../../core/interview/alarms.ts';
import { complete, type Reply, respond } from '../../core/interview/commands.ts';
import type { InterviewSetup } from '../../core/interview/debrief.ts';
import type { EventData, InterviewEvent, Outcome } from '../../core/interview/events.ts';
import { emptyGuide, type StepGuide } from '../../core/interview/guide.ts';
import { interviewerSays, lastWords } from '../../core/interview/interviewer.ts';
import { type Pace, paceAt } from '../../core/interview/pace.ts';
import { reduce, type Session } from '../../core/interview/session.ts';
import type { Clock } from '../../core/time.ts';
import type { InterviewLog } from '../../history/interviews.ts';
import type { LiveScreen, Reaction } from '../../terminal/prompts/prompts.ts';
import { renderInterview } from '../../view/interview.ts';
import {
  adviceText,
  alarmTexts,
  gapText,
  helpLines,
  noteText,
  setBackText,
  spokenText,
  stepLines,
  tickedLines,
  timeText,
} from '../../view/interview-text.ts';
import type { Paint } from '../../view/paint.ts';
import { createInterviewClock } from './clock.ts';

export interface RunningInterview {
  readonly setup: InterviewSetup;
  readonly guides: readonly StepGuide[];
  readonly session: Session;
  /** The case, for the interviewer; undefined for a prompt of one's own. */
  readonly design: Case | undefined;
  /** Where the interview's clock stands now. */
  readonly clockMs: number;
  /** What to say first. */
  readonly message: readonly string[];
}

export interface ScreenTools {
  readonly log: InterviewLog;
  readonly clock: Clock;
  readonly style: { readonly paint: Paint; readonly isUnicode: boolean };
  /** No countdown until little time is left. */
  readonly isCalm: boolean;
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
  { log, clock, style, isCalm }: ScreenTools,
): InterviewScreen {
  const { setup, guides, design } = running;
  const interviewer = { design, seed: setup.seed };
  const time = createInterviewClock(clock, running.clockMs, tickMs);
  const now = time.now;
  let session = running.session;
  let message = running.message;
  let touchedMs = running.clockMs;
  let typedMs = running.clockMs;
  const pace = (): Pace => paceAt(setup.plan, session.timeline, now());
  // What was due before has rung already.
  const rung = new Set(alarmsDue(setup.plan, pace()).map(({ key }) => key));

  function newAlarms(): Alarm[] {
    const fresh = alarmsDue(setup.plan, pace()).filter(({ key }) => !rung.has(key));
    for (const { key } of fresh) rung.add(key);
    return fresh;
  }
  function store(events: readonly EventData[]): InterviewEvent[] {
    if (events.length === 0) return [];
    const gap = session.openGap;
    const stored = log.append(setup.id, events, now());
    touchedMs = now();
    session = stored.reduce(reduce, session);
    if (gap && events.some((event) => event.kind === 'gap-settled' && event.counts)) {
      time.advance(gap.ms);
      log.touch(setup.id, now());
    }
    return stored;
  }
  function wordsFor({ text, show }: Reply): string[] {
    if (show === 'help') return helpLines();
    if (show === 'time') return [timeText(pace(), setup.plan)];
    if (show === 'prompt') return [setup.prompt];
    return text === undefined ? [] : text.split('\n');
  }
  /** The program stood still: the clock waits for the person's word on it. */
  function notice(): Reaction<Outcome> | undefined {
    const found = time.look(session.timeline.isPaused);
    if (!found) return undefined;
    if (found.kind === 'gap') store([found]);
    message = [found.kind === 'gap' ? gapText(found) : setBackText(found.ms)];
    return { lines: message, ringsBell: found.kind === 'gap' };
  }
  function enter(line: string): Reaction<Outcome> {
    const noticed = notice();
    if (noticed && session.openGap) return { ...noticed, input: line };
    const reply = respond(line, { session, guides, design });
    const stored = store(reply.events);
    message = wordsFor(reply);
    const { outcome } = session;
    const answer = reply.answer === undefined ? [] : [spokenText(reply.answer)];
    const seen = stored.flatMap((event) => told(event, { session, guides, pace: pace() }));
    return {
      lines: [...answer, ...message, ...seen],
      input: reply.isRefused ? line : undefined,
      end: outcome && { value: outcome },
    };
  }
  function speak(): Reaction<Outcome> | undefined {
    const moment = { session, pace: pace(), clockMs: now(), typedMs };
    const said = interviewerSays(interviewer, moment);
    if (!said) return undefined;
    store([said]);
    return { lines: [spokenText(lastWords(design, session, setup.prompt))] };
  }
  function tick(): Reaction<Outcome> {
    const noticed = notice();
    if (noticed) return noticed;
    if (now() - touchedMs >= touchMs) {
      touchedMs = now();
      log.touch(setup.id, touchedMs);
    }
    const alarm = newAlarms().at(-1);
    if (!alarm) return speak() ?? { lines: [] };
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
    typed: () => {
      typedMs = now();
    },
    untilTick: () => tickMs - (Math.max(0, now()) % tickMs),
    complete,
    frame: (size) => {
      const current = pace();
      const advice = adviceAt(current, { session, guides });
      const step = setup.plan.steps[current.stepIndex]?.step ?? '';
      const guide = guides[current.stepIndex] ?? emptyGuide(step);
      const words = lastWords(design, session, setup.prompt);
      const view = { title: setup.title, prompt: setup.prompt, words, session, guide, message };
      return renderInterview({ ...view, pace: current, advice, isCalm }, { ...style, ...size });
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
