// The published cells that a build would make of the table: every roll-up of level, theme and département, year by year.
import { THEMES, type PathwayCell } from '../../../src/lib/model/pathway.ts';
import { LEVELS } from '../../../src/lib/model/school.ts';
import { SIZES, type Pathways } from '../page/pathways.ts';
import { YEARS, zoneOf } from './axes.ts';

export const COUNTRY = 'FR';

/** Index 0 of an axis stands for all of it. */
const shape = [SIZES.year, SIZES.departement + 1, SIZES.level + 1, SIZES.theme + 1] as const;
const at = (year: number, zone: number, level: number, theme: number) =>
  ((year * shape[1] + zone) * shape[2] + level) * shape[3] + theme;

export function cellsOf({ year, departement, level, theme }: Pathways): PathwayCell[] {
  const counts = new Uint32Array(shape.reduce((size, length) => size * length, 1));
  for (let row = 0; row < year.length; row++) {
    for (const zone of [0, departement[row]! + 1])
      for (const atLevel of [0, level[row]! + 1])
        for (const atTheme of [0, theme[row]! + 1]) counts[at(year[row]!, zone, atLevel, atTheme)]! += 1;
  }
  const cells: PathwayCell[] = [];
  for (let y = 0; y < shape[0]; y++)
    for (let zone = 0; zone < shape[1]; zone++)
      for (let l = 0; l < shape[2]; l++)
        for (let t = 0; t < shape[3]; t++)
          cells.push({
            school_year: YEARS[y]!,
            zone_kind: zone === 0 ? 'epci' : 'commune',
            zone: zone === 0 ? COUNTRY : zoneOf(zone - 1),
            level: LEVELS[l - 1] ?? 'ALL',
            theme: THEMES[t - 1] ?? 'ALL',
            children: counts[at(y, zone, l, t)]!,
            families: null,
            visits: null,
            status: 'published'
          });
  return cells;
}
