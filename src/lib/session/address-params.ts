// Reading the query of a page's address: an old or mistyped link still opens, its unknown values ignored.
import type { SchoolYear } from '$lib/model/school-year.ts';

/** What an address is read against. */
export interface KnownPlaces {
  years: readonly SchoolYear[];
  /** Kind of a place code; null when the territory has no such place. */
  kindOf: (code: string) => 'commune' | 'qpv' | 'school' | null;
}

/** The query of the address bar now, rather than when the page was last navigated to. */
export const paramsNow = (): URLSearchParams => new URLSearchParams(location.search);

export const oneOf = <T extends string>(value: string | null, values: readonly T[]): T | null =>
  values.find((candidate) => candidate === value) ?? null;

/** The order of a table: `tri=rate`, or `tri=-rate` from high to low. */
export function readSort(params: URLSearchParams): { key: string; descending: boolean } | null {
  const match = /^(-?)([a-z_]{1,24})$/.exec(params.get('tri') ?? '');
  return match ? { key: match[2] as string, descending: match[1] === '-' } : null;
}

export function writeSort(params: URLSearchParams, sort: { key: string; descending: boolean } | null): void {
  if (sort) params.set('tri', `${sort.descending ? '-' : ''}${sort.key}`);
}

/** Characters of an unknown value that are shown again. */
const LONGEST = 20;

/** Years that a link asks for, under these names, and that the territory does not have. */
export function unknownYears(
  params: URLSearchParams,
  names: readonly string[],
  known: readonly SchoolYear[]
): string[] {
  const asked = names.map((name) => params.get(name)?.trim() ?? '');
  const missing = asked.filter((year) => year !== '' && !known.some((one) => one === year));
  return [...new Set(missing)].map((year) => year.slice(0, LONGEST));
}
