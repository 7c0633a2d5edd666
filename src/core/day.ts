/** Days of the calendar where the person is. */

/** The first moment of the day that a time is in, or of one so many days later. */
export function startOfDay(time: number, daysLater = 0): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater).getTime();
}

/** The first moment of a day written YYYY-MM-DD. */
export function startOfNamedDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** How many days of the calendar lie between two times; 0 on the same day. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000);
}

/** The first moments of so many days from a day on, and the end of the last. */
export function dayBounds(first: number, days: number): number[] {
  return Array.from({ length: days + 1 }, (_, index) => startOfDay(first, index));
}

/** 2026-02-03 */
export function dayText(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
