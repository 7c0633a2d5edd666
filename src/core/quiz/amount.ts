/** What a person types for an amount: 0.75, .75, 3/4, 75%, 1.2e6, 10^5, 3M, 2k, 1,200, 1.5 TB. */

const counts: Readonly<Record<string, number>> = {
  '%': 0.01,
  percent: 0.01,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};

const bytes: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  kb: 1e3,
  m: 1e6,
  mb: 1e6,
  g: 1e9,
  gb: 1e9,
  t: 1e12,
  tb: 1e12,
  p: 1e15,
  pb: 1e15,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
  kbit: 1e3 / 8,
  mbit: 1e6 / 8,
  gbit: 1e9 / 8,
  tbit: 1e12 / 8,
  mbps: 1e6 / 8,
  gbps: 1e9 / 8,
  tbps: 1e12 / 8,
};

const seconds: Readonly<Record<string, number>> = {
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  millisecond: 1e-3,
  s: 1,
  sec: 1,
  second: 1,
  m: 60,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
  w: 7 * 86_400,
  week: 7 * 86_400,
  month: 30 * 86_400,
  y: 365 * 86_400,
  year: 365 * 86_400,
};

/** What is counted, and the words for so many of it. */
const scales = { count: counts, dollars: counts, bytes, seconds } as const;

export type Dimension = keyof typeof scales;

/** What a number without a unit stands for. */
export interface Unit {
  readonly dimension: Dimension;
  /** As it is asked: "GB", "ms", "requests a second". */
  readonly name: string;
}

const plainCount: Unit = { dimension: 'count', name: '' };

/** How much one of the unit is, in bytes, seconds, dollars or things. */
export function sizeOf({ dimension, name }: Unit): number {
  return meaning(scales[dimension], withoutRate(name.toLowerCase())) ?? 1;
}

const number = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?`;
const powerPattern = new RegExp(
  `^(?:(${number})\\s*[x*·×]\\s*)?10\\s*(?:\\^|\\*\\*)\\s*([+-]?\\d+)`,
);
const numberPattern = new RegExp(`^(${number})(?:\\s*/\\s*(${number}))?`);

/** In bytes, seconds, dollars or things; undefined when it is no amount. */
export function parseAmount(typed: string, unit: Unit = plainCount): number | undefined {
  const text = tidy(typed);
  const power = powerPattern.exec(text);
  const match = power ?? numberPattern.exec(text);
  if (!match) return undefined;
  const value = power
    ? Number(power[1] ?? 1) * 10 ** Number(power[2])
    : Number(match[1]) / Number(match[2] ?? 1);
  const factor = factorOf(text.slice(match[0].length), unit);
  if (factor === undefined || !Number.isFinite(value)) return undefined;
  return value * factor;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** One way of writing minus signs, powers, separators of thousands and the decimal point. */
function tidy(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[−–]/g, '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (digits) => {
      const plain = [...digits].map((digit) => superscripts.indexOf(digit)).join('');
      return `^${plain}`;
    })
    .replace(/^[\s=≈~$€£]*(?:about\s+|around\s+)?[$€£]?\s*/, '')
    .replace(/(?<![\d.,])([1-9]\d{0,2})((?:[,'_ \u00a0\u202f]\d{3})+)(?!\d)/g, (_, head, rest) =>
      [head, rest.replace(/\D/g, '')].join(''),
    )
    .replace(/(\d),(\d+)/, '$1.$2')
    .trim();
}

/** The words behind the number: scales multiply, the unit that was asked for may stand there too. */
function factorOf(text: string, unit: Unit): number | undefined {
  const rest = withoutRate(without(text.trim(), unit.name.toLowerCase()));
  let factor = 1;
  let isUnitGiven = false;
  for (const word of rest.split(/\s+/).filter(Boolean)) {
    const inUnit = meaning(scales[unit.dimension], word);
    const scale = inUnit ?? meaning(counts, word);
    if (scale === undefined) return undefined;
    const isOfUnit = inUnit !== undefined && unit.dimension in measured;
    isUnitGiven ||= isOfUnit;
    factor *= scale;
  }
  return isUnitGiven ? factor : factor * sizeOf(unit);
}

/** Dimensions whose words are units in themselves: a number with one says all. */
const measured = { bytes: true, seconds: true };

function without(text: string, name: string): string {
  if (name === '') return text;
  const at = text.indexOf(name);
  const isWhole =
    at >= 0 && !/\p{L}/u.test(text.charAt(at - 1)) && at + name.length === text.length;
  return isWhole ? text.slice(0, at).trim() : text.replace(/\b(?:qps|rps)$/, '').trim();
}

function withoutRate(text: string): string {
  return text.replace(/\s*(?:\/|\bper\b|\ban?\b)\s*(?:s|sec|second|day|month|year)\s*$/, '').trim();
}

/** Of a word as it is, or in the plural. */
function meaning(words: Readonly<Record<string, number>>, word: string): number | undefined {
  const one = word.length > 3 ? word.replace(/s$/, '') : word;
  return [word, one].flatMap(
    (each) => (Object.hasOwn(words, each) ? words[each] : undefined) ?? [],
  )[0];
}
