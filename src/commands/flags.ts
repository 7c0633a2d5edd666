/** Numbers on the command line, checked while they are read. */
import { InvalidArgumentError } from 'commander';

const mostQuestions = 1000;

export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > mostQuestions) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${mostQuestions}.`);
  }
  return count;
}

export function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new InvalidArgumentError('Give a whole number.');
  return seed;
}
