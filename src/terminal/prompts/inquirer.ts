import type { Clock } from '../../core/time.ts';
import type { Io } from '../io.ts';
import type { Prompts } from './prompts.ts';

export function createPrompts(_io: Io, _clock: Clock): Prompts {
  throw new Error('no prompts yet');
}
