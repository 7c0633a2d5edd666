/** What was typed may be a command with a typo. */
import { closest } from '../../core/typo.ts';
import type { Reference } from '../../reference.ts';
import { commandNames } from '../names.ts';

/** Names that people do not type. */
const hidden: readonly string[] = ['complete'];

export function tellNearCommand(query: string, io: Reference['io']): void {
  const names = commandNames.filter((name) => !hidden.includes(name));
  const [command] = closest(query, names, 1);
  if (command) io.err(`Or the command: mlsd ${command} (see mlsd --help)\n`);
}
