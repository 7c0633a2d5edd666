/**
 * The interviewer's hidden sheet: which facts a free question asks for. Pure. A question asked
 * in other words still finds its fact; what is not on the sheet finds nothing.
 */
import type { Case } from '../catalog.ts';
import { searchKey } from '../search.ts';
import { synonymsOf } from '../synonyms.ts';
import { stemOf, stems } from '../words.ts';

export type Fact = Case['facts'][number];

/** What was measured best on the labelled questions of the tests; all of it lies on a plateau. */
const weights = {
  /** What a synonym counts, when the word itself counts 1. */
  synonym: 0.7,
  /** What a word counts that only the fact itself says, not the ways it is asked for. */
  told: 0.75,
  /** How much it counts that one way of asking is met as a whole. */
  whole: 0.4,
  /** In how many facts a word counts as said that none says. */
  unknown: 3,
} as const;

/** Below this a question asks for something else. */
const least = 0.37;
/** Facts this near to the best one are told as well when a question has several parts. */
const mostFacts = 3;

/** The facts that a question asks for, in the order in which its parts do; empty when none is. */
export function factsFor(facts: readonly Fact[], question: string): Fact[] {
  const sheet = sheetOf(facts);
  const parts = partsOf(question);
  const found = parts.flatMap((part) => best(sheet, part) ?? []);
  if (found.length === 0 && parts.length > 1) return [best(sheet, question) ?? []].flat();
  return [...new Set(found)].slice(0, mostFacts);
}

/** "How many users, and how fast must it be?" asks twice. */
function partsOf(question: string): string[] {
  const parts = question
    .split(
      /[?;]|,? \b(?:and|or|also)\b (?=(?:how|what|which|when|where|who|is|are|do|does|can|may)\b)/i,
    )
    .filter((part) => stems(part).length > 0);
  return parts.length > 1 ? parts : [question];
}

interface Sheet {
  readonly facts: readonly KnownFact[];
  weightOf(stem: string): number;
}

interface KnownFact {
  readonly fact: Fact;
  /** Of each way of asking, the stems. */
  readonly ways: readonly (readonly string[])[];
  readonly asked: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
}

const sheets = new WeakMap<readonly Fact[], Sheet>();

function sheetOf(facts: readonly Fact[]): Sheet {
  let sheet = sheets.get(facts);
  if (!sheet) {
    sheet = makeSheet(facts);
    sheets.set(facts, sheet);
  }
  return sheet;
}

function makeSheet(facts: readonly Fact[]): Sheet {
  const known = facts.map((fact): KnownFact => {
    const ways = fact.asked.map(tellingStems).filter((way) => way.length > 0);
    return {
      fact,
      ways,
      asked: new Set([...ways.flat(), ...stems(fact.id.replaceAll('-', ' '))]),
      told: new Set(stems(fact.fact)),
    };
  });
  const counts = new Map<string, number>();
  for (const { asked, told } of known) {
    for (const stem of new Set([...asked, ...told])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return {
    facts: known,
    // A word that no fact knows may be beside the point, or be the point itself.
    weightOf(stem) {
      const known = [stem, ...alikeTo(stem)].flatMap((each) => counts.get(each) ?? []);
      return Math.log(1 + facts.length / (known[0] ?? weights.unknown));
    },
  };
}

/** The words of asking that tell something: how fast, how often, how old. */
const asking: readonly (readonly [RegExp, string])[] = [
  [/\bhow (?:fast|quick(?:ly)?|slow)\b/gi, ' latency '],
  [/\bhow (?:often|frequently)\b/gi, ' frequency times day '],
  [/\bhow (?:soon|late)\b/gi, ' delay '],
  [/\bhow (?:old|fresh|recent)\b/gi, ' freshness old '],
  [/\bhow far back\b/gi, ' logs history '],
  [/\b(?:qps|rps|requests? per second|queries per second)\b/gi, ' qps requests load '],
  [/\b(?:dau|mau|daily actives?|monthly actives?)\b/gi, ' daily active users '],
  [/\b(?:response|load(?:ing)?) times?\b/gi, ' latency '],
  [/\bsla\b/gi, ' latency availability '],
  [/\b(?:p99|p95|milliseconds?|ms)\b/gi, ' latency '],
];

function questionStems(text: string): string[] {
  const plain = asking.reduce((words, [pattern, meaning]) => words.replace(pattern, meaning), text);
  return tellingStems(plain);
}

/** What people say around a question. */
const around = new Set(
  [
    'know',
    'tell',
    'think',
    'handl',
    'job',
    'assum',
    'expect',
    'feed',
    'rate',
    'share',
    'percentage',
    'number',
    'promise',
  ].map(stemOf),
);

function tellingStems(text: string): string[] {
  return [...new Set(stems(text))].filter((stem) => !around.has(stem));
}

function best(sheet: Sheet, question: string): Fact | undefined {
  const key = searchKey(question);
  const exact = sheet.facts.find(({ fact }) => fact.asked.some((way) => searchKey(way) === key));
  if (exact) return exact.fact;
  const asked = questionStems(question);
  if (asked.length === 0) return undefined;
  const [first] = sheet.facts
    .map((known) => ({ fact: known.fact, score: scoreOf(known, asked, sheet) }))
    .sort((a, b) => b.score - a.score);
  return first && first.score >= least ? first.fact : undefined;
}

/** How much of the question the fact speaks of, and how much of one way of asking was said. */
function scoreOf(known: KnownFact, asked: readonly string[], { weightOf }: Sheet): number {
  const total = sum(asked.map(weightOf));
  const spoken = sum(
    asked.map(
      (stem) =>
        weightOf(stem) * Math.max(share(stem, known.asked), weights.told * share(stem, known.told)),
    ),
  );
  const said = new Set(asked);
  const ways = known.ways.map((way) => {
    const all = sum(way.map(weightOf));
    return all > 0 ? sum(way.map((stem) => weightOf(stem) * share(stem, said))) / all : 0;
  });
  return (spoken / total) * (1 - weights.whole + weights.whole * Math.max(0, ...ways));
}

/** 1 for the word itself, less for one that means the same. */
function share(stem: string, words: ReadonlySet<string>): number {
  if (words.has(stem)) return 1;
  return alikeTo(stem).some((other) => words.has(other)) ? weights.synonym : 0;
}

function alikeTo(stem: string): readonly string[] {
  return [...synonymsOf(stem), ...(alikeInInterviews.get(stem) ?? [])];
}

/** Words that mean the same when a candidate asks; each line is a group. */
const groups = `
uptime availability available downtime outage
ship launch release rollout
gain improvement improve lift uplift increase win
return output response list contain
record log interaction signal feedback event
like comment reaction interaction engagement signal
hide report negative
sign signup register new
production existing system today current baseline
shuffle randomized random unbiased exploration
moderation moderate forbidden policy
infrastructure platform hardware stack tooling tool cluster
positive label example
complete mature arrive delay late wait
value stale decay age freshness
goal objective optimize achieve success metric measure kpi
picture photo image video text content kind type
demographic age gender location profile
private privacy consent gdpr sensitive
cost budget price
follow follower graph friend
month year history back log
scale size base
item post
create publish upload new`
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map(stemOf));

const alikeInInterviews = new Map<string, readonly string[]>();
for (const group of groups) {
  for (const stem of group) {
    alikeInInterviews.set(stem, [...(alikeInInterviews.get(stem) ?? []), ...group]);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
