/** What one sees first: where one stands, what to do next, what else there is. */
import { code, type Document, document, fields, heading, paragraph } from './document.ts';
import { whenBack } from './when.ts';

export interface Today {
  readonly entries: number;
  readonly questions: number;
  readonly cases: number;
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
      ['Last mock', lastInterviewText(today, now)],
      ['History', today.trouble],
    ]),
    fields([
      ['mlsd quiz', 'Questions, asked again when you are about to forget the answer.'],
      ['mlsd interview', `A mock interview, paced step by step (${casesText(today.cases)}).`],
      ['mlsd ndcg', `Looks anything up by its name (${today.entries} entries).`],
      ['mlsd sheet', 'Cheat sheets to read or print.'],
      ['mlsd --help', 'Every command.'],
    ]),
  );
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
