/** The words that are commands. The root program is tested against this list. */
export const commandNames = [
  'lookup',
  'metric',
  'model',
  'topic',
  'domain',
  'step',
  'case',
  'compare',
  'compute',
  'sheet',
  'quiz',
  'estimate',
  'interview',
  'review',
  'grade',
  'stats',
  'plan',
  'new',
  'check',
  'history',
  'export',
  'config',
  'completion',
  'complete',
  'doctor',
  'help',
] as const;

export function isCommandName(word: string): boolean {
  return (commandNames as readonly string[]).includes(word);
}
