/** The first start: a greeting, three questions that may all be skipped, and the first quiz. */
import { existsSync } from 'node:fs';
import type { Context } from '../../context.ts';
import { isDay, isOver, type Level, levels } from '../../core/settings.ts';
import type { Prompts } from '../../terminal/prompts/prompts.ts';
import { greeting } from '../../view/home.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { storeSetting } from '../config/store.ts';

/** Nothing was ever set and nothing practiced. */
export function isFirstRun({ settings }: Context, hasPracticed: boolean): boolean {
  return !hasPracticed && !existsSync(settings.file);
}

/** Does the person want the first quiz now? What they say is kept as settings. */
export async function welcome(context: Context): Promise<boolean> {
  const { io, clock, settings } = context;
  io.out(`${renderTerminal(greeting, io)}\n`);
  const prompts = await context.prompts();
  const day = await askDay(prompts, clock.now());
  const level = await askLevel(prompts);
  const minutes = await askMinutes(prompts);
  storeSetting(settings.file, 'interviewDate', day);
  storeSetting(settings.file, 'level', level);
  storeSetting(settings.file, 'minutesPerDay', minutes);
  io.out('\n');
  return await prompts.press({
    message: 'Five questions to start with? They take about three minutes.',
    keys: [
      { key: 'enter', name: 'start', value: true },
      { key: 'n', name: 'not now', value: false },
    ],
  });
}

async function askDay(prompts: Prompts, now: number): Promise<string | undefined> {
  const message = 'When is your interview?';
  let help = 'A day as YYYY-MM-DD; Enter alone skips it.';
  for (;;) {
    const typed = (await prompts.text({ message, help })).trim();
    if (typed === '') return undefined;
    if (isDay(typed) && !isOver(typed, now)) return typed;
    help = isDay(typed)
      ? `${typed} is over. A day that is ahead, or Enter alone.`
      : 'Write it as in 2027-01-15, or press Enter alone to skip it.';
  }
}

const levelNames = {
  mid: 'Mid: known components, put together correctly',
  senior: 'Senior: drive it end to end, justify, quantify',
  staff: 'Staff: name the core difficulty, weigh cost and ownership',
} as const satisfies Record<Level, string>;

function askLevel(prompts: Prompts): Promise<Level | undefined> {
  return prompts.choose<Level | undefined>({
    message: 'For which level?',
    choices: [
      ...levels.map((value) => ({ value, name: levelNames[value] })),
      { value: undefined, name: 'Skip: senior is taken' },
    ],
    initial: 'senior',
  });
}

const minutesOffered = [10, 15, 20, 30] as const;

function askMinutes(prompts: Prompts): Promise<number | undefined> {
  return prompts.choose<number | undefined>({
    message: 'How many minutes a day?',
    choices: [
      ...minutesOffered.map((value) => ({ value, name: `${value} minutes` })),
      { value: undefined, name: 'Skip: 15 is taken' },
    ],
    initial: 15,
  });
}
