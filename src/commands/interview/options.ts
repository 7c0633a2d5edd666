/** What was asked for on the command line. */
export interface InterviewOptions {
  readonly words: readonly string[];
  readonly minutes: number | undefined;
  readonly plan: string | undefined;
  readonly seed: number | undefined;
  readonly isResume: boolean;
  readonly isList: boolean;
  readonly isPreview: boolean;
  readonly isJson: boolean;
}
