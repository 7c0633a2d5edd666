/** How likely a card is remembered, from how long ago it was seen against its stability (FSRS-6). */
import { computeDecayFactor, default_w } from 'ts-fsrs';

const { decay, factor } = computeDecayFactor(default_w);

/** 1 just after it was seen, 0.9 when as many days have passed as its stability. */
export function recallAfter(daysPerStability: number): number {
  return (1 + factor * daysPerStability) ** decay;
}
