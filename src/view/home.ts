/** What one sees first: where one stands, what to do next, what else there is. */
import { daysBetween, startOfNamedDay } from '../core/day.ts';
import { code, type Document, document, fields, heading, paragraph } from './document.ts';
import { whenBack } from './when.ts';

export interface Today {
  readonly entries: number;
  readonly questions: number;
  readonly cases: number;
  /** As it is set, YYYY-MM-DD. */
  readonly interviewDate: string | undefined;
  /** undefined: nothing was practiced yet. */
  readonly practice: Practice | undefined;
  /** Why the history could not be read. */
  readonly trouble: string | undefined;
}

export interface Practice {
  readonly answers: number;
  readonly due: number;
  /** When the next card comes back, in milliseconds since the epoch. */
  readonly nextDue: number | undefined;
  readonly lastInterview: { readonly title: string; readonly startedAt: number } | undefined;
  readonly unfinished: { readonly title: string } | undefined;
  /** Weakest first. */
  readonly readiness: readonly Readiness[];
}

/** What is likely to be remembered now of the cards seen of a subject, 0 to 1. */
export interface Readiness {
  readonly name: string;
  readonly cards: number;
  readonly recall: number;
}

export interface NextAction {
  readonly command: string;
  readonly why: string;
}

/** The one thing to do next: go on with what was begun, then what is due, then what is missing. */
export function nextAction({ practice }: Today): NextAction {
  if (!practice) return { command: 'mlsd quiz --count 5', why: 'five questions to start with' };
  if (practice.unfinished) {
    const { title } = practice.unfinished;
    return { command: 'mlsd interview --resume', why: `"${title}" waits where you left it` };
  }
  if (practice.due > 0) return { command: 'mlsd quiz', why: cardsDue(practice.due) };
  if (!practice.lastInterview) {
    return { command: 'mlsd interview', why: 'your first mock interview, 40 minutes' };
  }
  return { command: 'mlsd quiz', why: 'nothing is due; new questions' };
}

/** Shown once, before anything was set or practiced. */
export const greeting: Document = document(
  heading(1, 'Welcome to mlsd, the coach for machine-learning system design interviews'),
  paragraph(
    'It quizzes you and asks again before you forget, runs mock interviews of 40 minutes, and looks anything up. All of it stays on this machine.',
  ),
  paragraph('Three questions first; each may be skipped, and mlsd config changes them later.'),
);

export function homeDocument(today: Today, now: number): Document {
  const next = nextAction(today);
  return document(
    heading(1, 'mlsd: the coach for machine-learning system design interviews'),
    fields([
      ['Next', [code(next.command), `: ${next.why}`]],
      ['Due', dueText(today, now)],
      ['Readiness', readinessText(today)],
      ['Last mock', lastInterviewText(today, now)],
      ['Interview', interviewText(today, now)],
      ['History', today.trouble],
    ]),
    fields([
      ['mlsd quiz', 'Questions, asked again when you are about to forget the answer.'],
      ['mlsd interview', `A mock interview, paced step by step (${casesText(today.cases)}).`],
      ['mlsd ndcg', `Looks anything up by its name (${today.entries} entries).`],
      ['mlsd sheet', 'Cheat sheets to read or print.'],
      ['mlsd plan', 'What to do each day until the interview; mlsd stats: how it goes.'],
      ['mlsd --help', 'Every command.'],
    ]),
  );
}

const mostSubjects = 4;

/** The weakest subjects; undefined, and left out, before anything was answered. */
function readinessText({ practice }: Today): string | undefined {
  if (!practice || practice.readiness.length === 0) return undefined;
  const shown = practice.readiness.slice(0, mostSubjects).map(({ name, recall }) => {
    return `${name} ${Math.round(100 * recall)}%`;
  });
  const rest = practice.readiness.length - shown.length;
  const more = rest > 0 ? `; ${rest} more: mlsd stats` : '';
  return `${shown.join(', ')}${more}`;
}

function interviewText({ interviewDate }: Today, now: number): string | undefined {
  if (interviewDate === undefined) return undefined;
  const days = daysBetween(now, startOfNamedDay(interviewDate));
  if (days < 0) return undefined;
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days, on ${interviewDate}`;
}

function casesText(cases: number): string {
  return cases === 1 ? '1 case' : `${cases} cases`;
}

function cardsDue(due: number): string {
  return due === 1 ? '1 card is due' : `${due} cards are due`;
}

function dueText({ practice }: Today, now: number): string {
  if (!practice) return 'nothing practiced yet';
  const answered =
    practice.answers === 1 ? '1 answer so far' : `${practice.answers} answers so far`;
  if (practice.due > 0) return `${cardsDue(practice.due)}; ${answered}`;
  const next =
    practice.nextDue === undefined ? '' : `, the next one ${whenBack(practice.nextDue, now)}`;
  return `nothing${next}; ${answered}`;
}

const dayMs = 86_400_000;

function lastInterviewText({ practice }: Today, now: number): string {
  if (!practice?.lastInterview) return 'none yet';
  const { title, startedAt } = practice.lastInterview;
  const days = Math.floor((now - startedAt) / dayMs);
  const ago = days < 1 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `${title}, ${ago}`;
}
