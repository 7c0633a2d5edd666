/** The options of an authored question are told apart by what they say, not by how they look. */
import { searchKey } from '../../core/search.ts';
import type { Scope } from './scope.ts';

/** The right option may be this much longer than the longest wrong one. */
const longestRatio = 1.4;
/** Below this a difference in length is not seen. */
const seenCharacters = 20;

export function checkOptions(scope: Scope): void {
  for (const located of scope.knowledge.questions) {
    const seen = new Set<string>();
    located.value.options.forEach(({ text }, index) => {
      const key = searchKey(text) || text;
      if (seen.has(key)) {
        const hint = 'write another wrong option';
        const path = ['options', index, 'text'];
        scope.tell(located, path, 'repeated-option', 'this option is there already', hint);
      }
      seen.add(key);
    });
  }
}

export function checkLengths(scope: Scope): void {
  for (const located of scope.knowledge.questions) {
    const { options } = located.value;
    const right = options.findIndex(({ correct }) => correct);
    const length = options[right]?.text.length ?? 0;
    const others = Math.max(
      ...options.filter(({ correct }) => !correct).map(({ text }) => text.length),
    );
    if (length <= others * longestRatio || length - others < seenCharacters) continue;
    scope.tell(
      located,
      ['options', right, 'text'],
      'telling-length',
      `the right option has ${length} characters, the longest wrong one ${others}`,
      'shorten it, or say more in the wrong ones',
    );
  }
}
