/** The person settles on the scores: one question a dimension, with what is suggested preselected. */
import type { Debrief } from '../../core/interview/debrief.ts';
import type { DimensionId, GivenScore, Score } from '../../core/interview/scorecard.ts';
import { CancelledError } from '../../errors.ts';
import type { Prompts } from '../../terminal/prompts/prompts.ts';
import { scoreQuestion } from '../../view/scorecard.ts';

export interface SettledScore {
  readonly dimension: DimensionId;
  readonly score: Score;
}

/** Calls `keep` with each answer at once. Ctrl-C ends the questions, not the program. */
export async function settleScores(
  { scoring }: Debrief,
  prompts: Prompts,
  keep: (settled: SettledScore) => void,
): Promise<void> {
  const scored = scoring?.scores.filter(({ given }) => given !== undefined) ?? [];
  try {
    for (const each of scored) {
      const score = await ask(each, prompts);
      if (score === undefined) return;
      keep({ dimension: each.dimension.id, score });
    }
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
  }
}

async function ask(score: GivenScore, prompts: Prompts): Promise<Score | undefined> {
  return await prompts.choose<Score | undefined>({
    message: scoreQuestion(score),
    choices: ([1, 2, 3, 4] as const).map((value) => ({
      value,
      name: score.dimension.anchors[value],
    })),
    initial: score.given,
    actions: [{ key: 's', name: 'skip the rest', value: undefined }],
  });
}
