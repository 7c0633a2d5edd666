/** Back-of-the-envelope drills: chooses them, asks, stores every answer. */
import type { Context } from '../../context.ts';
import { createDeck } from '../../core/quiz/cards/deck.ts';
import type { Item } from '../../core/quiz/choose.ts';
import { chooseDrills } from '../../core/quiz/estimate/choose.ts';
import type { EstimateDrill } from '../../core/quiz/estimate/drill.ts';
import { estimateDrills } from '../../core/quiz/estimate/table.ts';
import { searchKey } from '../../core/search.ts';
import { closest } from '../../core/typo.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { drillsJson, renderDrills } from '../../view/drills.ts';
import { previewJson, renderPreview } from '../../view/quiz-preview.ts';
import { printable } from '../../view/width.ts';
import { runSession } from '../quiz/session.ts';

export interface EstimateOptions {
  readonly drill: string | undefined;
  readonly count: number;
  readonly seed: number | undefined;
  readonly isPreview: boolean;
  readonly isList: boolean;
  readonly isJson: boolean;
}

export async function runEstimate(options: EstimateOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  if (options.isList) {
    io.out(options.isJson ? drillsJson(estimateDrills) : renderDrills(estimateDrills, io));
    return exitCodes.done;
  }
  const drills = options.drill === undefined ? estimateDrills : [drillNamed(options.drill)];
  refuseImpossible(options, context);
  const seed = options.seed ?? context.freshSeed();
  const items = await choose(drills, seed, options, context);
  if (options.isPreview) {
    const questions = items.map(({ question }) => question);
    io.out(options.isJson ? previewJson(questions) : renderPreview(questions, io));
    return exitCodes.done;
  }
  return await runSession(
    items,
    { command: 'estimate', kinds: ['estimate'], seed, mode: 'practice', limitMs: undefined },
    context,
  );
}

function drillNamed(name: string): EstimateDrill {
  const key = searchKey(name);
  const found = estimateDrills.find((drill) =>
    [drill.id, drill.name].some((each) => searchKey(each) === key),
  );
  if (found) return found;
  const ids = estimateDrills.map(({ id }) => id);
  const near = closest(name.toLowerCase(), ids, 3);
  throw new UserError(
    `no drill called "${printable(name)}".`,
    near.length > 0 ? `Did you mean: ${near.join(', ')}?` : 'Which there are: mlsd estimate --list',
  );
}

function refuseImpossible({ isPreview, isJson }: EstimateOptions, { io }: Context): void {
  if (isPreview) return;
  if (isJson) {
    throw new UsageError(
      'an estimate with --json needs --preview or --list.',
      'Run mlsd estimate --preview --json for questions with their derivations.',
    );
  }
  if (!io.isInteractive) {
    throw new UsageError(
      'an estimate needs a terminal to answer in.',
      'Run it in a terminal, or print drills with their derivations: mlsd estimate --preview [--json].',
    );
  }
}

/** A preview opens no history. */
async function choose(
  drills: readonly EstimateDrill[],
  seed: number,
  { isPreview, count }: EstimateOptions,
  context: Context,
): Promise<Item[]> {
  const deck = createDeck(await context.knowledge());
  const reviews = isPreview ? undefined : (await context.history()).reviews;
  const dueAt = (card: string) => reviews?.stateOf(card)?.due;
  const items = chooseDrills({ deck, drills, count, seed, now: context.clock.now(), dueAt });
  if (items.length > 0) return items;
  throw new UserError(
    'the knowledge base at hand has no entry for this drill.',
    'Which drills there are: mlsd estimate --list',
  );
}
