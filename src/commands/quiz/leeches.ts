/** The cards that do not stick. */
import type { Context } from '../../context.ts';
import type { IndexRecord } from '../../core/catalog.ts';
import { entryIdOf } from '../../core/quiz/card.ts';
import type { Deck } from '../../core/quiz/cards/deck.ts';
import { allKinds, askCard } from '../../core/quiz/choose.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { type Leech, leechesJson, renderLeeches } from '../../view/quiz-leeches.ts';

interface Plan {
  readonly deck: Deck;
  readonly records: readonly IndexRecord[];
}

export async function listLeeches(
  { deck, records }: Plan,
  { isJson }: { readonly isJson: boolean },
  context: Context,
): Promise<ExitCode> {
  const { io, clock } = context;
  const { reviews } = await context.history();
  const inScope = new Set(records.map(({ id }) => id));
  const leeches = reviews.leeches().flatMap(({ card: id, lapses, due }): Leech[] => {
    const card = inScope.has(entryIdOf(id)) ? deck.card(id) : undefined;
    const question = card && askCard(card, allKinds, 0);
    return card && question
      ? [{ card: id, about: card.about, prompt: question.prompt, lapses, due }]
      : [];
  });
  io.out(isJson ? leechesJson(leeches) : renderLeeches(leeches, { ...io, now: clock.now() }));
  return exitCodes.done;
}
