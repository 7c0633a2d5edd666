/** A typical mistake with the number that it gives. */
import type { Slip } from './question.ts';

export function slip(value: number, says: string): Slip {
  return { value, says };
}
