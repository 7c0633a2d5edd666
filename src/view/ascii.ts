/**
 * Text for terminals that show ASCII only. Formulas stay readable: a sum is "sum", a square root
 * "sqrt", an index "_i", a power "^2".
 */

const signs: Readonly<Record<string, string>> = {
  '·': '*',
  '×': 'x',
  '⊙': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '±': '+-',
  '≈': '~',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '∝': '~',
  '→': '->',
  '←': '<-',
  Σ: 'sum',
  Π: 'prod',
  '√': 'sqrt',
  '∫': 'int',
  '∂': 'd',
  '∇': 'grad',
  '∞': 'inf',
  '∈': 'in',
  '∩': 'and',
  '∪': 'or',
  '⋃': 'union',
  '⊆': 'in',
  '∖': '\\',
  '‖': '||',
  '⟨': '<',
  '⟩': '>',
  '⌈': 'ceil(',
  '⌉': ')',
  '′': "'",
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '½': '1/2',
  '¼': '1/4',
  '•': '-',
  '›': '>',
  '…': '...',
  '─': '-',
  '│': '|',
  '█': '#',
  '░': '.',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  '€': 'EUR',
  '£': 'GBP',
  '\u00a0': ' ',
  '\u202f': ' ',
};

const greek = [
  ...'αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi'.split(
    ' ',
  ),
  ...'πpi ρrho σsigma ςsigma τtau υupsilon φphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda'.split(
    ' ',
  ),
  ...'ΞXi ΦPhi ΨPsi ΩOmega'.split(' '),
];
const names = new Map([
  ...Object.entries(signs),
  ...greek.map((each): [string, string] => [each.slice(0, 1), each.slice(1)]),
]);

const raised = /[\u00b9\u00b2\u00b3\u2070-\u207f\u1d2c-\u1d61\u02b0-\u02b8]+/gu;
const lowered = /[\u2080-\u209c\u1d62-\u1d6a\u2c7c]+/gu;
/** Marks over a letter that mean something in a formula. */
const overLetter: Readonly<Record<string, string>> = {
  '\u0302': '^',
  '\u0304': '_bar',
  '\u0303': '~',
};

export function ascii(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  return shortened(text)
    .replace(raised, (run) => `^${simple(run)}`)
    .replace(lowered, (run) => (/^[₀-₉]+$/.test(run) ? simple(run) : `_${simple(run)}`))
    .replace(/\P{ASCII}/gu, (sign) => names.get(sign) ?? plain(sign));
}

/** A line that was cut keeps its width. */
function shortened(text: string): string {
  return text.replace(/..…(?=\n|$)/gu, '...');
}

/** "ᵢ₊₁" → "i+1". */
function simple(run: string): string {
  return run.normalize('NFKD').replace(/\P{ASCII}/gu, (sign) => names.get(sign) ?? plain(sign));
}

/** Letters lose what stands over them; what has no likeness becomes a question mark. */
function plain(sign: string): string {
  const over = overLetter[sign];
  if (over !== undefined) return over;
  const parts = [...sign.normalize('NFKD')].map(
    (part) => overMeant(sign, part) ?? (/\p{M}/u.test(part) ? '' : (names.get(part) ?? part)),
  );
  return parts.join('').replace(/\P{ASCII}/gu, '?');
}

/** ŷ is a prediction and ȳ a mean; é is only an e. */
function overMeant(sign: string, part: string): string | undefined {
  return 'ŷŶȳȲ'.includes(sign) ? overLetter[part] : undefined;
}
