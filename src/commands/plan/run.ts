/** `mlsd plan`: the days until the interview. */
import type { Context } from '../../context.ts';
import type { Catalog } from '../../core/catalog.ts';
import { daysBetween, dayText, startOfDay, startOfNamedDay } from '../../core/day.ts';
import {
  type KnownCard,
  type Projection,
  type StudyPlan,
  studyPlan,
} from '../../core/plan/study-plan.ts';
import { createDeck } from '../../core/quiz/cards/deck.ts';
import { type StudySubjects, studySubjects } from '../../core/stats/subjects.ts';
import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { plainPaint } from '../../view/paint.ts';
import { type PlanPage, planDocument } from '../../view/plan.ts';
import { renderMarkdown } from '../../view/render/markdown.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { hasHistory } from '../history-file.ts';
import { practicedToday, todayOf } from '../quiz/known.ts';

export type PlanFormat = 'terminal' | 'plain' | 'markdown' | 'json';

export interface PlanOptions {
  readonly date: string | undefined;
  readonly minutesPerDay: number | undefined;
  readonly format: PlanFormat | undefined;
}

/** Farther ahead there is nothing sensible to say of a single day. */
const farthestDays = 366;
const [quickestMs, slowestMs] = [15_000, 180_000];
const usualPaceMs = 45_000;
/** The plan stays the same while nothing changes. */
const seed = 1;

export async function runPlan(options: PlanOptions, context: Context): Promise<ExitCode> {
  const { io, clock } = context;
  const now = clock.now();
  const settings = context.config();
  const today = startOfDay(now);
  const days = daysLeft(options.date ?? settings.interviewDate, today);
  const catalog = await context.knowledge();
  const subjects = studySubjects(catalog);
  const practice = await readPractice(context, subjects);
  const minutesPerDay = options.minutesPerDay ?? settings.minutesPerDay;
  const plan = studyPlan({
    today,
    now,
    days,
    minutesPerDay,
    newPerDay: settings.newPerDay,
    retention: settings.retention,
    paceMs: practice.paceMs,
    known: practice.known,
    fresh: freshCards(catalog, subjects, practice.ids),
    seed,
  });
  const page: PlanPage = {
    plan,
    minutesPerDay,
    subjects: subjects.all,
    cases: casesToDo(catalog, practice.casesDone),
  };
  const format = options.format ?? (io.isPlain ? 'plain' : 'terminal');
  const text = writers[format](page, io);
  if (format === 'terminal' || format === 'plain') await io.page(text);
  else io.out(text);
  return exitCodes.done;
}

type Writer = (page: PlanPage, io: Context['io']) => string;

const writers = {
  terminal: (page, io) => renderTerminal(planDocument(page), io),
  plain: (page, { width }) =>
    renderTerminal(planDocument(page), {
      width,
      paint: plainPaint,
      isUnicode: false,
      isPlain: true,
    }),
  markdown: (page) => renderMarkdown(planDocument(page)),
  json: (page) => `${JSON.stringify(planJson(page), null, 2)}\n`,
} as const satisfies Record<PlanFormat, Writer>;

function daysLeft(date: string | undefined, today: number): number {
  if (date === undefined) {
    throw new UsageError(
      'a plan needs the day of your interview.',
      'mlsd plan --date 2027-01-15, or once and for all: mlsd config set interview-date 2027-01-15',
    );
  }
  const days = daysBetween(today, startOfNamedDay(date));
  if (days < 0) {
    throw new UsageError(
      `${date} is over.`,
      'Give the day of an interview that is ahead: --date, or mlsd config set interview-date.',
    );
  }
  if (days === 0) {
    throw new UsageError(
      'your interview is today: there is nothing left to plan.',
      'Have a last look at mlsd sheet framework, and go.',
    );
  }
  if (days > farthestDays) {
    throw new UsageError(
      `${date} is ${days} days ahead; a plan goes no farther than a year.`,
      'Practice with mlsd quiz until then, or plan for a nearer day.',
    );
  }
  return days;
}

interface Practice {
  readonly known: readonly KnownCard[];
  readonly ids: ReadonlySet<string>;
  readonly paceMs: number;
  readonly casesDone: ReadonlySet<string>;
}

async function readPractice(context: Context, subjects: StudySubjects): Promise<Practice> {
  if (!(await hasHistory(context))) {
    return { known: [], ids: new Set(), paceMs: usualPaceMs, casesDone: new Set() };
  }
  const { reviews, interviews, statistics } = await context.history();
  const cards = statistics.cardStates();
  const now = context.clock.now();
  const { paceMs } = todayOf(reviews, practicedToday(reviews, now));
  return {
    known: cards.map(({ card, ...state }) => ({
      subjects: subjects.of(card.split('#')[0] ?? '').map(({ id }) => id),
      state,
    })),
    ids: new Set(cards.map(({ card }) => card)),
    paceMs: Math.min(slowestMs, Math.max(quickestMs, paceMs)),
    casesDone: new Set(interviews.latest(100).flatMap(({ setup }) => setup.caseId ?? [])),
  };
}

/** How many cards were never seen, each counted under the first of its subjects. */
function freshCards(
  catalog: Catalog,
  subjects: StudySubjects,
  known: ReadonlySet<string>,
): Map<string, number> {
  const deck = createDeck(catalog);
  const counts = new Map<string, number>();
  for (const record of catalog.records) {
    const [subject] = subjects.of(`${record.kind}/${record.id}`);
    const unseen = deck.cardsOf(record).filter(({ id }) => !known.has(id)).length;
    if (subject) counts.set(subject.id, (counts.get(subject.id) ?? 0) + unseen);
  }
  return counts;
}

/** Those not done yet come first. */
function casesToDo(catalog: Catalog, done: ReadonlySet<string>): string[] {
  const ids = catalog.records.filter(({ kind }) => kind === 'case').map(({ id }) => id);
  return [...ids.filter((id) => !done.has(id)), ...ids.filter((id) => done.has(id))];
}

function planJson({ plan, minutesPerDay, subjects }: PlanPage): object {
  return {
    date: dayText(plan.interview),
    daysLeft: plan.days.length,
    minutesPerDay,
    days: plan.days.map(({ day, repeat, fresh, minutes, hasMock, isTaper }) => ({
      date: dayText(day),
      repeat,
      new: fresh,
      minutes: Math.round(minutes * 10) / 10,
      mock: hasMock,
      quiet: isTaper,
    })),
    recall: recallJson(plan.together),
    subjects: subjects.flatMap(({ id, name }) => subjectJson(plan, id, name)),
    missed: plan.missed,
    minutesForAll: plan.minutesForAll,
  };
}

function subjectJson({ bySubject, freshBySubject }: StudyPlan, id: string, name: string): object[] {
  const own = bySubject.get(id);
  return own ? [{ id, name, ...recallJson(own), new: freshBySubject.get(id) ?? 0 }] : [];
}

/** null where no card is known. */
function recallJson({ today, onTheDay, idle, ...counts }: Projection): object {
  return { ...counts, today: today ?? null, onTheDay: onTheDay ?? null, idle: idle ?? null };
}
