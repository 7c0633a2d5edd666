/** Days as a person counts them: from midnight to midnight where they are. */

const minuteMs = 60_000;

/** The midnight that a moment's day began with. */
export function dayStart(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The midnight so many days later; days on which the clock is changed are no exception. */
export function addDays(day: number, count: number): number {
  const date = new Date(day);
  return date.setDate(date.getDate() + count);
}

/** The midnights from the first day on, one more than days, so that each day has an end. */
export function dayBounds(first: number, days: number): number[] {
  return Array.from({ length: days + 1 }, (_, index) => addDays(first, index));
}

/** 2026-02-03, by the local calendar. */
export function dayText(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The midnight of a day written YYYY-MM-DD. */
export function dayNamed(text: string): number {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, day).getTime();
}

/** Whole days from one midnight to another. */
export function daysBetween(from: number, to: number): number {
  const offset = (at: number) => new Date(at).getTimezoneOffset() * minuteMs;
  return Math.round((to - offset(to) - (from - offset(from))) / 86_400_000);
}
