// Groups of schools: the places of a territory of one commune. As the service names them; without its list, by REP network.
import { isNamedGroup, networkName, type School } from '../model/school.ts';
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
  /** A REP network, not a group that the service names. */
  network: boolean;
}

export type District = Omit<SchoolGroup, 'network'>;
const DISTRICT = 'circonscription';

/** « Circonscription de Fougères », of « Circonscription d'inspection du 1er degré de Fougères ». */
const districtName = (written: string): string =>
  written.replace(/^circonscription d['’]inspection du (?:1er|premier) degr[ée] /i, 'Circonscription ');

type Places = Pick<Dashboard, 'communes' | 'schools'>;

const byName = (one: SchoolGroup, other: SchoolGroup) =>
  one.name.localeCompare(other.name, 'fr', { numeric: true });

/** UAIs by the key of their school; a school without one is in none. */
function membersBy(
  schools: readonly School[],
  keyOf: (school: School) => string | null
): [string, ReadonlySet<string>][] {
  const members = new Map<string, Set<string>>();
  for (const school of schools) {
    const key = keyOf(school);
    if (key !== null) members.set(key, (members.get(key) ?? new Set()).add(school.uai));
  }
  return [...members];
}

/** REP networks of two schools or more, by name; an « école isolée » is its own head and makes no group. */
function networks(schools: readonly School[]): [string, ReadonlySet<string>][] {
  const found = membersBy(schools, ({ network }) => network).filter(([, { size }]) => size > 1);
  return found.map(([head, members]) => [networkName(schools, head), members]);
}

/** The groups of one commune by name; none in a territory of several, whose places are its communes. */
export function schoolGroups(dashboard: Places): readonly SchoolGroup[] {
  if (!isOneCommune(dashboard)) return [];
  const { schools } = dashboard;
  const named = membersBy(schools, (school) => (isNamedGroup(school) ? school.group : null));
  const network = named.length === 0;
  const prefix = network ? 'reseau' : 'groupe';
  const taken = new Set<string>();
  return (network ? networks(schools) : named)
    .map(([name, members]): SchoolGroup => {
      const slug = slugOf(name);
      const first = slug.startsWith(prefix) ? slug : `${prefix}-${slug}`;
      let code = first;
      for (let at = 2; taken.has(code); at++) code = `${first}-${at}`;
      taken.add(code);
      return { code, name, schools: members, network };
    })
    .sort(byName);
}

/** Inspectors' districts by name, with the schools of the territory that the official directory puts in each; none where it names none. */
export function inspectorDistricts({ schools }: Pick<Dashboard, 'schools'>): readonly District[] {
  const written = membersBy(schools, ({ district }) => (district ? districtName(district) : null));
  return written
    .map(([name, members]): District => {
      const slug = slugOf(name);
      const code = slug.startsWith(DISTRICT) ? slug : `${DISTRICT}-${slug}`;
      return { code, name, schools: members };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'fr', { numeric: true }));
}

/**
 * What tables of the territory compare: its communes; in one commune the groups that the service names, else its neighbourhoods where a
 * perimeter says which schools are in, else its REP networks.
 */
export function zonePlaceKind(dashboard: Places & Pick<Dashboard, 'qpvs'>): ZonePlaceKind {
  const [group] = schoolGroups(dashboard);
  const inside = zoneKindOf(dashboard);
  return group && (!group.network || inside === 'commune') ? 'group' : inside;
}
