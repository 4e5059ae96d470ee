// Groups of schools, the places below one commune: those that the service names, else the priority education networks.
import { isNamedGroup, type School } from '../model/school.ts';
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

/** Whether the service gave groups of its own. */
const hasNamedGroups = ({ schools }: Places): boolean => schools.some(isNamedGroup);

/** The groups of one commune by name; none in a territory of several, whose places are its communes. */
export function schoolGroups(dashboard: Places): readonly SchoolGroup[] {
  if (!isOneCommune(dashboard)) return [];
  const { schools } = dashboard;
  const named = hasNamedGroups(dashboard);
  const keyOf = (school: School) => (named ? (isNamedGroup(school) ? school.group : null) : school.network);
  const members = new Map<string, Set<string>>();
  for (const school of schools) {
    const key = keyOf(school);
    if (key !== null) members.set(key, (members.get(key) ?? new Set()).add(school.uai));
  }
  const headOf = (uai: string) => schools.find((school) => school.uai === uai)?.name ?? uai;
  const taken = new Set<string>();
  return [...members]
    .map(([key, own]): SchoolGroup => {
      const name = named ? key : headOf(key);
      const slug = slugOf(key) || 'sans-nom';
      let code = named && slug.startsWith('groupe') ? slug : `groupe-${slug}`;
      for (let at = 2; taken.has(code); at++) code = `groupe-${slug}-${at}`;
      taken.add(code);
      return { code, name, schools: own };
    })
    .sort(byName);
}

/** What tables of the territory compare: its communes; in one commune the groups that the service names, else its neighbourhoods where a perimeter says which schools are in, else its networks. */
export function zonePlaceKind(dashboard: Places & Pick<Dashboard, 'qpvs'>): ZonePlaceKind {
  if (!isOneCommune(dashboard)) return 'commune';
  if (hasNamedGroups(dashboard)) return 'group';
  const kind = zoneKindOf(dashboard);
  return kind === 'commune' && schoolGroups(dashboard).length > 0 ? 'group' : kind;
}
