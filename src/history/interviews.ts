/** The log of mock interviews. */
import type { Clock } from '../core/time.ts';
import type { Database } from './database.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled in with the interview
export interface InterviewLog {}

export function createInterviewLog(_database: Database, _clock: Clock): InterviewLog {
  return {};
}
