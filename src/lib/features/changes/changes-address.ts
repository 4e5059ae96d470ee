// Address of the comparison: two years, measure of the map, communes or QPV, selected place.
import type { PlaceRef } from '$lib/model/place.ts';
import { isSchoolYear, type SchoolYear } from '$lib/model/school-year.ts';
import type { KnownPlaces } from '$lib/session/address-params.ts';

export const CHANGE_MEASURES = ['followed', 'waiting', 'children'] as const;
export type ChangeMeasure = (typeof CHANGE_MEASURES)[number];
const MEASURE_WORDS: Record<ChangeMeasure, string> = {
  followed: 'suivies',
  waiting: 'attente',
  children: 'enfants'
};

export interface ChangeAddress {
  from: SchoolYear;
  to: SchoolYear;
  measure: ChangeMeasure;
  kind: 'commune' | 'qpv';
  place: PlaceRef | null;
}

/** Default: the last year and the one before. */
export function startChange(years: readonly SchoolYear[]): ChangeAddress {
  const to = years.at(-1)!;
  return { from: years.at(-2) ?? to, to, measure: 'followed', kind: 'commune', place: null };
}

export function readChangeAddress(params: URLSearchParams, { years, kindOf }: KnownPlaces): ChangeAddress {
  const start = startChange(years);
  const year = (word: string) => {
    const text = params.get(word) ?? '';
    return isSchoolYear(text) && years.includes(text) ? text : null;
  };
  const code = params.get('lieu') ?? '';
  const kind = kindOf(code);
  const [a, b] = [year('de') ?? start.from, year('a') ?? start.to];
  return {
    // The earlier year comes first, whatever the order in the address.
    from: a < b ? a : b,
    to: a < b ? b : a,
    measure: CHANGE_MEASURES.find((one) => MEASURE_WORDS[one] === params.get('indicateur')) ?? 'followed',
    kind: params.get('vue') === 'quartiers' ? 'qpv' : 'commune',
    place: kind === 'commune' || kind === 'qpv' ? { kind, code } : null
  };
}

export function writeChangeAddress(address: ChangeAddress, years: readonly SchoolYear[]): URLSearchParams {
  const { from, to, measure, kind, place } = address;
  const start = startChange(years);
  const params = new URLSearchParams();
  if (from !== start.from) params.set('de', from);
  if (to !== start.to) params.set('a', to);
  if (measure !== 'followed') params.set('indicateur', MEASURE_WORDS[measure]);
  if (kind === 'qpv') params.set('vue', 'quartiers');
  if (place) params.set('lieu', place.code);
  return params;
}
