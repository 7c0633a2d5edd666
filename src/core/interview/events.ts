/** What happens in an interview, as it is kept: an append-only list from which all follows. */

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
  /** The program was started again; the time when it was not running is not on the clock. */
  | { readonly kind: 'reopened'; readonly offMs: number }
  | { readonly kind: 'finished' }
  | { readonly kind: 'stopped' };

export type EventKind = EventData['kind'];

export interface EventTime {
  /** Milliseconds on the interview's own clock: pauses are in it, time not running is not. */
  readonly clockMs: number;
  /** Milliseconds since the epoch by the wall clock, which may jump. */
  readonly at: number;
}

export type InterviewEvent = EventData & EventTime;

export type Outcome = Extract<EventKind, 'finished' | 'stopped'>;
