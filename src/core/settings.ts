/** What a person may set once and for all: its name, its values, its default. Pure. */

export const levels = ['mid', 'senior', 'staff'] as const;
export type Level = (typeof levels)[number];

export interface Settings {
  /** A day as YYYY-MM-DD; undefined: no interview is planned. */
  readonly interviewDate: string | undefined;
  readonly level: Level;
  readonly minutesPerDay: number;
  /** New cards a day. */
  readonly newPerDay: number;
  /** The share of answers wanted right when a card comes back, 0 to 1. */
  readonly retention: number;
  /** Hides the countdown of an interview until little time is left. */
  readonly isCalm: boolean;
  readonly hasReducedMotion: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly background: 'auto' | 'dark' | 'light';
  readonly glyphs: 'auto' | 'unicode' | 'ascii';
  readonly isPlain: boolean;
  readonly hasPager: boolean;
}

export type SettingKey = keyof Settings;

export interface Setting<T> {
  /** As it is typed: "interview-date". */
  readonly name: string;
  readonly says: string;
  /** Which values it takes, in words. */
  readonly takes: string;
  readonly initial: T;
  /** undefined: it is none of the values. */
  parse(text: string): T | undefined;
}

const switchedOn = ['true', 'on', 'yes', '1'];
const switchedOff = ['false', 'off', 'no', '0'];

function toggle(name: string, says: string, initial: boolean): Setting<boolean> {
  return {
    name,
    says,
    takes: 'true or false',
    initial,
    parse(text) {
      if (switchedOn.includes(text.toLowerCase())) return true;
      return switchedOff.includes(text.toLowerCase()) ? false : undefined;
    },
  };
}

function oneOf<T extends string>(
  name: string,
  says: string,
  values: readonly T[],
  initial: T,
): Setting<T> {
  return {
    name,
    says,
    takes: `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`,
    initial,
    parse: (text) => values.find((value) => value === text.toLowerCase()),
  };
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

function numberIn(
  name: string,
  says: string,
  { min, max, isWhole }: NumberRange,
  initial: number,
): Setting<number> {
  return {
    name,
    says,
    takes: `a ${isWhole ? 'whole ' : ''}number from ${min} to ${max}`,
    initial,
    parse(text) {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      const isInside = value >= min && value <= max && (!isWhole || Number.isInteger(value));
      return isInside ? value : undefined;
    },
  };
}

const interviewDate: Setting<string | undefined> = {
  name: 'interview-date',
  says: 'The day of your interview; every card comes back before it.',
  takes: 'a day as YYYY-MM-DD',
  initial: undefined,
  parse: (text) => (isDay(text) ? text : undefined),
};

/** Is it a day of the calendar, written YYYY-MM-DD? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Is a day over everywhere on earth at `now`, milliseconds since the epoch? */
export function isOver(day: string, now: number): boolean {
  return day < new Date(now - 12 * 3_600_000).toISOString().slice(0, 10);
}

const wholes = (min: number, max: number): NumberRange => ({ min, max, isWhole: true });

export const settingTable = {
  interviewDate,
  level: oneOf('level', 'The level you are interviewed for.', levels, 'senior'),
  minutesPerDay: numberIn('minutes-per-day', 'How long you practice on a day.', wholes(1, 240), 15),
  newPerDay: numberIn('new-per-day', 'New cards on a day, at most.', wholes(0, 500), 10),
  retention: numberIn(
    'retention',
    'The share of answers that should be right when a card comes back.',
    { min: 0.7, max: 0.97, isWhole: false },
    0.9,
  ),
  isCalm: toggle('calm', 'Hide the countdown of an interview until little time is left.', false),
  hasReducedMotion: toggle('reduced-motion', 'No spinners and no moving clock.', false),
  color: oneOf('color', 'When to use color.', ['auto', 'always', 'never'], 'auto'),
  background: oneOf(
    'background',
    'The background of your terminal, for colors that can be read on it.',
    ['auto', 'dark', 'light'],
    'auto',
  ),
  glyphs: oneOf('glyphs', 'Which characters to draw with.', ['auto', 'unicode', 'ascii'], 'auto'),
  isPlain: toggle('plain', 'Append-only lines, as --plain.', false),
  hasPager: toggle('pager', 'Show long output in a pager.', true),
} as const satisfies { readonly [K in SettingKey]: Setting<Settings[K]> };

export const settingKeys = Object.keys(settingTable) as readonly SettingKey[];

/** The key of a setting's name, as it is typed. */
export function settingNamed(name: string): SettingKey | undefined {
  return settingKeys.find((key) => settingTable[key].name === name);
}

/** MLSD_INTERVIEW_DATE for "interview-date". */
export function variableOf(key: SettingKey): string {
  return `MLSD_${settingTable[key].name.toUpperCase().replaceAll('-', '_')}`;
}

export type SettingSource = 'default' | 'file' | 'environment';

export interface ReadSettings {
  readonly settings: Settings;
  readonly sources: Readonly<Record<SettingKey, SettingSource>>;
  /** What was wrong; such a value is passed over. */
  readonly problems: readonly SettingProblem[];
}

export interface SettingProblem {
  readonly where: 'file' | 'environment';
  readonly message: string;
  readonly fix: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The environment wins over the file, the file over the defaults. `text` is the file, JSON. */
export function readSettings(text: string | undefined, env: Env): ReadSettings {
  const problems: SettingProblem[] = [];
  const file = valuesOf(text, problems);
  const settings: Record<string, unknown> = {};
  const sources: Record<string, SettingSource> = {};
  for (const key of settingKeys) {
    const fromFile = readValue(key, file.get(settingTable[key].name), 'file', problems);
    const fromEnv = readValue(key, env[variableOf(key)] || undefined, 'environment', problems);
    settings[key] = fromEnv ?? fromFile ?? settingTable[key].initial;
    if (fromEnv !== undefined) sources[key] = 'environment';
    else sources[key] = fromFile === undefined ? 'default' : 'file';
  }
  return {
    settings: settings as unknown as Settings,
    sources: sources as Record<SettingKey, SettingSource>,
    problems,
  };
}

function readValue(
  key: SettingKey,
  text: string | undefined,
  where: SettingProblem['where'],
  problems: SettingProblem[],
): unknown {
  if (text === undefined) return undefined;
  const setting: Setting<unknown> = settingTable[key];
  const value = setting.parse(text);
  if (value !== undefined) return value;
  const name = where === 'file' ? setting.name : variableOf(key);
  problems.push({ where, message: `${name} is "${text}"`, fix: `It takes ${setting.takes}.` });
  return undefined;
}

/** The values of the file by name, each as it would be typed. */
function valuesOf(text: string | undefined, problems: SettingProblem[]): Map<string, string> {
  const values = new Map<string, string>();
  const parsed = text === undefined ? {} : parseObject(text);
  if (!parsed) {
    const fix = 'Mend or delete the file; it is one JSON object, as {"level": "senior"}.';
    problems.push({ where: 'file', message: 'it is not a JSON object', fix });
    return values;
  }
  for (const [name, value] of Object.entries(parsed)) {
    if (settingNamed(name)) values.set(name, String(value));
    else {
      const fix = 'Take it out; mlsd config lists the settings there are.';
      problems.push({ where: 'file', message: `there is no setting "${name}"`, fix });
    }
  }
  return values;
}

function parseObject(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? parsed : undefined;
  } catch {
    return undefined;
  }
}
