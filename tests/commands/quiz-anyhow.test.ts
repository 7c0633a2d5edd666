/** Whatever a person does in a sitting, it ends well and the log holds what was not taken back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Random, seededRandom } from '../../src/core/random.ts';
import type { History } from '../../src/history/history.ts';
import { main } from '../../src/main.ts';
import type { KeyAction, Prompts } from '../../src/terminal/prompts/prompts.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { testContext } from '../helpers/context.ts';
import { dayMs, monday, temporaryHistory } from '../helpers/history.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

const lines = ['', 'a few words', 'ndcg', '0.5', '12k', '/hint', '/skip', '/undo', '/nothing'];
const patience = 150;

/** Answers at random; after a while it wants to go home. */
function restless(random: Random): Prompts {
  let asked = 0;
  const isTired = () => ++asked > patience;
  // Few sittings are broken off, or little would be answered.
  const oneOf = <T>(actions: readonly KeyAction<T>[] = []) => {
    const quits = isTired() || random.below(20) === 0;
    const quit = actions.find(({ name }) => name === 'quit');
    const others = actions.filter((action) => action !== quit);
    return quits ? quit : random.pick([undefined, undefined, undefined, ...others]);
  };
  return {
    choose: async ({ choices, actions }) => (oneOf(actions) ?? random.pick(choices)).value,
    text: async () => (isTired() ? '/quit' : random.pick(lines)),
    arrange: async ({ items, actions }) =>
      oneOf(actions)?.value ?? random.shuffle(items.map((_, index) => index)),
    mark: async ({ items, actions }) =>
      oneOf(actions)?.value ??
      random
        .shuffle(items.map((_, index) => index))
        .slice(0, 1 + random.below(items.length))
        .sort((a, b) => a - b),
    press: async ({ keys }) => (oneOf(keys) ?? keys[0])?.value as never,
    live: () => {
      throw new Error('a quiz has no live screen');
    },
  };
}

function statesOf({ reviews }: History) {
  const cards = [...new Set(reviews.latest(10_000).map(({ card }) => card))];
  return cards.map((card) => [card, reviews.stateOf(card)]);
}

const sitting = fc.record({
  mode: fc.constantFrom([], [], ['--cram'], ['--exam']),
  count: fc.integer({ min: 1, max: 12 }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  daysLater: fc.integer({ min: 0, max: 20 }),
});

test.each([
  ['a small base', fixtureCatalog(), 25, /undefined|NaN|\[object/],
  // Its content speaks of NaNs and of what is undefined.
  ['the shipped base', shippedCatalog(), 8, /\[object/],
])('several sittings on %s, answered anyhow', async (_name, catalog, numRuns, slip) => {
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(sitting, { minLength: 1, maxLength: 3 }), async (sittings) => {
      const history = temporaryHistory();
      let now = monday;
      for (const { mode, count, seed, daysLater } of sittings) {
        now += daysLater * dayMs;
        const context = await testContext({
          tty: true,
          env: { NO_COLOR: '1' },
          catalog,
          prompts: restless(seededRandom(seed)),
          history: () => history,
          settings: JSON.stringify({ 'interview-date': '2026-01-30', retention: 0.85 }),
          now: () => now,
        });
        const argv = ['quiz', '--count', String(count), '--seed', String(seed), ...mode];
        expect([await main(argv, context), context.stderr]).toEqual([0, '']);
        expect(context.stdout).not.toMatch(slip);
      }
      const live = statesOf(history);
      history.reviews.rebuild();
      expect(statesOf(history)).toEqual(live);
      expect(history.reviews.latest(10_000)).toHaveLength(history.reviews.count());
      answers += history.reviews.count();
    }),
    { numRuns },
  );
  expect(answers).toBeGreaterThan(numRuns);
});
