// The protected cube as rows of the site's table `pathways_cube`.
import { LEVELS, type Level } from '../../../model/school.ts';
import { UNKNOWN, UNKNOWN_COMMUNE, type PathwayCell, type ZoneKind } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { OUTSIDE, ROOT, type PublishedCube } from '../published-cube.ts';

const asLevel = (name: string): Level | 'ALL' => LEVELS.find((level) => level === name) ?? 'ALL';
/** A count of what is not known is a count of no place, school or level: it is in the cube alone, which hides it when small. */
const isUnknown = (name: string) =>
  name === UNKNOWN || name.startsWith(UNKNOWN_COMMUNE) || name.endsWith(`:${UNKNOWN}`);

function zoneKind(zone: string, communes: ReadonlySet<string>): ZoneKind {
  if (zone === ROOT) return 'epci';
  if (zone.endsWith(`:${OUTSIDE}`)) return 'hors_qpv';
  return communes.has(zone) ? 'commune' : 'qpv';
}

/** Rows of a recommended cube: dimensions year when several, zone, and those of school, level and theme that the cases tell. */
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
  const told = cube.cells.filter(({ key }) => !key.some((name, d) => d !== theme && isUnknown(name)));
  return told.map(({ key, value, families, visits, neutral }): PathwayCell => {
    const inSchool = school >= 0 && key[school] !== ROOT;
    const kind = inSchool ? 'school' : zoneKind(key[zone]!, communes);
    return {
      school_year: (year < 0 ? years[0] : key[year]) as SchoolYear,
      zone_kind: kind,
      zone: inSchool ? key[school]! : kind === 'epci' ? epci : key[zone]!,
      level: asLevel(key[level] ?? ROOT),
      theme: key[theme] ?? ROOT,
      children: value ?? null,
      families: families ?? null,
      visits: visits ?? null,
      ...(neutral !== undefined && { neutral }),
      status: value === undefined ? 'suppressed' : 'published'
    };
  });
}
