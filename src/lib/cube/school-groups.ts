// Groups of schools as the service names them: the places of a territory of one commune.
import { isNamedGroup } from '../model/school.ts';
import { slugOf } from '../model/unaccented.ts';
import { isOneCommune, zoneKindOf, type Dashboard } from './dashboard.ts';

/** Places that tables compare. */
export type ZonePlaceKind = 'commune' | 'qpv' | 'group';

export interface SchoolGroup {
  /** Last part of an address: « groupe-pont-de-pierre ». */
  code: string;
  name: string;
  /** UAIs of its schools. */
  schools: ReadonlySet<string>;
}

type Places = Pick<Dashboard, 'communes' | 'schools'>;

const byName = (one: SchoolGroup, other: SchoolGroup) =>
  one.name.localeCompare(other.name, 'fr', { numeric: true });

/** The groups of one commune by name; none in a territory of several, whose places are its communes. */
export function schoolGroups(dashboard: Places): readonly SchoolGroup[] {
  if (!isOneCommune(dashboard)) return [];
  const members = new Map<string, Set<string>>();
  for (const school of dashboard.schools) {
    if (!isNamedGroup(school)) continue;
    const name = school.group!;
    members.set(name, (members.get(name) ?? new Set()).add(school.uai));
  }
  const taken = new Set<string>();
  return [...members]
    .map(([name, schools]): SchoolGroup => {
      const slug = slugOf(name);
      const first = slug.startsWith('groupe') ? slug : `groupe-${slug}`;
      let code = first;
      for (let at = 2; taken.has(code); at++) code = `${first}-${at}`;
      taken.add(code);
      return { code, name, schools };
    })
    .sort(byName);
}

/**
 * What tables of the territory compare: its communes; in one commune the groups that the service names, else its neighbourhoods where a
 * perimeter says which schools are in.
 */
export const zonePlaceKind = (dashboard: Places & Pick<Dashboard, 'qpvs'>): ZonePlaceKind =>
  schoolGroups(dashboard).length > 0 ? 'group' : zoneKindOf(dashboard);
