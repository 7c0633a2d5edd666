/** Is there a history? To look is not to start one. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { historyFile } from '../history/history.ts';

export async function hasHistory(context: Context): Promise<boolean> {
  return existsSync(join(await context.dataDirectory(), historyFile));
}
