/** Soundness of generated questions, over the shipped base and over a small one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog, Metric, Model } from '../../../src/core/catalog.ts';
import { createDeck, type Deck } from '../../../src/core/quiz/cards/deck.ts';
import { rightOption } from '../../../src/core/quiz/kinds/choice.ts';
import {
  type ChoiceQuestion,
  type MultipleQuestion,
  type Question,
  type QuestionKind,
  questionKinds,
} from '../../../src/core/quiz/question.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { searchKey } from '../../../src/core/search.ts';
import { fixtureCatalog } from '../../fixtures/quiz/catalog.ts';
import { shippedCatalog } from '../../helpers/knowledge.ts';

const decks = new Map<Catalog, Deck>();

function deckOf(catalog: Catalog): Deck {
  const deck = decks.get(catalog) ?? createDeck(catalog);
  decks.set(catalog, deck);
  return deck;
}

function allQuestions(
  catalog: Catalog,
  seed: number,
  kinds: readonly QuestionKind[] = questionKinds,
): Question[] {
  const deck = deckOf(catalog);
  const ways = catalog.records.flatMap((record) =>
    deck.cardsOf(record).flatMap(({ ways }) => ways),
  );
  return ways
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((way) => way.ask(seededRandom(seed)) ?? []);
}

const bases = [
  ['the shipped base', shippedCatalog()],
  ['a small base', fixtureCatalog()],
] as const;

const isChoice = (question: Question): question is ChoiceQuestion =>
  question.kind === 'choice' || question.kind === 'scenario';
const isMultiple = (question: Question): question is MultipleQuestion =>
  question.kind === 'multiple';
const isGenerated = ({ card }: Question) => !card.includes('#question-');

/**
 * Does the entry satisfy what the question asks of its subject? Decided here a second time,
 * from the fields and apart from the program; undefined for questions of another making.
 */
function satisfies(question: ChoiceQuestion, entry: Metric | Model, subject: Metric | Model) {
  const fact = question.card.split('#')[1] ?? '';
  const [family, value = ''] = fact.split(/^(needs|trait)-/).filter(Boolean);
  if (entry.kind === 'model') {
    const level = modelLevels[fact];
    return level && level(entry) === level(subject as Model);
  }
  const metric = subject as Metric;
  if (family === 'needs') return entry.needs.some((need) => need.replaceAll(' ', '-') === value);
  if (family === 'trait') return entry.traits.some((trait) => trait === value);
  if (fact === 'direction') return entry.direction === metric.direction;
  return fact === 'phase' ? entry.phase === metric.phase : undefined;
}

const modelLevels: Record<string, (model: Model) => string> = {
  interpretability: ({ interpretability }) => interpretability.level,
  'inference-cost': ({ cost }) => cost.inference,
  'training-cost': ({ cost }) => cost.training,
  'data-amount': ({ data }) => data.amount,
};

type Fields = Metric & Pick<Model, 'cost' | 'data' | 'interpretability'>;
type Tells = (entry: Fields, said: RegExpExecArray) => boolean;

/** The statements that may be marked, what decides them, and the field: written apart from the program. */
const statementRules: readonly [RegExp, Tells, string][] = [
  [
    /^(Higher|Lower) values are better/,
    ({ direction }, [, way]) => direction === way?.toLowerCase(),
    'direction',
  ],
  [/^It is computed offline/, ({ phase }) => phase === 'offline', 'phase'],
  [/^It is measured online/, ({ phase }) => phase === 'online', 'phase'],
  [/can never be negative/, ({ range: { min } }) => min !== null && min >= 0, 'min'],
  [/can be negative/, ({ range: { min } }) => min === null || min < 0, 'min'],
  [/can never exceed 1/, ({ range: { max } }) => max !== null && max <= 1, 'max'],
  [/can exceed 1/, ({ range: { max } }) => max === null || max > 1, 'max'],
  [/^It can(not)? be computed without (.*)\.$/, tellsNeed, 'needs'],
  [/^It depends on the order/, ({ traits }) => traits.includes('rank-aware'), 'rank'],
  [/^It ignores the order/, ({ traits }) => !traits.includes('rank-aware'), 'rank'],
  [/^It uses grades/, ({ traits }) => traits.includes('graded'), 'graded'],
  [/^It knows only relevant or not/, ({ traits }) => !traits.includes('graded'), 'graded'],
  [/over all thresholds/, ({ traits }) => traits.includes('threshold-free'), 'threshold'],
  [/threshold is already chosen/, ({ needs }) => needs.includes('predicted labels'), 'threshold'],
  [/^A few very large errors/, ({ traits }) => traits.includes('outlier-sensitive'), 'outliers'],
  [/^It is robust to a few/, ({ traits }) => traits.includes('outlier-robust'), 'outliers'],
  [/depends on the unit/, ({ traits }) => traits.includes('scale-dependent'), 'unit'],
  [/does not depend on the unit/, ({ traits }) => !traits.includes('scale-dependent'), 'unit'],
  [/depends on the share/, ({ traits }) => traits.includes('prevalence-dependent'), 'share'],
  [
    /does not depend on the share/,
    ({ traits }) => !traits.includes('prevalence-dependent'),
    'share',
  ],
  [/^It is a strictly proper/, ({ traits }) => traits.includes('proper-scoring-rule'), 'proper'],
  [/^Other forecasts/, ({ traits }) => !traits.includes('proper-scoring-rule'), 'proper'],
  [/^True negatives count/, ({ traits }) => traits.includes('uses-true-negatives'), 'negatives'],
  [/^True negatives do not/, ({ traits }) => !traits.includes('uses-true-negatives'), 'negatives'],
  [
    /^It compares with a reference/,
    ({ traits }) => traits.includes('reference-based'),
    'reference',
  ],
  [/^It uses no reference/, ({ traits }) => !traits.includes('reference-based'), 'reference'],
  [
    /^It is (easy|hard) to explain/,
    ({ interpretability }, [, is]) => interpretability.level === levelWords[is ?? ''],
    'interpretability',
  ],
  [
    /^It is (cheap|expensive) to run/,
    ({ cost }, [, is]) => cost.inference === levelWords[is ?? ''],
    'inference',
  ],
  [
    /^It is (cheap|expensive) to train/,
    ({ cost }, [, is]) => cost.training === levelWords[is ?? ''],
    'training',
  ],
  [
    /^It takes (little|much) memory/,
    ({ cost }, [, is]) => cost.memory === levelWords[is ?? ''],
    'memory',
  ],
  [/^It can be good with little/, ({ data }) => data.amount === 'small', 'data'],
  [/^It needs a lot of training data/, ({ data }) => data.amount === 'large', 'data'],
];

const levelWords: Record<string, string> = {
  easy: 'high',
  hard: 'low',
  cheap: 'low',
  expensive: 'high',
  little: 'low',
  much: 'high',
};

/** The words for a need share a word that matters with its name in the fields. */
function tellsNeed({ needs }: Metric, [, not, what = '']: RegExpExecArray): boolean {
  const isNeeded = needs.some((need) => needWords[need]?.test(what));
  return not ? isNeeded : !isNeeded;
}

const needWords: Partial<Record<Metric['needs'][number], RegExp>> = {
  probabilities: /^predicted probabilities/,
  'numeric targets': /^true values that are numbers/,
  'token probabilities': /probabilities of the tokens/,
  'reference text': /^reference texts/,
  'reference image': /^a reference image/,
  'item catalogue': /^the full list of items/,
  'item popularity': /^the popularity/,
  impressions: /how often something was shown/,
  conversions: /purchases/,
  revenue: /taken in/,
  spend: /money spent/,
  'request timings': /duration/,
  'treatment assignment': /arm of the experiment/,
  'group membership': /group of people/,
  'unit tests': /^tests/,
  'retrieved passages': /passages/,
  'cluster assignments': /clusters/,
};

function isTrueOf(text: string, entry: Metric | Model | undefined): boolean | undefined {
  const rule = statementRules.find(([says]) => says.test(text));
  const said = rule?.[0].exec(text);
  return entry && rule && said ? rule[1](entry as Fields, said) : undefined;
}

describe.each(bases)('questions made from %s', (_name, catalog) => {
  const entries = new Map(
    [...catalog.all('metric'), ...catalog.all('model')].map((each) => [each.name, each]),
  );

  /** Options for which the mark and the fields disagree, or no field decides. */
  function unsound(question: ChoiceQuestion): string[] {
    const subject = entries.get(question.about.name);
    if (!subject || question.card.endsWith('#range')) return [];
    return question.options
      .filter(({ text, isCorrect }) => {
        const entry = entries.get(text);
        return !entry || satisfies(question, entry, subject) !== isCorrect;
      })
      .map(({ text }) => `${question.id}: ${text}`);
  }

  test('no wrong option satisfies what is asked, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const questions = allQuestions(catalog, seed, ['choice'])
          .filter(isChoice)
          .filter(isGenerated);
        expect(questions.flatMap(unsound)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('between a low and a high option no medium one makes the answer a matter of taste', () => {
    const doubtful = allQuestions(catalog, 2)
      .filter(isChoice)
      .filter(({ card }) => (card.split('#')[1] ?? '') in modelLevels)
      .filter(({ card, options }) =>
        options.some(({ text }) => {
          const level = modelLevels[card.split('#')[1] ?? ''];
          return ['medium'].includes(level?.(entries.get(text) as Model) ?? '');
        }),
      );
    expect(doubtful.map(({ id }) => id)).toEqual([]);
  });

  test('exactly one option is right, all differ, and each has a reason', () => {
    const questions = allQuestions(catalog, 11).filter(isChoice);
    expect(questions.length).toBeGreaterThan(10);
    for (const { id, options } of questions) {
      expect([id, options.filter(({ isCorrect }) => isCorrect).length]).toEqual([id, 1]);
      expect(new Set(options.map(({ text }) => searchKey(text))).size).toBe(options.length);
      expect(options.length).toBeGreaterThanOrEqual(3);
      expect(options.every(({ why }) => why.length > 1)).toBe(true);
    }
  });

  test('what may be marked is true or false by the fields, as it says, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const questions = allQuestions(catalog, seed, ['multiple']).filter(isMultiple);
        const wrong = questions.flatMap(({ id, about, options }) =>
          options
            .filter(({ text, isCorrect }) => isTrueOf(text, entries.get(about.name)) !== isCorrect)
            .map(({ text }) => `${id}: ${text}`),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('of what may be marked some is right and some is not, no two say the same or its opposite', () => {
    const questions = allQuestions(catalog, 4, ['multiple']).filter(isMultiple);
    expect(questions.length).toBeGreaterThan(catalog === bases[0][1] ? 100 : 0);
    for (const { id, options } of questions) {
      const right = options.filter(({ isCorrect }) => isCorrect).length;
      expect([id, right > 0, right < options.length]).toEqual([id, true, true]);
      expect(options.length).toBeGreaterThanOrEqual(4);
      expect(options.every(({ why }) => why.length > 1)).toBe(true);
      const subjects = options.map(({ text }) =>
        statementRules.findIndex(([says]) => says.test(text)),
      );
      const fields = subjects.map((index) => statementRules[index]?.[2]);
      expect([id, new Set(fields).size]).toEqual([id, options.length]);
    }
  });

  test('a question to fill in never says its answer', () => {
    for (const question of allQuestions(catalog, 5)) {
      if (question.kind !== 'fill-in') continue;
      const prompt = ` ${searchKey(question.prompt)} `;
      const said = question.keys.filter((key) => prompt.includes(` ${key} `));
      expect([question.id, said]).toEqual([question.id, []]);
    }
  });

  test('items to order are shown in another order, each once', () => {
    for (const question of allQuestions(catalog, 3)) {
      if (question.kind !== 'order') continue;
      const inPlace = question.order.every((index, place) => index === place);
      expect([question.id, inPlace]).toEqual([question.id, false]);
      expect([...question.order].sort((a, b) => a - b)).toEqual(
        question.items.map((_, index) => index),
      );
    }
  });

  test('ids of cards and questions are unique', () => {
    const deck = createDeck(catalog);
    const cards = catalog.records.flatMap((record) => deck.cardsOf(record).map(({ id }) => id));
    const questions = allQuestions(catalog, 1).map(({ id }) => id);
    expect(new Set(cards).size).toBe(cards.length);
    expect(new Set(questions).size).toBe(questions.length);
  });
});

test('the right option stands in each place about equally often', () => {
  const places = [0, 0, 0, 0];
  const [question] = allQuestions(fixtureCatalog(), 1).filter(
    ({ card }) => card === 'metric/mse#range',
  );
  const deck = createDeck(fixtureCatalog());
  expect(question).toBeDefined();
  for (let seed = 0; seed < 2000; seed++) {
    const asked = deck
      .card('metric/mse#range')
      ?.ways[0]?.ask(seededRandom(seed * 7919)) as ChoiceQuestion;
    const at = asked.options.indexOf(rightOption(asked));
    places[at] = (places[at] ?? 0) + 1;
  }
  // Four standard deviations of a fair draw.
  for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(80);
});
