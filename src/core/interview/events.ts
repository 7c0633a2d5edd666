/** What happens in an interview, as it is kept: an append-only list from which all follows. */

import type { DimensionId, Score } from './scorecard.ts';

export type EventData =
  | { readonly kind: 'started' }
  | { readonly kind: 'note'; readonly text: string }
  /** Leaves of the checklist, as step/item or step/item/part. */
  | { readonly kind: 'check'; readonly items: readonly string[]; readonly isDone: boolean }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** The n-th hint of the step was shown, 1 first. */
  | { readonly kind: 'hint'; readonly number: number }
  /** The candidate asked; these facts of the case were told, none when it is not on the sheet. */
  | { readonly kind: 'asked'; readonly question: string; readonly facts: readonly string[] }
  /** The interviewer spoke: a probe or a twist of the case by id, or a word after silence. */
  | { readonly kind: 'probed'; readonly probe: string }
  | { readonly kind: 'twisted'; readonly twist: string }
  | { readonly kind: 'nudged' }
  /** The program stood still, or the wall clock jumped: the clock waits for the person's word. */
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly ms: number }
  /** The word: the gap counts, or it does not. */
  | { readonly kind: 'gap-settled'; readonly counts: boolean }
  /** The program was started again; the time when it was not running is not on the clock. */
  | { readonly kind: 'reopened'; readonly offMs: number }
  /** Afterwards the person said whether a point of the rubric was made. */
  | { readonly kind: 'corrected'; readonly point: string; readonly isCovered: boolean }
  /** Afterwards the person settled on a score. */
  | { readonly kind: 'scored'; readonly dimension: DimensionId; readonly score: Score }
  /** What was missed is to be asked in the quiz: ids of cards. */
  | { readonly kind: 'called'; readonly cards: readonly string[] }
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' };

/** Stopped and continued; asleep, or the wall clock was set. */
export type GapCause = 'stopped' | 'asleep';

export type EventKind = EventData['kind'];

export interface EventTime {
  /** Milliseconds on the interview's own clock: pauses are in it, time not running is not. */
  readonly clockMs: number;
  /** Milliseconds since the epoch by the wall clock, which may jump. */
  readonly at: number;
}

export type InterviewEvent = EventData & EventTime;

export type Outcome = Extract<EventKind, 'finished' | 'stopped'>;
