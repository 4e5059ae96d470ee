// Data of a portrait: schools, indicators among peers, five years, team, actions, partners. Counts of children are published ones.
import type { Theme } from '../model/pathway.ts';
import type { CorrespondentRoles } from '../model/service.ts';
import { LEVELS, statusIn, type Level, type School, type SchoolStatus } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';
import type { CoverageCube } from './coverage.ts';
import type { Count } from './filter.ts';
import type { PortraitFacts } from './portrait-facts.ts';
import { childrenOf, indicatorsOf, schoolsOf, type Indicator } from './portrait-indicators.ts';
import { isSchoolGroup, isWithinCommunes, portraitPlaces, type PortraitPlace } from './portrait-places.ts';
import { countSchools, knownCounts, type KnownCounts } from './school-counts.ts';
import { tripMinutes } from '../model/travel/travel-times.ts';

export interface PortraitSchool {
  /** Number on the map and in the list; collèges come last. */
  number: number;
  school: School;
  status: SchoolStatus;
  /** Drive from the nearest base; null when unknown. */
  minutes: number | null;
  /** Name of the collège that heads the network. */
  network: string | null;
}

interface PortraitAction {
  id: string;
  title: string;
  theme: Theme | null;
  level: string;
  /** null: unknown. */
  euros: number | null;
}

export interface Portrait {
  place: PortraitPlace;
  year: SchoolYear;
  population: number | null;
  schools: PortraitSchool[];
  /** Children of the territory are counted: in some place, at some level. */
  counted: boolean;
  /** Which schools stand in the place is known: a QPV has a perimeter. */
  known: boolean;
  /** Which schools the service follows is known. */
  followUpKnown: boolean;
  counts: KnownCounts;
  children: Count;
  levels: { level: Level; count: Count }[];
  indicators: Indicator[];
  evolution: { year: SchoolYear; followed: number | null; waiting: number | null; children: Count }[];
  teams: {
    id: string;
    name: string;
    meetings: number | null;
    professionals: number | null;
    coordinator: string | null;
  }[];
  /** Posts that follow a school of the place, with the number of those schools and the minutes one way from the base. */
  posts: {
    id: string;
    base: string;
    coordinator: string | null;
    schools: number;
    drive: { least: number; most: number } | null;
  }[];
  /** Action sheets of the place alone; null for a QPV or a group, since sheets are not known at that grain. */
  actions: PortraitAction[] | null;
  /** Sheets of some place of the territory are known. */
  actionsKnown: boolean;
  /** Number of sheets shared with other places. */
  sharedActions: number;
  partners: { category: string; count: number }[];
  /** Communes of the place and whether they have a local correspondent; unknown ones are left out. */
  correspondents: {
    code: string;
    name: string;
    filled: boolean;
    function?: string | undefined;
    roles: CorrespondentRoles;
  }[];
  /** QPV of a commune or cité éducative; communes of a QPV or cité éducative. */
  qpvs: PortraitPlace[];
  communes: PortraitPlace[];
}

const KINDS = { maternelle: 0, elementaire: 1, primaire: 2, college: 3 } as const;

function portraitSchools(cube: CoverageCube, place: PortraitPlace, year: SchoolYear): PortraitSchool[] {
  const { access } = cube.dashboard;
  return [...schoolsOf(cube, place)]
    .sort(
      (a, b) =>
        Number(a.kind === 'college') - Number(b.kind === 'college') ||
        a.name.localeCompare(b.name, 'fr') ||
        KINDS[a.kind] - KINDS[b.kind] ||
        (a.uai < b.uai ? -1 : 1)
    )
    .map((school, at) => {
      const near = access?.nearest[school.uai];
      return {
        number: at + 1,
        school,
        status: statusIn(school, year),
        minutes: near ? tripMinutes(near.seconds) : null,
        network: school.network === null ? null : cube.nameOf(school.network)
      };
    });
}

function portraitTeams(cube: CoverageCube, facts: PortraitFacts, place: PortraitPlace) {
  const { kind, code, communes } = place;
  const ofSchools = new Set(isSchoolGroup(place) ? schoolsOf(cube, place).map(({ team }) => team) : []);
  const factsById = new Map(facts.teams.map((team) => [team.id, team]));
  return cube.dashboard.teams
    .filter(({ id, qpv, commune }) =>
      isSchoolGroup(place) ? ofSchools.has(id) : kind === 'qpv' ? qpv === code : communes.includes(commune)
    )
    .map(({ id, name, meetings }) => ({
      id,
      name,
      meetings,
      professionals: factsById.get(id)?.professionals ?? null,
      coordinator: factsById.get(id)?.coordinator ?? null
    }));
}

const driveOf = (minutes: readonly number[]) =>
  minutes.length === 0 ? null : { least: Math.min(...minutes), most: Math.max(...minutes) };

function portraitPosts(cube: CoverageCube, facts: PortraitFacts, schools: readonly PortraitSchool[]) {
  const here = new Map<string, number>();
  const drives = new Map<string, number[]>();
  for (const { school, status } of schools) {
    const post = status === 'followed' ? facts.assignment[school.uai] : undefined;
    if (post === undefined) continue;
    here.set(post, (here.get(post) ?? 0) + 1);
    const seconds = facts.drives?.[school.uai];
    if (seconds !== undefined) drives.set(post, [...(drives.get(post) ?? []), tripMinutes(seconds)]);
  }
  return facts.posts
    .filter(({ id }) => here.has(id))
    .map(({ id, base_commune, coordinator }) => ({
      id,
      coordinator,
      base: cube.nameOf(base_commune),
      schools: here.get(id) ?? 0,
      drive: driveOf(drives.get(id) ?? [])
    }))
    .sort((a, b) => b.schools - a.schools || (a.id < b.id ? -1 : 1));
}

function portraitActions(cube: CoverageCube, facts: PortraitFacts, { kind, communes: own }: PortraitPlace) {
  const { actions } = cube.dashboard;
  const factsById = new Map(facts.actions.map((action) => [action.id, action]));
  const inside = (communes: readonly string[]) => communes.every((code) => own.includes(code));
  const reached = actions.filter(({ communes }) => communes.some((code) => own.includes(code)));
  const isWithin = isWithinCommunes({ kind });
  const alone = reached.filter(({ communes }) => !isWithin && inside(communes));
  return {
    actions: isWithin
      ? null
      : alone
          .map(({ id, level, cost_euros }) => ({
            id,
            level,
            euros: cost_euros,
            title: factsById.get(id)?.title ?? id,
            theme: factsById.get(id)?.theme ?? null
          }))
          .sort((a, b) => (b.euros ?? 0) - (a.euros ?? 0) || (a.id < b.id ? -1 : 1)),
    sharedActions: reached.filter(({ communes }) => !inside(communes)).length
  };
}

function portraitPartners(facts: PortraitFacts, { kind, communes }: PortraitPlace) {
  if (isWithinCommunes({ kind })) return [];
  const counts = new Map<string, number>();
  for (const code of communes)
    for (const [category, count] of Object.entries(facts.partners[code] ?? {}))
      counts.set(category, (counts.get(category) ?? 0) + count);
  return [...counts].map(([category, count]) => ({ category, count })).sort((a, b) => b.count - a.count);
}

/** Portrait of a place in a year; its peers are the places of the same kind. */
export function portraitOf(
  cube: CoverageCube,
  facts: PortraitFacts,
  place: PortraitPlace,
  year: SchoolYear = cube.dashboard.years.at(-1) as SchoolYear
): Portrait {
  const { dashboard } = cube;
  const places = portraitPlaces(dashboard);
  const schools = portraitSchools(cube, place, year);
  const rows = schools.map(({ school }) => school);
  const population =
    place.kind === 'qpv'
      ? dashboard.qpvs.find(({ code }) => code === place.code)?.population
      : place.kind === 'cite' || isSchoolGroup(place)
        ? null
        : dashboard.communes.find(({ code }) => code === place.code)?.population;
  const of = (one: string) => places.find(({ code }) => code === one);
  return {
    place,
    year,
    schools,
    counted: Object.keys(dashboard.pathways).length > 0,
    known: place.kind !== 'qpv' || cube.knowsSchoolsIn({ kind: 'qpv', code: place.code }),
    population: population ?? null,
    followUpKnown: cube.followUpKnown,
    counts: knownCounts(countSchools(rows, year, 'ALL'), cube.followUpKnown),
    children: childrenOf(cube, place, year),
    levels: LEVELS.map((level) => ({ level, count: childrenOf(cube, place, year, level) })),
    indicators:
      place.kind === 'other'
        ? []
        : indicatorsOf(
            cube,
            facts,
            place,
            places.filter(({ kind }) => kind === (place.kind === 'cite' ? 'commune' : place.kind)),
            year
          ),
    evolution: dashboard.years.map((one) => {
      const { followed, waiting } = knownCounts(countSchools(rows, one, 'ALL'), cube.followUpKnown);
      return { year: one, followed, waiting, children: childrenOf(cube, place, one) };
    }),
    teams: portraitTeams(cube, facts, place),
    posts: portraitPosts(cube, facts, schools),
    ...portraitActions(cube, facts, place),
    actionsKnown: dashboard.actions.length > 0,
    partners: portraitPartners(facts, place),
    correspondents: place.communes.flatMap((code) => {
      const filled = facts.correspondents[code];
      return filled === undefined
        ? []
        : [
            {
              ...{ code, name: cube.nameOf(code), filled },
              function: facts.functions?.[code],
              roles: facts.roles?.[code] ?? {}
            }
          ];
    }),
    qpvs: places.filter(
      ({ kind, communes }) =>
        kind === 'qpv' && !isWithinCommunes(place) && communes.some((code) => place.communes.includes(code))
    ),
    communes:
      isWithinCommunes(place) || place.kind === 'cite' ? place.communes.flatMap((one) => of(one) ?? []) : []
  };
}
