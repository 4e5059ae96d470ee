// Years that a link asks for and the territory does not have: an old link still opens, and its page says what it shows instead.
import type { SchoolYear } from '$lib/model/school-year.ts';

/** Characters of an address that are said again. */
const LONGEST = 20;

export function unknownYears(
  params: URLSearchParams,
  names: readonly string[],
  known: readonly SchoolYear[]
): string[] {
  const asked = names.map((name) => params.get(name)?.trim() ?? '');
  const missing = asked.filter((year) => year !== '' && !known.some((one) => one === year));
  return [...new Set(missing)].map((year) => year.slice(0, LONGEST));
}
