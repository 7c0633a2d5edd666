/** The JSON of a search. */
import type { SearchResult } from '../../core/search.ts';

/** What it says of an entry. */
export function resultOf({ record: { kind, id, name, aliases, summary }, score }: SearchResult) {
  return { kind, id, name, aliases, summary, score: Math.round(score * 10) / 10 };
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
