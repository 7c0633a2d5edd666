/** Numbers on the command line, checked while they are read. */
import { InvalidArgumentError } from 'commander';
import { isDay } from '../core/settings.ts';

function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

export const parseCount = wholeFrom(1, 1000);
export const parseMinutes = wholeFrom(1, 240);
/** New cards: none is a number too. */
export const parseNew = wholeFrom(0, 1000);

export function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError('Give a whole number.');
  return seed;
}

export function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Give a day as YYYY-MM-DD.');
  return text;
}
