// Reading of query parameters: unknown values of an old or mistyped link are ignored.
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { WorkloadParameters } from '$lib/model/workload.ts';

/** Data that an address is checked against. */
export interface KnownPlaces {
  years: readonly SchoolYear[];
  /** Themes that are counted beside those of the list. */
  themes?: readonly string[] | undefined;
  /** Kind of a place's code; null when the territory has no such place. */
  kindOf: (code: string) => 'commune' | 'qpv' | 'school' | null;
}

/** Names of the workload's parameters, the same in the links of every page. */
export const WORKLOAD_WORDS: Readonly<Record<keyof WorkloadParameters, string>> = {
  childrenPer100: 'suivis',
  visitsPerMonth: 'visites',
  visitMinutes: 'visite',
  meetingMinutes: 'reunion',
  liaisonMinutes: 'liaison',
  months: 'mois',
  weeks: 'semaines'
};

/** Query of the address bar now, which may be newer than the last navigation. */
export const paramsNow = (): URLSearchParams => new URLSearchParams(location.search);

export const oneOf = <T extends string>(value: string | null, values: readonly T[]): T | null =>
  values.find((candidate) => candidate === value) ?? null;

/** Sort order of a table: `tri=rate`, or `tri=-rate` for descending. */
export function readSort(params: URLSearchParams): { key: string; descending: boolean } | null {
  const match = /^(-?)([a-z_]{1,24})$/.exec(params.get('tri') ?? '');
  return match ? { key: match[2] as string, descending: match[1] === '-' } : null;
}

export function writeSort(params: URLSearchParams, sort: { key: string; descending: boolean } | null): void {
  if (sort) params.set('tri', `${sort.descending ? '-' : ''}${sort.key}`);
}

/** Characters of an unknown value that are displayed. */
const LONGEST = 20;

/** Years given by these parameters that the territory does not have. */
export function unknownYears(
  params: URLSearchParams,
  names: readonly string[],
  known: readonly SchoolYear[]
): string[] {
  const requested = names.map((name) => params.get(name)?.trim() ?? '');
  const missing = requested.filter((year) => year !== '' && !known.some((one) => one === year));
  return [...new Set(missing)].map((year) => year.slice(0, LONGEST));
}
