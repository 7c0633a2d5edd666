/** Nothing but knowing tells the right option: not its place, its length, nor its grammar. */
import { describe, expect, test } from 'vitest';
import { createDeck } from '../../../src/core/quiz/cards/deck.ts';
import { askCard } from '../../../src/core/quiz/choose.ts';
import { rightOption } from '../../../src/core/quiz/kinds/choice.ts';
import { contentStems } from '../../../src/core/quiz/kinds/recall.ts';
import type { ChoiceQuestion, Question } from '../../../src/core/quiz/question.ts';
import { searchKey } from '../../../src/core/search.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const catalog = shippedCatalog();
const deck = createDeck(catalog);
const seeds = Array.from({ length: 12 }, (_, index) => index * 7919);
const cards = catalog.records.flatMap((record) => deck.cardsOf(record));

function asked(seed: number, kinds: readonly Question['kind'][]): Question[] {
  return cards.flatMap((card) => askCard(card, kinds, seed) ?? []);
}

const choicesOf = (seed: number) => asked(seed, ['choice', 'scenario']) as ChoiceQuestion[];
const all = seeds.flatMap(choicesOf);
const isGenerated = ({ card }: ChoiceQuestion) => !card.includes('#question-');
const wrongOf = ({ options }: ChoiceQuestion) => options.filter(({ isCorrect }) => !isCorrect);

/** Sum of (seen − expected)² / expected. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** What a fair draw of four exceeds once in ten thousand times. */
const critical = 21.11;

describe('the place of the right option', () => {
  test('is uniform, over the whole base and many seeds', () => {
    const places = 4;
    const counts = Array<number>(places).fill(0);
    for (const question of all.filter(({ options }) => options.length === places)) {
      const at = question.options.indexOf(rightOption(question));
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(20);
    expect(chiSquare(counts)).toBeLessThan(critical);
  });

  test('of what may be marked, right ones stand anywhere', () => {
    const counts = Array<number>(4).fill(0);
    for (const question of seeds.flatMap((seed) => asked(seed, ['multiple']))) {
      if (question.kind !== 'multiple' || question.options.length !== 4) continue;
      for (const [at, { isCorrect }] of question.options.entries()) {
        counts[at] = (counts[at] ?? 0) + (isCorrect ? 1 : 0);
      }
    }
    expect(chiSquare(counts)).toBeLessThan(critical);
  });
});

describe('the length of the right option', () => {
  test.each([
    ['generated', isGenerated],
    ['authored', (question: ChoiceQuestion) => !isGenerated(question)],
  ])(
    'of %s questions is the greatest or the least not much more often than by chance',
    (_, isOne) => {
      const questions = all.filter(isOne);
      const share = (isIt: (right: number, others: readonly number[]) => boolean) =>
        questions.filter((question) => {
          const others = wrongOf(question).map(({ text }) => text.length);
          return isIt(rightOption(question).text.length, others);
        }).length / questions.length;
      expect(share((right, others) => right > Math.max(...others))).toBeLessThan(0.3);
      expect(share((right, others) => right < Math.min(...others))).toBeLessThan(0.3);
    },
  );

  test('never stands out: it is not twice as long as any other, nor half as long', () => {
    const outstanding = all.filter((question) => {
      const right = rightOption(question).text.length;
      const others = wrongOf(question).map(({ text }) => text.length);
      return right > 2 * Math.max(...others) + 6 || 2 * right + 6 < Math.min(...others);
    });
    expect(outstanding.map(({ id, options }) => [id, options.map(({ text }) => text)])).toEqual([]);
  });
});

describe('the grammar of a question', () => {
  test('has no article or verb that only some options agree with', () => {
    const prompts = all.map(({ prompt }) => prompt.trim());
    expect(
      prompts.filter((prompt) => /\b(?:an?|the|is|are|was|were)[\s:.…]*$/i.test(prompt)),
    ).toEqual([]);
  });

  test('has no article before a blank', () => {
    const blanks = asked(1, ['fill-in']).map(({ prompt }) => prompt);
    expect(blanks.length).toBeGreaterThan(100);
    expect(blanks.filter((prompt) => /\ban? ____/i.test(prompt))).toEqual([]);
  });

  test('and its words do not name the right option of a generated question', () => {
    const telling = all.filter(isGenerated).filter((question) => {
      if (/#(?:range|minutes|next|deliverable)$/.test(question.card)) return false;
      const said = new Set(contentStems(question.prompt));
      return contentStems(rightOption(question).text).some(
        (word) => word.length > 2 && said.has(word),
      );
    });
    expect(telling.map(({ id }) => id)).toEqual([]);
  });
});

test('no two options of a question have the same words in another order', () => {
  const doubled = all.filter(({ options }) => {
    const keys = options.map(({ text }) => searchKey(text).split(' ').sort().join(' '));
    return new Set(keys).size < keys.length;
  });
  expect(doubled.map(({ id, options }) => [id, options.map(({ text }) => text)])).toEqual([]);
});
