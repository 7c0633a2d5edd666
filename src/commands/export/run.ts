/** `mlsd export`: the questions for other programs. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { ankiNotes } from '../../core/anki/notes.ts';
import type { Catalog } from '../../core/catalog.ts';
import type { Card } from '../../core/quiz/card.ts';
import { createDeck } from '../../core/quiz/cards/deck.ts';
import { type QuestionKind, questionKinds } from '../../core/quiz/question.ts';
import { scopeOf } from '../../core/quiz/scope.ts';
import { seededRandom, seedFrom } from '../../core/random.ts';
import { type ExitCode, exitCodes, UsageError, UserError } from '../../errors.ts';
import { countText } from '../../view/number.ts';
import { previewJson } from '../../view/quiz-preview.ts';
import { printable } from '../../view/width.ts';
import { ankiPackage } from './apkg.ts';

export interface ExportOptions {
  readonly topics: readonly string[];
  readonly kind: string | undefined;
  readonly isJson: boolean;
}

export async function exportAnki(
  file: string,
  options: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, clock } = context;
  const kinds = kindsFor(options);
  const catalog = await context.knowledge();
  const notes = ankiNotes(cardsIn(catalog, options.topics), kinds, catalog);
  if (notes.length === 0) throw nothing();
  save(ankiPackage(notes, clock.now()), file, context);
  if (options.isJson) io.out(`${JSON.stringify({ file, notes: notes.length })}\n`);
  else io.out(`${countText(notes.length, 'note')} written to ${file}\n`);
  return exitCodes.done;
}

export async function exportJson(
  file: string | undefined,
  options: ExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const kinds = kindsFor(options);
  const cards = cardsIn(await context.knowledge(), options.topics);
  const questions = cards.flatMap(({ id, ways }) =>
    ways
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((way) => way.ask(seededRandom(seedFrom(id))) ?? []),
  );
  if (questions.length === 0) throw nothing();
  const text = previewJson(questions);
  if (file === undefined) io.out(text);
  else {
    save(text, file, context);
    io.err(`${countText(questions.length, 'question')} written to ${file}\n`);
  }
  return exitCodes.done;
}

function kindsFor({ kind }: ExportOptions): readonly QuestionKind[] {
  const found = questionKinds.filter((each) => kind === undefined || each === kind);
  if (found.length > 0) return found;
  throw new UsageError(
    `there is no kind of question "${printable(kind ?? '')}".`,
    `Kinds are: ${questionKinds.join(', ')}`,
  );
}

function cardsIn(catalog: Catalog, topics: readonly string[]): readonly Card[] {
  const scope = scopeOf(catalog, topics);
  if ('unknown' in scope) {
    throw new UserError(
      `there are no questions about "${printable(scope.unknown)}".`,
      `Nearest: ${scope.suggestions.join(', ')}`,
    );
  }
  const deck = createDeck(catalog);
  return scope.records.flatMap((record) => deck.cardsOf(record));
}

function nothing(): UserError {
  return new UserError(
    'there are no such questions to export.',
    'Leave out --kind, or choose a wider topic; numbers are drawn afresh and not exported to Anki.',
  );
}

/** Written beside the file and moved over it: there is never half of it. */
function save(content: string | Uint8Array, file: string, { workingDirectory }: Context): void {
  const path = resolve(workingDirectory, file);
  try {
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} could not be written: ${reason}`, 'Name another file.');
  }
}
