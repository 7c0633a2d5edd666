/** A back-of-the-envelope drill: a situation with humane figures, a question, a derivation. */
import type { Random } from '../../random.ts';
import type { Unit } from '../amount.ts';
import type { Slip } from '../question.ts';
import type { Measure, Operand } from './derive.ts';

export interface EstimateDrill {
  /** Names the skill in the card's id; never changes. */
  readonly id: string;
  readonly name: string;
  /** What it estimates from what, in one line. */
  readonly asks: string;
  /** The entry whose card it is. */
  readonly entry: `topic/${string}`;
  /** Least and most that an answer may be; figures that lead elsewhere are drawn again. */
  readonly answers: readonly [least: number, most: number];
  draw(random: Random): Estimate;
}

export interface Estimate {
  readonly situation: string;
  /** Ends with the unit that is expected. */
  readonly question: string;
  readonly unit: Unit;
  readonly measure: Measure;
  readonly result: Operand;
  readonly lines: readonly string[];
  readonly slips: readonly Slip[];
  /** One line on what to say with the number. */
  readonly aloud: string;
}
