/** Which entries speak of which word, and how much (BM25F: fields weighted, long texts count less). */
import { stems } from './words.ts';

/** What an entry says, sorted by how much it tells of the need that it answers. */
export interface NeedDocument {
  readonly id: string;
  readonly fields: Readonly<Record<NeedField, readonly string[]>>;
  readonly sentences: Sentences;
}

/** Sentences that are compared with a query as wholes. */
export interface Sentences {
  /** Can be shown as the reason why the entry was found. */
  readonly reasons: readonly string[];
  /** Needs as people put them: they find the entry, but say nothing new of it. */
  readonly asks: readonly string[];
}

/** A word in a name says more of what an entry is for than one in the middle of a definition. */
export const fieldWeights = {
  /** Its names. */
  name: 2.5,
  /** Names of what stands inside it: techniques, tasks. */
  parts: 2,
  summary: 2.5,
  /** The need as people put it. */
  asks: 3,
  /** Its own "use when". */
  when: 3,
  /** What look-alikes and domains say of when to choose it. */
  chosen: 2.5,
  /** Prompts of questions about it. */
  asked: 1,
  /** Everything else. */
  text: 0.5,
};
export type NeedField = keyof typeof fieldWeights;

/** An entry and how much it says of a word. */
export type Posting = readonly [id: string, weight: number];

export interface NeedTable {
  /** How many entries there are. */
  readonly size: number;
  /** All stems that occur, in no order. */
  readonly stems: Iterable<string>;
  postings(stem: string): readonly Posting[];
  sentences(id: string): Sentences;
}

/** How much a text that is longer than the average counts less: 0 not at all, 1 in proportion. */
const lengthPenalty = 0.7;

export function buildNeedTable(documents: readonly NeedDocument[]): NeedTable {
  const postings = new Map<string, Map<string, number>>();
  for (const field of Object.keys(fieldWeights) as NeedField[]) {
    const texts = documents.map(({ id, fields }) => ({ id, words: fields[field].flatMap(stems) }));
    const filled = texts.filter(({ words }) => words.length > 0);
    const average = filled.reduce((sum, { words }) => sum + words.length, 0) / filled.length;
    for (const { id, words } of filled) {
      const length = 1 - lengthPenalty + (lengthPenalty * words.length) / average;
      const weight = fieldWeights[field] / length;
      for (const word of words) add(postings, word, id, weight);
    }
  }
  const sentences = new Map(documents.map((each) => [each.id, each.sentences]));
  return {
    size: documents.length,
    stems: [...postings.keys()],
    postings: (stem) => [...(postings.get(stem) ?? [])],
    sentences: (id) => sentences.get(id) ?? { reasons: [], asks: [] },
  };
}

function add(
  postings: Map<string, Map<string, number>>,
  word: string,
  id: string,
  weight: number,
): void {
  const ids = postings.get(word) ?? new Map<string, number>();
  ids.set(id, (ids.get(id) ?? 0) + weight);
  postings.set(word, ids);
}
