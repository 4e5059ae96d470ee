// The four fields that both sides filter and group by, and their codes in the table.
import { THEMES } from '../../../src/lib/model/pathway.ts';
import { LEVELS } from '../../../src/lib/model/school.ts';
import type { SchoolYear } from '../../../src/lib/model/school-year.ts';
import { SIZES } from '../page/pathways.ts';

export const ROWS = 1_000_000;
export const WIDTH = 480;
export const HEIGHTS = { year: 160, level: 120, theme: 160, departement: 95 * 18 } as const;
export type Axis = keyof typeof HEIGHTS;
export const AXES = Object.keys(HEIGHTS) as Axis[];

export const YEARS: readonly SchoolYear[] = Array.from(
  { length: SIZES.year },
  (_, at): SchoolYear => `${2021 + at}-${2022 + at}`
);
export const zoneOf = (departement: number): string => `D${departement}`;

/** What each code of an axis is called. */
export const NAMES: Record<Axis, readonly string[]> = {
  year: YEARS,
  level: LEVELS,
  theme: THEMES,
  departement: Array.from({ length: SIZES.departement }, (_, at) => zoneOf(at))
};

/** One side of the comparison, with its menus and its views in the page. */
export interface Side {
  root: HTMLElement;
  /** The menu of an axis; where an axis may be left free, its first choice does so. */
  menu(axis: Axis): HTMLSelectElement;
  /** Figures that a view shows, in the order of the codes. */
  figures(axis: Axis): number[];
}
