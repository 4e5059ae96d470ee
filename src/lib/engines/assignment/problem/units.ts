// Groups schools into units by any combination of criteria: a unit is assigned as a whole.
import type { CommuneCriteria } from '../../../model/assignment/settings.ts';
import { CRITERIA, type Criterion, type UnitSchool } from '../../../model/assignment/settings.ts';
import type { Plan, Unit } from '../../../model/plan.ts';

/** A unit whose schools and position are known. */
export type SchoolUnit = Unit &
  Required<Pick<Unit, 'name' | 'schools' | 'parts' | 'meetings' | 'lat' | 'lon'>>;

/** The words for a criterion's value, null being outside all of them: « hors QPV ». */
export type Naming = (criterion: Criterion, value: string | null) => string;

/** Stands in an id where a criterion has no value. */
const OUTSIDE = '-';

/** Value of a criterion. A school outside any group is its own; outside QPVs, networks and parts it shares a unit. */
export function valueOf(school: UnitSchool, criterion: Criterion): string | null {
  switch (criterion) {
    case 'school':
      return school.uai;
    case 'group':
      return school.group ?? school.uai;
    case 'level':
      return school.kind;
    default:
      return school[criterion];
  }
}

const sum = <Row>(rows: readonly Row[], figure: (row: Row) => number) =>
  rows.reduce((total, row) => total + figure(row), 0);

/** Mean position of the schools that have one. */
function middle(schools: readonly UnitSchool[]): { lat: number | null; lon: number | null } {
  const placed = schools.filter((school) => school.lat !== null && school.lon !== null);
  if (placed.length === 0) return { lat: null, lon: null };
  return {
    lat: sum(placed, ({ lat }) => lat ?? 0) / placed.length,
    lon: sum(placed, ({ lon }) => lon ?? 0) / placed.length
  };
}

/** The criteria in their order; each school on its own without any. */
function inOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  const chosen = CRITERIA.filter((criterion) => criteria.includes(criterion));
  return chosen.length > 0 ? chosen : ['school'];
}

/** How a school is grouped, and by its own commune's criteria or not. */
interface Grouping {
  chosen: readonly Criterion[];
  isOwn: boolean;
}

function groupings(criteria: readonly Criterion[], own: CommuneCriteria): (school: UnitSchool) => Grouping {
  const whole = { chosen: inOrder(criteria), isOwn: false };
  const byCommune = new Map(
    Object.entries(own).map(([commune, some]) => [commune, { chosen: inOrder(some), isOwn: true }])
  );
  return ({ commune }) => byCommune.get(commune) ?? whole;
}

/** No value of a criterion is empty: the id of a commune's own unit is none of the others'. */
const OWN = '//';

/**
 * Units in order of id; every school is in one of them. Without a criterion, each school is its own unit.
 * A unit's id is made of its criteria's values, so that it stays the same from one session to the next.
 *
 * @param own criteria of communes in place of the others: their units hold their own schools alone, and have their commune in id and name
 */
export function unitsOf(
  schools: readonly UnitSchool[],
  criteria: readonly Criterion[],
  naming: Naming = (_, value) => value ?? OUTSIDE,
  own: CommuneCriteria = {}
): SchoolUnit[] {
  const groupingOf = groupings(criteria, own);
  const keyOf = (school: UnitSchool) => {
    const { chosen, isOwn } = groupingOf(school);
    const values = chosen.map((criterion) => valueOf(school, criterion) ?? OUTSIDE).join('/');
    return isOwn ? `${school.commune}${OWN}${values}` : values;
  };
  const nameOf = (school: UnitSchool) => {
    const { chosen, isOwn } = groupingOf(school);
    const all = isOwn ? (['commune', ...chosen.filter((one) => one !== 'commune')] as const) : chosen;
    return all
      .map((criterion) =>
        criterion === 'school' || (criterion === 'group' && school.group === null)
          ? school.name
          : naming(criterion, valueOf(school, criterion))
      )
      .join(' · ');
  };
  const byKey = new Map<string, UnitSchool[]>();
  for (const school of [...schools].sort((a, b) => (a.uai < b.uai ? -1 : 1))) {
    const key = keyOf(school);
    byKey.set(key, [...(byKey.get(key) ?? []), school]);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) => ({
      id,
      name: nameOf(members[0]!),
      schools: members.map(({ uai }) => uai),
      workload: sum(members, ({ workload }) => workload),
      pupils: sum(members, ({ pupils }) => pupils),
      visits: Math.round(100 * sum(members, ({ visits }) => visits)) / 100,
      meetings: sum(members, ({ meetings }) => meetings),
      parts: {
        visits: sum(members, ({ parts }) => parts.visits),
        meetings: sum(members, ({ parts }) => parts.meetings),
        liaison: sum(members, ({ parts }) => parts.liaison)
      },
      ...middle(members)
    }));
}

export interface UnitsSummary {
  units: number;
  /** Minutes a week. */
  smallest: number;
  largest: number;
  total: number;
  /** Schools of the unit that has most. */
  mostSchools: number;
}

/** The size of the units that some criteria give. */
export function summaryOf(units: readonly SchoolUnit[]): UnitsSummary {
  const loads = units.map(({ workload }) => workload);
  return {
    units: units.length,
    smallest: units.length === 0 ? 0 : Math.min(...loads),
    largest: Math.max(0, ...loads),
    total: sum(units, ({ workload }) => workload),
    mostSchools: Math.max(0, ...units.map(({ schools }) => schools.length))
  };
}

/**
 * The units with their referent of today: the one who follows most of their pupils (the first by id among equals).
 * `mixed` lists units whose schools have several.
 */
export function withCurrent(
  units: readonly SchoolUnit[],
  plan: Plan,
  pupilsOf: (uai: string) => number
): { units: SchoolUnit[]; mixed: string[] } {
  const mixed: string[] = [];
  const placed = units.map((unit) => {
    const shares = new Map<string, number>();
    for (const uai of unit.schools) {
      const referent = plan.referents[uai];
      if (referent !== undefined) shares.set(referent, (shares.get(referent) ?? 0) + pupilsOf(uai));
    }
    if (shares.size > 1) mixed.push(unit.id);
    const [first] = [...shares].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return { ...unit, current: first?.[0] ?? null };
  });
  return { units: placed, mixed };
}

/**
 * Minutes from each base to each unit, one way: the mean over its schools, weighed by visits, so that a unit's travel is the
 * sum of its schools'. null when a school cannot be reached.
 */
export function unitMinutes(
  units: readonly SchoolUnit[],
  bases: readonly string[],
  visitsOf: (uai: string) => number,
  minutes: (base: string, uai: string) => number | null
): (number | null)[][] {
  return bases.map((base) =>
    units.map(({ schools }) => {
      const trips = schools.map((uai) => ({ weight: visitsOf(uai), time: minutes(base, uai) }));
      if (trips.some(({ time }) => time === null)) return null;
      const all = sum(trips, ({ weight }) => weight);
      const weightOf = (weight: number) => (all > 0 ? weight / all : 1 / trips.length);
      return sum(trips, ({ weight, time }) => weightOf(weight) * (time ?? 0));
    })
  );
}
