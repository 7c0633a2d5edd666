/** Numeric questions: over many seeds, every generator is sound, humane and repeatable. */
import { describe, expect, test } from 'vitest';
import { grade } from '../../../src/core/quiz/kinds/kinds.ts';
import { numericQuestion } from '../../../src/core/quiz/numeric/ask.ts';
import type { NumericDrill } from '../../../src/core/quiz/numeric/drill.ts';
import { numericDrills } from '../../../src/core/quiz/numeric/table.ts';
import type { NumericQuestion, Subject } from '../../../src/core/quiz/question.ts';
import { seededRandom, seedFrom } from '../../../src/core/random.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';
import { byHand, numbersIn } from './by-hand.ts';

const seeds = 1000;
const about: Subject = { kind: 'metric', id: 'x', name: 'X' };

const asked = new Map<string, readonly NumericQuestion[]>();

function questionsOf(drill: NumericDrill): readonly NumericQuestion[] {
  const made =
    asked.get(drill.id) ?? Array.from({ length: seeds }, (_, seed) => questionOf(drill, seed));
  asked.set(drill.id, made);
  return made;
}

function questionOf(drill: NumericDrill, seed: number): NumericQuestion {
  return numericQuestion(
    drill,
    { card: 'metric/x#y', about },
    seededRandom(seedFrom(`${drill.id} ${seed}`)),
  );
}

describe.each(numericDrills)('questions on $id', (drill) => {
  const questions = questionsOf(drill);

  /** Prompts of the questions that break a rule. */
  const breaking = (isBroken: (question: NumericQuestion) => boolean) =>
    questions.filter(isBroken).map(({ prompt, value }) => `${prompt} = ${value}`);

  test('have a finite answer, a tolerance and a working without NaN', () => {
    const broken = breaking(
      ({ value, tolerance, working, answer, prompt, slips }) =>
        !Number.isFinite(value) ||
        !(tolerance > 0) ||
        working.length === 0 ||
        slips.some((slip) => !Number.isFinite(slip.value)) ||
        /NaN|undefined|Infinity/.test([prompt, answer, ...working].join('\n')),
    );
    expect(broken).toEqual([]);
  });

  test('count the answer that they show as right', () => {
    expect(breaking((question) => !grade(question, question.answer).isCorrect)).toEqual([]);
  });

  test('know at least one mistake, none near the answer, and name the one that was made', () => {
    const broken = breaking((question) => {
      const { slips, value, tolerance } = question;
      if (slips.length === 0) return true;
      return slips.some((slip) => {
        const outcome = grade(question, String(slip.value));
        const isNear = Math.abs(slip.value - value) <= 2 * tolerance;
        return isNear || outcome.isCorrect || outcome.remark !== slip.says;
      });
    });
    expect(broken).toEqual([]);
  });

  test('have figures of few digits', () => {
    const long = breaking(({ prompt }) => numbersIn(prompt).some((each) => digitsOf(each) > 4));
    expect(long).toEqual([]);
  });

  test('are the same for the same seed, and differ between seeds', () => {
    expect(questionOf(drill, 5)).toEqual(questions[5]);
    expect(new Set(questions.map(({ prompt }) => prompt)).size).toBeGreaterThan(4);
  });
});

/** Significant digits, zeros at the end aside. */
function digitsOf(value: number): number {
  return String(Math.abs(value)).replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

describe('worked out a second time from the words of the question', () => {
  test.each(numericDrills.filter(({ id }) => id in byHand))('$id comes out the same', (drill) => {
    const wrong = questionsOf(drill)
      .map(({ prompt, value }) => ({ prompt, value, again: byHand[drill.id]?.(prompt) }))
      .filter(({ value, again }) => !(Math.abs(value - (again ?? Number.NaN)) < 1e-6));
    expect(wrong).toEqual([]);
  });

  test('is possible for most generators', () => {
    const known = numericDrills.filter(({ id }) => id in byHand);
    expect(known.length / numericDrills.length).toBeGreaterThan(0.8);
  });
});

describe('the table of generators', () => {
  test('names each skill once', () => {
    const ids = numericDrills.map(({ id, entry }) => `${entry}#${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives each skill an entry of the knowledge base', () => {
    const catalog = shippedCatalog();
    const lost = numericDrills.filter(({ entry }) => {
      const [kind, id = ''] = entry.split('/');
      return catalog.record(id)?.kind !== kind;
    });
    expect(lost.map(({ entry }) => entry)).toEqual([]);
  });
});
