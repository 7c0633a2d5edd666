/**
 * A line of notes as words that can be compared: stems, numbers and durations in one form, so
 * that "500M", "500 million" and "5e8" are the same, and "200ms" is "0.2 s".
 */
import { searchKey } from '../search.ts';
import { stemOf } from '../words.ts';

export interface Token {
  /** What is compared: a stem, "#500000000", "#6%", "t:200" in milliseconds, or a sign. */
  readonly form: string;
  /** The number alone, when a unit is part of the form. */
  readonly bare?: string | undefined;
  /** The unit of a duration alone: "ms". */
  readonly unit?: string | undefined;
  /** A clause ends before it: what is denied there is not denied here. */
  readonly startsClause: boolean;
}

const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

const hourMs = 3_600_000;
const durations: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  h: hourMs,
  hr: hourMs,
  hour: hourMs,
  d: 24 * hourMs,
  day: 24 * hourMs,
  wk: 168 * hourMs,
  week: 168 * hourMs,
};

const numerals: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  twelve: '12',
  twenty: '20',
  thirty: '30',
  fifty: '50',
};

const numeral = new RegExp(`\\b(?:${Object.keys(numerals).join('|')})\\b`, 'g');

/** Ways to write the same thing, brought to one before words are told apart. */
const rewritings: readonly (readonly [RegExp, string])[] = [
  [/(\p{L})['\u2019](?=\p{L})/gu, '$1'],
  [/×/g, ' x '],
  [/≥|=>/g, ' >= '],
  [/≤|=</g, ' <= '],
  [/\b(\d[\d.]*)\s?(?:\*|x)\s?10\s?\^\s?(\d{1,2})\b/g, '$1e$2'],
  [/\b10\s?\^\s?(\d{1,2})\b/g, '1e$1'],
  [/\bhalf an? (million|billion)\b/g, '0.5 $1'],
  [/\bhalf an? (?:percent|%)/g, '0.5%'],
  [/\b(?:a|1) (thousand|million|billion)\b/g, '1 $1'],
  [/@/g, ' at '],
  [/\b(?:qps|rps|tps)\b|\/\s?s(?:ec(?:ond)?)?\b|\bper sec(?:ond)?\b/g, ' persec '],
  [/^a second$/, ' persec '],
  [/(?<=(?:\d[kmb]?|requests|refreshes|queries|calls|events)\s)a second\b/g, ' persec '],
  [/\ba\/b\b/g, ' ab '],
  [/\bclick[- ]through[- ]rates?\b/g, ' ctr '],
  [/\bcollaborative[- ]filtering\b/g, ' cf '],
  [/\bmatrix[- ]factori[sz]ation\b/g, ' mf '],
  [/\b(?:approx(?:imate)?\.? )?nearest[- ]neighbou?rs?\b/g, ' ann '],
  [/\b(?:daily active users|daily actives)\b/g, ' dau '],
  [/\bmonthly active users\b/g, ' mau '],
  [
    /\b(?:gradient[- ]boost(?:ing|ed)(?: (?:decision )?trees?)?|gbdts?|gbms?|xgb(?:oost)?|lightgbm|lgbm)\b/g,
    ' gbdt ',
  ],
  [
    /\b(?:log[- ]?loss|logistic loss|binary cross[- ]entropy|cross[- ]entropy|xent|bce)\b/g,
    ' crossentropy ',
  ],
  [/\b(?:re)?calib\b/g, ' calibrate '],
  [/\b(?:embs?|embds?)\b/g, ' embedding '],
  [/\bfeats?\b/g, ' feature '],
  [/\breqs\b/g, ' requests '],
  [/\b(?:w\/o|wo\/)/g, ' without '],
  [/\bw\/ ?/g, ' with '],
  [/\b(?:imgs?|pics?)\b/g, ' image '],
  [/\b(?:vids?)\b/g, ' video '],
  [/\bprobs?\b/g, ' probability '],
  [/\bpreds?\b/g, ' prediction '],
  [/\blikel(?:y|ihood)\b/g, ' likelihood '],
  [/\bconfig\b/g, ' configuration '],
  [/\b(?:langs?)\b/g, ' language '],
  [/\breg\b/g, ' regularization '],
  [/\b(?:exp|expt)\b/g, ' experiment '],
  [/\bcoldstart\b/g, ' cold start '],
  [/\b(?:will|should|shall|id|wed|ill)\b/g, ' would '],
  [/\bas of\b/g, ' asof '],
  [/\bper cent\b/g, ' percent '],
];

/** Words between others that change nothing: "age of the post" is "post age" but for the order. */
const filler = new Set(
  `a an the of to is are was be been being we i you our my their its it this that these those
  also just very really so too each any some such etc eg ie`.split(/\s+/),
);

/** Does a phrase hold words that change nothing between others, and would be lost? */
export function hasFiller(text: string): boolean {
  return text
    .toLowerCase()
    .split(/\s+/)
    .some((word) => filler.has(word));
}

const pattern =
  /(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:e\+?(?<power>\d{1,2}))?(?:\s?(?<magnitude>thousand|million|billion|trillion|mio|mn|mm|bn|[kmb])(?![\p{L}\p{N}]))?(?:[\s-]?(?<unit>%|percent|pct|milliseconds?|msec|ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|[shd])(?![\p{L}\p{N}]))?|(?<word>[\p{L}][\p{L}\p{N}]*)|(?<sign>>=|<=|[<>%=])|(?<stop>[.;:!?,()\u2013\u2014]|\s-\s|->|→)/gu;

/** The words of a line in order. Punctuation only marks where a clause begins. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let startsClause = true;
  for (const { groups = {} } of rewritten(text).matchAll(pattern)) {
    if (groups.stop !== undefined) {
      startsClause = true;
      continue;
    }
    const token = tokenFrom(groups, startsClause);
    if (!token) continue;
    tokens.push(token);
    startsClause = false;
  }
  return tokens;
}

function rewritten(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(numeral, (word) => numerals[word] ?? word);
  return rewritings.reduce((done, [from, to]) => done.replace(from, to), plain);
}

type Groups = Readonly<Record<string, string | undefined>>;

function tokenFrom(groups: Groups, startsClause: boolean): Token | undefined {
  const { number, word, sign } = groups;
  if (number !== undefined) return { ...numberFrom(number, groups), startsClause };
  if (word === undefined) return sign === undefined ? undefined : { form: sign, startsClause };
  if (filler.has(word)) return undefined;
  return { form: formOf(word), startsClause };
}

function numberFrom(
  digits: string,
  { power, magnitude, unit }: Groups,
): Omit<Token, 'startsClause'> {
  const scale = 10 ** Number(power ?? 0) * (magnitudes[magnitude ?? ''] ?? 1);
  const value = Number((Number(digits.replaceAll(',', '')) * scale).toPrecision(12));
  const bare = `#${value}`;
  if (unit === undefined) return { form: bare };
  if (/^(%|pe?r?ce?n?t)/.test(unit)) return { form: `${bare}%`, bare };
  const ms = durations[unit] ?? durations[unit.replace(/s$/, '')] ?? 1;
  return { form: `t:${Number((value * ms).toPrecision(12))}`, bare, unit: formOf(unit) };
}

const forms = new Map<string, string>();
const mostForms = 50_000;

function formOf(word: string): string {
  let form = forms.get(word);
  if (form === undefined) {
    form = stemOf(searchKey(word));
    if (forms.size < mostForms) forms.set(word, form);
  }
  return form;
}
