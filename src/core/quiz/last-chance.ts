/** The day of the interview bounds when a card comes back: once more before it, not all on the eve. */
import { daysBetween, startOfDay } from '../day.ts';
import { seedFrom } from '../random.ts';

/** The last repetitions are spread over so many days. */
const spreadDays = 7;

/**
 * The day by which a card answered now should come back; undefined when nothing bounds it. A card
 * has its own place in the days before the interview, decided by its name. What is answered
 * within those days has come back, unless it is new: then it comes once more.
 */
export function lastChance(
  card: string,
  { now, interviewAt, isNew }: { now: number; interviewAt: number | undefined; isNew: boolean },
): number | undefined {
  if (interviewAt === undefined) return undefined;
  const daysLeft = daysBetween(now, interviewAt);
  // Of these, the first is tomorrow and the last the eve.
  const free = Math.min(spreadDays, daysLeft - 1);
  if (free < 1 || (daysLeft <= spreadDays && !isNew)) return undefined;
  return startOfDay(interviewAt, -1 - (seedFrom(card) % free));
}
