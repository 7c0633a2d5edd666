/** What was asked for on the command line. */
export interface InterviewOptions {
  readonly words: readonly string[];
  readonly minutes: number | undefined;
  readonly plan: string | undefined;
  readonly seed: number | undefined;
  /** A prompt of one's own, in place of a case. */
  readonly prompt: string | undefined;
  /** One step alone, over several cases. */
  readonly step: string | undefined;
  readonly count: number;
  readonly level: string | undefined;
  readonly isCalm: boolean;
  readonly isResume: boolean;
  readonly isList: boolean;
  readonly isPreview: boolean;
  readonly isJson: boolean;
}
