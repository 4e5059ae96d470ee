// Today, once for the whole visit: a year is shown from it, and what is before it is held.

/** Where another day stands in its place, as an ISO date: browser tests set it before the page's scripts run. */
const SET = 'maillageToday';
let day: string | null = null;

/** ISO date of the reader's clock. */
export function today(): string {
  const set = (globalThis as { [SET]?: unknown })[SET];
  if (typeof set === 'string') return set;
  const now = new Date();
  day ??= [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return day;
}
