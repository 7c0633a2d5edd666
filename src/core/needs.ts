/** Finds entries by a need told in a person's own words: "only the first result matters". */
import type { NeedTable } from './need-table.ts';
import { synonymsOf } from './synonyms.ts';
import { allowedEdits, editDistance } from './typo.ts';
import { stems } from './words.ts';

export interface NeedResult {
  readonly id: string;
  /** 0 to 100: how much of what was asked it speaks of. */
  readonly score: number;
  /** The sentence that comes nearest to what was asked. */
  readonly reason: string | undefined;
}

/** Below this an entry speaks of too little of what was asked. */
export const goodNeed = 30;

/** What was measured best on tests/fixtures/lookups.yaml; all of it lies on a plateau. */
const weights = {
  /** What a synonym counts, when the word itself counts 1. */
  synonym: 0.6,
  /** What a word counts that had to be corrected. */
  corrected: 0.8,
  /** How much it matters that all of what was asked is spoken of. */
  coverage: 0.75,
  /** The same within one sentence. */
  sentence: 0.7,
  /** How much more a rare word tells than a common one. */
  rarity: 0.5,
  /** Saturation: saying a word twice is not twice as good. */
  saturation: 10,
} as const;

/** So many of the best are compared by their sentences too. */
const examined = 12;

/** Best first. */
export function searchNeeds(
  table: NeedTable,
  query: string,
  isWanted: (id: string) => boolean = () => true,
): NeedResult[] {
  const wanted = [...new Set(stems(query))];
  const isAnyKnown = wanted.some((stem) => isKnown(table, stem));
  const concepts = wanted.map((stem) => conceptOf(table, stem, isAnyKnown));
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
  return rankEntries(concepts, total, isWanted)
    .slice(0, examined)
    .map(({ id, rank, coverage }) => {
      const { reasons, asks } = table.sentences(id);
      const { sentence: reason, share: ofReason } = bestSentence(reasons, concepts, total);
      const { share: ofAsks } = bestSentence(asks, concepts, total);
      const share = Math.max(ofReason, ofAsks);
      const score = Math.round(100 * coverage);
      return { id, score, reason, rank: rank * (1 + weights.sentence * share ** 2) };
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ id, score, reason }) => ({ id, score, reason }));
}

interface Ranked {
  readonly id: string;
  readonly rank: number;
  /** Share of the query, 0 to 1. */
  readonly coverage: number;
}

function rankEntries(
  concepts: readonly Concept[],
  total: number,
  isWanted: (id: string) => boolean,
): Ranked[] {
  const found = new Map<string, { sum: number; covered: number }>();
  for (const { scores, weight } of concepts) {
    for (const [id, { score, share }] of scores) {
      const { sum, covered } = found.get(id) ?? { sum: 0, covered: 0 };
      found.set(id, { sum: sum + weight * score, covered: covered + weight * share });
    }
  }
  return [...found]
    .filter(([id]) => isWanted(id))
    .map(([id, { sum, covered }]) => ({
      id,
      coverage: covered / total,
      rank: sum * (covered / total) ** weights.coverage,
    }))
    .sort((a, b) => b.rank - a.rank);
}

/** A word that was asked for, with all that may stand for it. */
interface Concept {
  /** Stems, and what each counts. */
  readonly shares: ReadonlyMap<string, number>;
  /** How telling it is. */
  readonly weight: number;
  readonly scores: ReadonlyMap<string, { readonly score: number; readonly share: number }>;
}

/** Of several stems that an entry has, the best one counts. */
function conceptOf(table: NeedTable, own: string, mayCorrect: boolean): Concept {
  const shares = sharesOf(table, own, mayCorrect);
  const scores = new Map<string, { score: number; share: number }>();
  for (const [stem, share] of shares) {
    for (const [id, weight] of table.postings(stem)) {
      const score = (share * weight) / (weights.saturation + weight);
      const before = scores.get(id) ?? { score: 0, share: 0 };
      scores.set(id, {
        score: Math.max(score, before.score),
        share: Math.max(share, before.share),
      });
    }
  }
  const weight = Math.log(1 + table.size / (1 + scores.size)) ** weights.rarity;
  return { shares, weight, scores };
}

function sharesOf(table: NeedTable, own: string, mayCorrect: boolean): Map<string, number> {
  const shares = new Map([[own, 1]]);
  for (const other of synonymsOf(own)) shares.set(other, weights.synonym);
  if (mayCorrect && !isKnown(table, own)) {
    for (const stem of corrections(table, own)) shares.set(stem, weights.corrected);
  }
  return shares;
}

function isKnown(table: NeedTable, own: string): boolean {
  return [own, ...synonymsOf(own)].some((stem) => table.postings(stem).length > 0);
}

/** A word that nobody uses, among others that are used, is probably mistyped. */
function corrections(table: NeedTable, word: string): string[] {
  const allowed = allowedEdits(word.length);
  if (allowed === 0) return [];
  return [...table.stems].filter(
    (stem) => Math.abs(stem.length - word.length) <= allowed && editDistance(word, stem) <= allowed,
  );
}

function bestSentence(
  sentences: readonly string[],
  concepts: readonly Concept[],
  total: number,
): { sentence: string | undefined; share: number } {
  let best: { sentence: string | undefined; share: number } = { sentence: sentences[0], share: 0 };
  for (const sentence of sentences) {
    const there = stems(sentence);
    const covered = concepts.reduce(
      (sum, { shares, weight }) =>
        sum + weight * Math.max(0, ...there.map((stem) => shares.get(stem) ?? 0)),
      0,
    );
    if (covered / total > best.share) best = { sentence, share: covered / total };
  }
  return best;
}
