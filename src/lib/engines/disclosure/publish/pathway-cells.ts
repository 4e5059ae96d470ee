// The protected cube as rows of the site's table `pathways_cube`.
import { LEVELS, type Level } from '../../../model/school.ts';
import { THEMES, type PathwayCell, type Theme, type ZoneKind } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { OUTSIDE, ROOT, type PublishedCube } from '../published-cube.ts';

const asLevel = (name: string): Level | 'ALL' => LEVELS.find((level) => level === name) ?? 'ALL';
const asTheme = (name: string): Theme | 'ALL' => THEMES.find((theme) => theme === name) ?? 'ALL';

function zoneKind(zone: string, communes: ReadonlySet<string>): ZoneKind {
  if (zone === ROOT) return 'epci';
  if (zone.endsWith(`:${OUTSIDE}`)) return 'hors_qpv';
  return communes.has(zone) ? 'commune' : 'qpv';
}

/** Rows of a recommended cube (dimensions year when several, zone, school, level, theme). */
export function pathwayCells(cube: PublishedCube, years: readonly SchoolYear[], epci: string): PathwayCell[] {
  const at = (name: string) => cube.dimensions.findIndex((dimension) => dimension.name === name);
  const [year, zone, school, level, theme] = ['year', 'zone', 'school', 'level', 'theme'].map(at) as [
    number,
    number,
    number,
    number,
    number
  ];
  const communes = new Set(Object.keys(cube.dimensions[zone]!.trees[0]![ROOT]!));
  return cube.cells.map(({ key, value, families, visits }): PathwayCell => {
    const inSchool = key[school] !== ROOT;
    const kind = inSchool ? 'school' : zoneKind(key[zone]!, communes);
    return {
      school_year: (year < 0 ? years[0] : key[year]) as SchoolYear,
      zone_kind: kind,
      zone: inSchool ? key[school]! : kind === 'epci' ? epci : key[zone]!,
      level: asLevel(key[level]!),
      theme: asTheme(key[theme]!),
      children: value ?? null,
      families: families ?? null,
      visits: visits ?? null,
      status: value === undefined ? 'suppressed' : 'published'
    };
  });
}
