/** Statements about an entry that a field proves or contradicts, to be told apart. */
import type { Random } from '../random.ts';
import { givesAway } from './mask.ts';
import type { MultipleQuestion, Subject } from './question.ts';

/** One thing that a field decides, said truly and said falsely. */
export interface Claim {
  /** Only one claim of an aspect is shown: the other would give it away. */
  readonly aspect: string;
  readonly truth: string;
  /** Undefined when only the truth can be said. */
  readonly falsehood: string | undefined;
  /** What the field says. */
  readonly why: string;
}

const fewestOptions = 4;
const mostOptions = 5;

interface Base {
  readonly card: string;
  readonly about: Subject;
  readonly explanation: string;
}

/** Some true, some false, at least one of each; undefined when too little is decided by fields. */
export function claimsQuestion(
  base: Base,
  claims: readonly Claim[],
  random: Random,
): MultipleQuestion | undefined {
  const { name } = base.about;
  const isFair = ({ truth, falsehood = '' }: Claim) => !givesAway(`${truth} ${falsehood}`, name);
  const chosen = onePerAspect(random.shuffle(claims.filter(isFair))).slice(0, mostOptions);
  if (chosen.length < fewestOptions) return undefined;
  // What can only be said truly comes first, so that any number may be false behind it.
  const sayable = [...chosen].sort((a, b) => Number(isDeniable(a)) - Number(isDeniable(b)));
  const deniable = sayable.filter(isDeniable).length;
  if (deniable === 0) return undefined;
  const falseOnes = 1 + random.below(Math.min(deniable, sayable.length - 1));
  const options = sayable.map(({ truth, falsehood, why }, index) => {
    const isFalse = index >= sayable.length - falseOnes;
    return { text: (isFalse ? falsehood : undefined) ?? truth, isCorrect: !isFalse, why };
  });
  return {
    ...base,
    kind: 'multiple',
    id: `${base.card}:multiple`,
    prompt: `Which of these are true of ${name}? Mark all that apply.`,
    options: random.shuffle(options),
  };
}

function isDeniable({ falsehood }: Claim): boolean {
  return falsehood !== undefined;
}

function onePerAspect(claims: readonly Claim[]): Claim[] {
  const byAspect = new Map<string, Claim>();
  for (const claim of claims) if (!byAspect.has(claim.aspect)) byAspect.set(claim.aspect, claim);
  return [...byAspect.values()];
}

/** "It ignores the order." from "it ignores the order". */
export function statement(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
