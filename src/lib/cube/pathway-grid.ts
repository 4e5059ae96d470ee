// Packed form of the published counts of children: one list a zone and year instead of one row a cell.
import { OTHER_THEME, THEMES, type ChildTheme, type PathwayCell } from '../model/pathway.ts';
import { LEVELS, type Level } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { ABSENT, type Count } from './filter.ts';

const LEVEL_AXIS: readonly (Level | 'ALL')[] = ['ALL', ...LEVELS];
const THEME_AXIS: readonly ChildTheme[] = ['ALL', ...THEMES];
const NOT_PUBLISHED = -1;

/**
 * year -> zone code -> counts, level by level and theme by theme (`ALL` first on both axes): a number where published,
 * null where suppressed, -1 where the cell is not part of the publication. Trailing -1 are cut. Themes of the service come after the others,
 * each with its levels.
 */
export type PathwayGrid = Partial<Record<SchoolYear, Record<string, (number | null)[]>>>;

/** Place of a level and a theme in a list; -1 for a theme that nobody counts. */
function indexOf(level: Level | 'ALL', theme: ChildTheme, own: readonly string[]): number {
  const [row, column] = [LEVEL_AXIS.indexOf(level), THEME_AXIS.indexOf(theme)];
  if (column >= 0) return row * THEME_AXIS.length + column;
  const after = own.indexOf(theme);
  return after < 0 ? -1 : (THEME_AXIS.length + after) * LEVEL_AXIS.length + row;
}

/** Themes that are counted and are not of the list: those of the service in the order of their names, then what is not told. */
export function ownThemesOf(cells: readonly Pick<PathwayCell, 'theme'>[]): string[] {
  const own = new Set(cells.map(({ theme }) => theme).filter((theme) => !THEME_AXIS.includes(theme)));
  const rank = (theme: string) => (theme === OTHER_THEME ? 1 : 0);
  return [...own].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** @param own `ownThemesOf` the cells */
export function packPathways(
  cells: readonly PathwayCell[],
  own: readonly string[] = ownThemesOf(cells)
): PathwayGrid {
  const grid: PathwayGrid = {};
  for (const { school_year, zone, level, theme, children } of cells) {
    const zones = (grid[school_year] ??= {});
    const counts = (zones[zone] ??= []);
    const index = indexOf(level, theme, own);
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
  theme: ChildTheme,
  own: readonly string[] = []
): Count {
  const value = grid[year]?.[zone]?.[indexOf(level, theme, own)];
  if (value === undefined || value === NOT_PUBLISHED) return ABSENT;
  return value === null ? { value: null, status: 'suppressed' } : { value, status: 'published' };
}

/** Number of published and suppressed cells of a year. */
export function protectionOf(grid: PathwayGrid, year: SchoolYear): { cells: number; hidden: number } {
  const counts = Object.values(grid[year] ?? {}).flat();
  const cells = counts.filter((value) => value !== NOT_PUBLISHED);
  return { cells: cells.length, hidden: cells.filter((value) => value === null).length };
}
