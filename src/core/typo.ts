/** Near misses of what was typed. */
import { distance } from 'fastest-levenshtein';

/** How many edits a word of this length may be away and still be meant. */
export function allowedEdits(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/** The candidates nearest to a word by edit distance, nearest first, none farther than half its length. */
export function closest(word: string, candidates: readonly string[], count: number): string[] {
  const limit = Math.max(2, Math.floor(word.length / 2));
  return candidates
    .map((candidate) => ({ candidate, edits: distance(word, candidate) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
