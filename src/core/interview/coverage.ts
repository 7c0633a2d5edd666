/** Which points of a rubric the notes make, and the lines that prove it. */
import { type Family, termFamilies } from './term-families.ts';
import { hasFiller, type Token, tokensOf } from './terms.ts';

export interface RubricPoint {
  readonly id: string;
  readonly step: string;
  readonly text: string;
  /** Every group must be heard; within a group any one term will do. */
  readonly signals: readonly (readonly string[])[];
}

export interface NoteLine {
  readonly text: string;
  /** The step it was said in, when that is known. */
  readonly step?: string | undefined;
}

export interface PointCoverage<Point extends RubricPoint, Line extends NoteLine> {
  readonly point: Point;
  readonly isCovered: boolean;
  /** The fewest neighboring lines in which every group is heard; empty when it is not covered. */
  readonly evidence: readonly Line[];
}

/** How many neighboring lines of one step may share the groups of a point among them. */
const reach = 3;

/** Of every point, in the order of the rubric: whether it is covered, and by which lines. */
export function coverPoints<Point extends RubricPoint, Line extends NoteLine>(
  rubric: readonly Point[],
  lines: readonly Line[],
): PointCoverage<Point, Line>[] {
  const heard = lines.map(({ text }) => hear(text));
  return rubric.map((point) => {
    const evidence = evidenceFor(point, lines, heard);
    return { point, isCovered: evidence.length > 0, evidence };
  });
}

function evidenceFor<Line extends NoteLine>(
  point: RubricPoint,
  lines: readonly Line[],
  heard: readonly Heard[],
): Line[] {
  const groups = groupsOf(point);
  // Of each line, which groups are heard in it.
  const found = heard.map((line) => groups.map((group) => isHeard(group, line)));
  const order = [...lines.keys()].sort(
    (a, b) =>
      Number(lines[b]?.step === point.step) - Number(lines[a]?.step === point.step) || a - b,
  );
  for (let size = 1; size <= reach; size++) {
    for (const first of order) {
      const window = windowFrom(lines, first, size);
      if (window.length < size) continue;
      if (groups.every((_, group) => window.some((index) => found[index]?.[group]))) {
        return window
          .filter((index) => found[index]?.some((isFound) => isFound))
          .flatMap((index) => lines[index] ?? []);
      }
    }
  }
  return [];
}

/** So many lines from one on, as far as they are of the same step. */
function windowFrom(lines: readonly NoteLine[], first: number, size: number): number[] {
  const step = lines[first]?.step;
  const indices = Array.from({ length: size }, (_, offset) => first + offset);
  return indices.filter((index) => index < lines.length && lines[index]?.step === step);
}

interface Term {
  readonly forms: readonly string[];
  readonly key: string;
  /** Its words may stand apart and in another order. */
  readonly isLoose: boolean;
  /** All but one word of it are small ones: it must stand in the line as it is. */
  readonly phrase: string | undefined;
  /** Denied, it is not heard: "no position bias correction". */
  readonly isDeniable: boolean;
}

type Group = readonly Term[];

const compiled = new WeakMap<RubricPoint, readonly Group[]>();

function groupsOf(point: RubricPoint): readonly Group[] {
  let groups = compiled.get(point);
  if (!groups) {
    const denied = deniedIn(point.text);
    groups = point.signals.map((terms) => withFamilies(terms).map((term) => termOf(term, denied)));
    compiled.set(point, groups);
  }
  return groups;
}

/** The terms with whatever else people say for them. */
function withFamilies(terms: readonly string[]): readonly string[] {
  const own = new Set(terms.map(keyOf));
  const also = families().filter(({ heads }) => heads.some((head) => own.has(head)));
  return [...terms, ...also.flatMap(({ family }) => [...family.heads, ...family.also])];
}

interface KeyedFamily {
  readonly heads: readonly string[];
  readonly family: Family;
}

let keyed: readonly KeyedFamily[] | undefined;

function families(): readonly KeyedFamily[] {
  keyed ??= termFamilies.map((family) => ({ heads: family.heads.map(keyOf), family }));
  return keyed;
}

function keyOf(term: string): string {
  return tokensOf(term)
    .map(({ form }) => form)
    .join('');
}

/** A point may be made by saying no to something: "not a first-day total", "against filtering". */
const contrast =
  /\b(?:not|no|nor|never|without|instead of|rather than|rejects?|against)\b([^,.;:]*)/gi;

function deniedIn(text: string): ReadonlySet<string> {
  const clauses = [...text.matchAll(contrast)].map(([, rest = '']) => rest);
  return new Set(clauses.flatMap((clause) => tokensOf(clause).map(({ form }) => form)));
}

function termOf(text: string, denied: ReadonlySet<string>): Term {
  const forms = tokensOf(text).map(({ form }) => form);
  return {
    forms,
    // A term of nothing but small words is said by any note.
    key: forms.every((form) => joining.has(form)) ? '' : forms.join(''),
    isLoose: forms.length > 1 && forms.every(isContent),
    phrase: forms.length === 1 && hasFiller(text) ? text.toLowerCase() : undefined,
    isDeniable: !forms.some((form) => denied.has(form)),
  };
}

const joining = new Set(['at', 'by', 'per', 'in', 'on', 'for', 'not', 'no', 'as', 'if', 'x']);

function isContent(form: string): boolean {
  return /^\p{L}{2}/u.test(form) && !joining.has(form);
}

/** A line as it is searched: where each run of words stands. */
interface Heard {
  /** In lower case. */
  readonly text: string;
  readonly runs: ReadonlyMap<string, readonly number[]>;
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly isDenied: readonly boolean[];
}

const longestRun = 6;

function hear(text: string): Heard {
  const tokens = tokensOf(text);
  const runs = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  tokens.forEach(({ form, unit }, place) => {
    add(words, form, place);
    if (unit !== undefined) add(runs, unit, place);
  });
  addRuns(runs, [...tokens.entries()]);
  // "Recall at 99% precision" is recall at a precision.
  addRuns(
    runs,
    [...tokens.entries()].filter(([, { form }]) => !/^[#t:]+\d/.test(form)),
  );
  return { text: text.toLowerCase(), runs, words, isDenied: denials(tokens) };
}

function addRuns(runs: Map<string, number[]>, tokens: readonly (readonly [number, Token])[]): void {
  tokens.forEach(([place], start) => {
    let key = '';
    let bareKey = '';
    for (const [, { form, bare }] of tokens.slice(start, start + longestRun)) {
      key += form;
      bareKey += bare ?? form;
      add(runs, key, place);
      // "200" alone is not said by "200 ms", "under 200" is.
      if (bareKey !== key && bareKey !== bare) add(runs, bareKey, place);
    }
  });
}

function add(places: Map<string, number[]>, key: string, place: number): void {
  const known = places.get(key);
  if (known) known.push(place);
  else places.set(key, [place]);
}

function isHeard(group: Group, heard: Heard): boolean {
  return group.some((term) =>
    placesOf(term, heard).some((place) => !term.isDeniable || !heard.isDenied[place]),
  );
}

function placesOf(
  { key, forms, isLoose, phrase }: Term,
  { runs, words, text }: Heard,
): readonly number[] {
  if (phrase !== undefined && !text.includes(phrase)) return [];
  const exact = runs.get(key);
  if (exact || !isLoose) return exact ?? [];
  return looselyAt(forms, words);
}

/** How many other words may stand among those of a term. */
const mostBetween = 2;

function looselyAt(
  forms: readonly string[],
  words: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const [first = '', ...rest] = forms;
  const width = forms.length - 1 + mostBetween;
  return (words.get(first) ?? []).filter((place) =>
    rest.every((form) => words.get(form)?.some((other) => Math.abs(other - place) <= width)),
  );
}

const denying = formsOf(
  'no not without skip ignore never neither nor dont doesnt wont cant cannot didnt isnt arent forget forgot',
);
const deniedWords = 4;
/** "Without correction the model learns position bias": it does not reach far. */
const deniedByWithout = 2;
/** "No more than 200 ms", "not only clicks", "without downtime": nothing is denied. */
const notDenying = formsOf('more less only later longer just downtime loss yet');
/** "Privacy is not a concern", "calibration not needed": what stands before is denied. */
const dismissing = formsOf(
  'concern need needed required considered scope important relevant necessary',
);
/** Begin a clause without punctuation. */
const clauseWords = formsOf('but because and then instead use only');

function formsOf(words: string): ReadonlySet<string> {
  return new Set(tokensOf(words).map(({ form }) => form));
}

/** Which words are denied within their clause: those that follow closely, or all before. */
function denials(tokens: readonly Token[]): boolean[] {
  const isDenied = tokens.map(() => false);
  let clauseStart = 0;
  tokens.forEach(({ form, startsClause }, index) => {
    if (startsClause || clauseWords.has(form)) clauseStart = index;
    const next = tokens[index + 1];
    if (!denying.has(form) || !next || next.startsClause || notDenying.has(next.form)) return;
    if (dismissing.has(next.form)) isDenied.fill(true, clauseStart, index);
    const end = tokens.findIndex(
      (token, at) => at > index && (token.startsClause || clauseWords.has(token.form)),
    );
    const ends = end === -1 ? tokens.length : end;
    const words = form === 'without' ? deniedByWithout : deniedWords;
    isDenied.fill(true, index + 1, Math.min(ends, index + 1 + words));
  });
  return isDenied;
}
