/** The marked places of a file that `mlsd new` wrote are to be filled in. */
import type { Located } from '../reader.ts';
import type { Scope } from './scope.ts';
import { textsOf } from './texts.ts';

/** Stands where text is to be written, followed by what to write. */
export const fillIn = 'FILL IN:';
/** Stands where an id is to be written. */
export const fillInId = 'fill-in';

export function checkUnfilled(scope: Scope): void {
  const { entries, questions, plans } = scope.knowledge;
  const all: Located<unknown>[] = [...entries, ...questions, ...plans];
  for (const located of all) {
    // Most files have no such place: their text is asked before their fields are walked.
    if (!/FILL IN|fill-in/.test(located.source.text)) continue;
    for (const { path, text } of textsOf(located.value)) {
      if (!isUnfilled(text)) continue;
      const wanted = text.startsWith(fillIn) ? text.slice(fillIn.length).trim() : 'an id';
      const hint = `write it here: ${wanted || 'the text'}`;
      scope.tell(located, path, 'unfilled', 'this place is still to be filled in', hint);
    }
  }
}

function isUnfilled(text: string): boolean {
  return text.startsWith(fillIn) || text === fillInId || text.endsWith(`/${fillInId}`);
}
