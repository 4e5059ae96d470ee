// Packed form of the published counts of children: one list a zone and year instead of one row a cell.
import { THEMES, type PathwayCell, type Theme } from '../model/pathway.ts';
import { LEVELS, type Level } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { ABSENT, type Count } from './filter.ts';

const LEVEL_AXIS: readonly (Level | 'ALL')[] = ['ALL', ...LEVELS];
const THEME_AXIS: readonly (Theme | 'ALL')[] = ['ALL', ...THEMES];
const NOT_PUBLISHED = -1;

/**
 * year -> zone code -> counts, level by level and theme by theme (`ALL` first on both axes): a number where published,
 * null where suppressed, -1 where the cell is not part of the publication. Trailing -1 are cut.
 */
export type PathwayGrid = Partial<Record<SchoolYear, Record<string, (number | null)[]>>>;

function indexOf(level: Level | 'ALL', theme: Theme | 'ALL'): number {
  return LEVEL_AXIS.indexOf(level) * THEME_AXIS.length + THEME_AXIS.indexOf(theme);
}

export function packPathways(cells: readonly PathwayCell[]): PathwayGrid {
  const grid: PathwayGrid = {};
  for (const { school_year, zone, level, theme, children } of cells) {
    const zones = (grid[school_year] ??= {});
    const counts = (zones[zone] ??= []);
    const index = indexOf(level, theme);
    while (counts.length < index) counts.push(NOT_PUBLISHED);
    counts[index] = children;
  }
  return grid;
}

export function countIn(
  grid: PathwayGrid,
  year: SchoolYear,
  zone: string,
  level: Level | 'ALL',
  theme: Theme | 'ALL'
): Count {
  const value = grid[year]?.[zone]?.[indexOf(level, theme)];
  if (value === undefined || value === NOT_PUBLISHED) return ABSENT;
  return value === null ? { value: null, status: 'suppressed' } : { value, status: 'published' };
}

/** Number of published and suppressed cells of a year. */
export function protectionOf(grid: PathwayGrid, year: SchoolYear): { cells: number; hidden: number } {
  const counts = Object.values(grid[year] ?? {}).flat();
  const cells = counts.filter((value) => value !== NOT_PUBLISHED);
  return { cells: cells.length, hidden: cells.filter((value) => value === null).length };
}
