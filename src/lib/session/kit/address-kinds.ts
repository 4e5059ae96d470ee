// Kinds of values in the links of pages: codes, words, numbers, years, places, orders of tables.
import type { PlaceRef } from '$lib/model/place.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { Kind } from './address-codec.ts';

/** Data that an address is checked against. */
export interface KnownPlaces {
  /** Oldest first. */
  years: readonly SchoolYear[];
  /** Themes that are counted beside those of the list. */
  themes?: readonly string[] | undefined;
  /** Kind of a place's code; null when the territory has no such place. */
  kindOf: (code: string) => 'commune' | 'qpv' | 'group' | 'school' | null;
}

/** Codes written as they are: those of a list, or of the data. */
export const oneOf = <T extends string, D = unknown>(
  values: readonly T[] | ((data: D) => readonly T[])
): Kind<T, D> => ({
  parse: (text, data) =>
    (typeof values === 'function' ? values(data) : values).find((value) => value === text) ?? null,
  format: String
});

/** Codes of a list of the data: `among('communes')`. */
export const among = <const Key extends string, T extends string = string>(
  key: Key
): Kind<T, Readonly<Record<Key, readonly T[]>>> => oneOf((data) => data[key]);

/** A school year of the data. */
export const knownYear = among<'years', SchoolYear>('years');

/** Values with a word each. */
export const words = <T extends string>(names: Readonly<Record<T, string>>): Kind<T> => ({
  parse: (text) => (Object.keys(names) as T[]).find((value) => names[value] === text) ?? null,
  format: (value) => names[value]
});

/** A number written with a point or a comma; NaN where there is none. */
export const numberIn = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));

/**
 * Numbers within bounds, bounds included.
 *
 * @param fit what becomes of one: rounded, as a share, or null where it is refused
 */
export const numberWithin = (
  { min, max }: { min: number; max: number },
  fit: (value: number) => number | null = (value) => value
): Kind<number> => ({
  parse(text) {
    const value = numberIn(text);
    return value >= min && value <= max ? fit(value) : null;
  },
  format: String
});

/** A commune, a QPV or a group of schools of the data. */
export const zone: Kind<PlaceRef, Pick<KnownPlaces, 'kindOf'>> = {
  parse(code, { kindOf }) {
    const kind = kindOf(code);
    return kind === null || kind === 'school' ? null : { kind, code };
  },
  format: ({ code }) => code
};

/** Order of a table: `rate`, or `-rate` for descending. */
export const tableOrder: Kind<{ key: string; descending: boolean }> = {
  parse(text) {
    const match = /^(-?)([a-z_]{1,24})$/.exec(text);
    return match ? { key: match[2]!, descending: match[1] === '-' } : null;
  },
  format: ({ key, descending }) => `${descending ? '-' : ''}${key}`
};

/** Characters of an unknown value that are displayed. */
const LONGEST = 20;

/** Years given by these parameters that the territory does not have. */
export function unknownYears(
  params: URLSearchParams,
  names: readonly string[],
  known: readonly SchoolYear[]
): string[] {
  const given = names.map((name) => params.get(name)?.trim() ?? '');
  const missing = given.filter((year) => year !== '' && !known.some((one) => one === year));
  return [...new Set(missing)].map((year) => year.slice(0, LONGEST));
}
