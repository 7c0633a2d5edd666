/** Times as a person says them. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "in 10 minutes", "tomorrow", "in 3 weeks": when something comes back. */
export function whenBack(due: number, now: number): string {
  const ahead = due - now;
  if (ahead < minuteMs) return 'in a minute';
  if (ahead < hourMs) return inSome(ahead / minuteMs, 'minute');
  if (ahead < 20 * hourMs) return inSome(ahead / hourMs, 'hour');
  const days = Math.round(ahead / dayMs);
  if (days <= 1) return 'tomorrow';
  if (days < 14) return inSome(days, 'day');
  return days < 60 ? inSome(days / 7, 'week') : inSome(days / 30.44, 'month');
}

function inSome(amount: number, unit: string): string {
  const whole = Math.round(amount);
  return whole === 1 ? `in ${unit === 'hour' ? 'an' : 'a'} ${unit}` : `in ${whole} ${unit}s`;
}
