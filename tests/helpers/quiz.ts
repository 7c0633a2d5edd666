/** Sitting a quiz in a test: a history of its own, a clock that the test moves, scripted answers. */
import type { Catalog } from '../../src/core/catalog.ts';
import { createDeck } from '../../src/core/quiz/cards/deck.ts';
import { chooseItems, type Item, noHistory } from '../../src/core/quiz/choose.ts';
import { type QuestionKind, questionKinds } from '../../src/core/quiz/question.ts';
import type { CardRating } from '../../src/core/quiz/schedule.ts';
import { scopeOf } from '../../src/core/quiz/scope.ts';
import type { History } from '../../src/history/history.ts';
import type { Review } from '../../src/history/reviews.ts';
import { main } from '../../src/main.ts';
import { fixtureCatalog } from '../fixtures/quiz/catalog.ts';
import { testContext } from './context.ts';
import { dayMs, reviewOf, temporaryHistory } from './history.ts';
import { type ScriptedAnswer, scriptedPrompts } from './prompts.ts';

export const aMonday = new Date(2026, 0, 5, 9).getTime();
const seed = 1;

export interface SitOptions {
  readonly history?: History;
  readonly now?: () => number;
  readonly catalog?: Catalog;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
}

export async function sit(
  argv: readonly string[],
  script: readonly ScriptedAnswer[],
  {
    history = temporaryHistory(),
    now = () => aMonday,
    catalog,
    settings = {},
    args = [],
  }: SitOptions = {},
) {
  const prompts = scriptedPrompts(script);
  const context = await testContext({
    tty: true,
    env: { NO_COLOR: '1' },
    catalog: catalog ?? fixtureCatalog(),
    prompts,
    history: () => history,
    settings: JSON.stringify(settings),
    now,
  });
  const exitCode = await main([...args, 'quiz', '--seed', String(seed), ...argv], context);
  if (exitCode !== 1 && exitCode !== 2) prompts.finish();
  const { stdout, stderr } = context;
  return { exitCode, stdout, stderr, history, asked: prompts.asked };
}

/** What a sitting with an empty history asks. */
export function plannedItems(
  topics: readonly string[],
  kinds: readonly QuestionKind[] = questionKinds,
  count = 10,
  catalog = fixtureCatalog(),
): Item[] {
  const scope = scopeOf(catalog, topics);
  if (!('records' in scope)) throw new Error(`no such topic: ${topics.join(' ')}`);
  const { records } = scope;
  const deck = createDeck(catalog);
  return chooseItems({ deck, records, kinds, count, fresh: count, seed, history: noHistory });
}

export function answerTo(card: string, fields: Partial<Review> = {}): Review {
  return reviewOf({
    card,
    question: `${card}:choice`,
    session: 'earlier',
    answeredAt: aMonday,
    tookMs: 20_000,
    ...fields,
  });
}

/** Answers of a card on so many days, the last of them on `lastDay` before the Monday. */
export function practice(
  history: History,
  card: string,
  ratings: readonly CardRating[],
  lastDay = 1,
): void {
  ratings.forEach((rating, index) => {
    const daysAgo = lastDay + ratings.length - 1 - index;
    history.reviews.record(answerTo(card, { rating, answeredAt: aMonday - daysAgo * dayMs }));
  });
}
