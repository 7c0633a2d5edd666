import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DimensionId,
  type Score,
  type ScoredCoverage,
  scoringOf,
} from '../../../src/core/interview/scorecard.ts';
import { type Level, levels } from '../../../src/core/settings.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const scorecard = shippedCatalog().scorecard;
if (!scorecard) throw new Error('there is no scorecard');
const card = scorecard;
const ids = card.dimensions.map(({ id }) => id);

function decisionFor(scores: readonly number[], level: Level = 'senior') {
  const confirmed = new Map(ids.map((id, index) => [id, scores[index] as Score]));
  return scoringOf(card, level, [], { confirmed }).decision;
}

describe('the decision', () => {
  test.each([
    [[4, 4, 4, 4, 3, 3, 3, 3], 'Strong hire'],
    [[4, 4, 4, 4, 4, 4, 4, 2], 'Hire'],
    [[3, 3, 3, 3, 3, 3, 3, 3], 'Hire'],
    [[3, 3, 3, 3, 2, 2, 2, 2], 'Lean no'],
    [[3, 3, 3, 3, 3, 2, 2, 2], 'Lean hire'],
    [[4, 4, 4, 4, 4, 4, 4, 1], 'Lean no'],
    [[2, 2, 2, 2, 2, 2, 2, 2], 'Lean no'],
    [[1, 1, 1, 2, 2, 2, 2, 2], 'No hire'],
  ])('of %j is %s', (scores, name) => {
    expect(decisionFor(scores)?.name).toBe(name);
  });

  test('never gets worse when a score gets better', () => {
    const rank = (scores: readonly number[]) =>
      card.decisions.findIndex(({ name }) => name === decisionFor(scores)?.name);
    const score = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.tuple(...ids.map(() => score)), fc.nat(ids.length - 1), (scores, index) => {
        const better = scores.map((each, at) => (at === index ? Math.min(4, each + 1) : each));
        expect(rank(better)).toBeLessThanOrEqual(rank(scores));
      }),
    );
  });

  test('counts only what has a score, and says what has none', () => {
    const { decision } = scoringOf(card, 'mid', [], { confirmed: new Map([['framing', 3]]) });
    expect(decision).toMatchObject({ name: 'Hire', average: 3, least: 3 });
    expect(decision?.unscored).toHaveLength(7);
    expect(scoringOf(card, 'mid', []).decision).toBeUndefined();
  });
});

/** So many points of each level, the first ones of each covered. */
function covered(
  counts: Readonly<Record<Level, readonly [covered: number, of: number]>>,
  dimension: DimensionId = 'framing',
): ScoredCoverage[] {
  return levels.flatMap((level) => {
    const [yes, of] = counts[level];
    return Array.from({ length: of }, (_, index) => ({
      point: {
        id: `${level}-${index}`,
        step: 'nowhere',
        text: 'A point.',
        signals: [],
        level,
        dimension,
      },
      isCovered: index < yes,
      evidence: index < yes ? [{ text: `${level} ${index}` }] : [],
    }));
  });
}

function framing(coverage: readonly ScoredCoverage[], level: Level) {
  return scoringOf(card, level, coverage).scores.find(
    ({ dimension }) => dimension.id === 'framing',
  );
}

describe('a suggested score', () => {
  const good = { mid: [7, 7], senior: [1, 4], staff: [0, 2] } as const;

  test('asks for more at a higher level', () => {
    expect(levels.map((level) => framing(covered(good), level)?.score)).toEqual([3, 2, 1]);
  });

  test('is 4 when everything is said and 1 when nothing is', () => {
    const all = covered({ mid: [5, 5], senior: [3, 3], staff: [1, 1] });
    const none = covered({ mid: [0, 5], senior: [0, 3], staff: [0, 1] });
    expect(levels.map((level) => framing(all, level)?.score)).toEqual([4, 4, 4]);
    expect(levels.map((level) => framing(none, level)?.score)).toEqual([1, 1, 1]);
  });

  test('is missing where the rubric has nothing', () => {
    expect(framing([], 'mid')?.score).toBeUndefined();
  });

  test('quotes the hardest point that was said, and names the easiest that was not', () => {
    const scored = framing(covered(good), 'senior');
    expect(scored?.moment?.text).toBe('senior 0');
    expect(scored?.missed?.id).toBe('senior-1');
  });

  test('is capped by a limit, and says so', () => {
    const limits = [{ dimension: 'framing', most: 2, because: 'It ran over.' }] as const;
    const [scored] = scoringOf(card, 'mid', covered(good), { limits }).scores;
    expect(scored).toMatchObject({ score: 2, limits });
  });

  test('gives way to what the person settled on', () => {
    const confirmed = new Map<DimensionId, Score>([['framing', 4]]);
    const [scored] = scoringOf(card, 'mid', covered(good), { confirmed }).scores;
    expect(scored).toMatchObject({ score: 3, given: 4, isConfirmed: true });
  });
});
