/** What a sitting is for, and what that changes about it. */

export interface ModeRules {
  /** Do answers decide when cards come back? */
  readonly movesCards: boolean;
  /** Is every answer explained before the next question, with hints on the way? */
  readonly explains: boolean;
  /** Does what was wrong come back in the same sitting? */
  readonly repeatsWrong: boolean;
}

export const modes = {
  practice: { movesCards: true, explains: true, repeatsWrong: true },
  cram: { movesCards: false, explains: true, repeatsWrong: true },
  exam: { movesCards: false, explains: false, repeatsWrong: false },
} as const satisfies Record<string, ModeRules>;

export type SittingMode = keyof typeof modes;
