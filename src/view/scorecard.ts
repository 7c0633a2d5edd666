/** The scorecard: every score with the moment behind it, and the decision with its rule. */
import type { GivenScore, Scoring } from '../core/interview/scorecard.ts';
import { quoted } from './coverage.ts';
import { type Block, type Inline, type Item, list, paragraph, strong, table } from './document.ts';
import { printable } from './width.ts';

export function scorecardBlocks(scoring: Scoring): Block[] {
  const { scores, level } = scoring;
  return [
    paragraph(...decisionText(scoring)),
    table(
      ['Dimension', 'Weight', 'Score', level],
      scores.map((score) => [
        printable(score.dimension.name),
        `${score.dimension.weight}`,
        scoreText(score),
        countsText(score),
      ]),
    ),
    list(scores.map(scoreItem)),
  ];
}

export function scoreText({ given, score, isConfirmed }: GivenScore): string {
  if (given === undefined) return 'not scored';
  if (!isConfirmed) return `${given} suggested`;
  return score === undefined || score === given ? `${given}` : `${given} (suggested: ${score})`;
}

/** "5 of 7 mid, 2 of 5 senior". */
function countsText({ counts }: GivenScore): string {
  return counts
    .filter(({ of }) => of > 0)
    .map(({ level, covered, of }) => `${covered} of ${of} ${level}`)
    .join(', ');
}

function scoreItem(score: GivenScore): Item {
  const { dimension, given, moment, missed, limits } = score;
  const line: Inline[] = [strong(printable(dimension.name)), `: ${scoreText(score)}`];
  if (given === undefined) return { line, under: list([dimension.anchors[3]]) };
  const under: Inline[][] = [
    [dimension.anchors[given]],
    ...(moment ? [quoted(moment)] : [['Nothing was said on it.']]),
    ...limits.map(({ most, because }) => [`At most ${most}: ${because}`]),
    ...(missed && given < 4 ? [[`Missing first: ${printable(missed.text)}`]] : []),
  ];
  return { line, under: list(under) };
}

/** What stands above the four anchors when the person is asked. */
export function scoreQuestion(score: GivenScore): string {
  const { dimension, moment } = score;
  const counts = countsText(score);
  return [
    `${printable(dimension.name)}, ${dimension.weight} of 100: ${scoreText(score)}${counts ? `, ${counts} points` : ''}`,
    ...(moment ? [`  \u201c${printable(moment.text)}\u201d`] : []),
  ].join('\n');
}

export function decisionText({ decision, level }: Scoring): Inline[] {
  if (!decision) return ['There is nothing to score.'];
  const { name, average, least, asks, missed, unscored } = decision;
  const rule =
    asks.average > 1
      ? `it asks for ${asks.average} on average and no score under ${asks.least}`
      : 'no better one is reached';
  const next = missed
    ? ` ${missed.name} asks for ${missed.average} and no score under ${missed.least}.`
    : '';
  const without = unscored.length > 0 ? ` Not scored: ${unscored.join(', ')}.` : '';
  return [
    strong(name),
    ` at the level ${level}: the average by weight is ${average.toFixed(2)} and the lowest score ${least}; ${rule}.${next}${without}`,
  ];
}
