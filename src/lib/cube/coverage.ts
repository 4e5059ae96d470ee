// Queries of the coverage page answered from the shipped dashboard, each in under a millisecond.
import { hasPerimeter, quarterNames, type PlaceRef } from '../model/place.ts';
import { statusIn, undatedIn, type Level, type School, type SchoolStatus } from '../model/school.ts';
import { previousYear, type SchoolYear } from '../model/school-year.ts';
import type { Dashboard } from './dashboard.ts';
import type { Count, Filter } from './filter.ts';
import { countIn } from './pathway-grid.ts';
import { rateLevels, rateOf, type Rate } from './rate.ts';
import {
  inspectorDistricts,
  schoolGroups,
  type District,
  type SchoolGroup,
  type ZonePlaceKind
} from './school-groups.ts';
import { countSchools, isAtLevel, type SchoolCounts } from './school-counts.ts';

export interface ZoneFigures extends SchoolCounts {
  ref: PlaceRef;
  name: string;
  /** Which schools stand in it is known: a QPV has a perimeter. Otherwise its counts of schools are no figures. */
  known: boolean;
  children: Count;
  /** `Rate.value`; null without one. */
  rate: number | null;
  /** Counts that the missing dates of schools leave unknown: of a year that is not the last. */
  undated: { followed: boolean; waiting: boolean };
  /** Share of first-degree schools that are followed, 0..1; null without a school. */
  share: number | null;
}

export interface SchoolWithStatus {
  school: School;
  status: SchoolStatus;
  commune: string;
}

export class CoverageCube {
  readonly dashboard: Dashboard;
  readonly #undrawn: ReadonlySet<string>;
  /** The service publishes which schools it follows; otherwise an empty list would read as zero. */
  readonly followUpKnown: boolean;
  /** Groups of schools of one commune, all of one origin; none elsewhere. */
  readonly groups: readonly SchoolGroup[];
  /** Inspectors' districts, where the official directory names them. */
  readonly districts: readonly District[];
  readonly #byPlace = new Map<string, School[]>();
  readonly #names = new Map<string, string>();

  constructor(dashboard: Dashboard) {
    this.dashboard = dashboard;
    this.#undrawn = new Set(dashboard.qpvs.flatMap((qpv) => (hasPerimeter(qpv) ? [] : [qpv.code])));
    this.followUpKnown = dashboard.schools.some(
      ({ status, followed_since, requested_since }) =>
        status === 'followed' || status === 'waiting' || followed_since !== null || requested_since !== null
    );
    this.groups = schoolGroups(dashboard);
    this.districts = inspectorDistricts(dashboard);
    for (const school of dashboard.schools) {
      const groups = [...this.groups, ...this.districts].flatMap(({ code, schools }) =>
        schools.has(school.uai) ? [code] : []
      );
      for (const place of [school.commune, school.qpv, ...groups]) {
        if (place === null) continue;
        const there = this.#byPlace.get(place);
        if (there) there.push(school);
        else this.#byPlace.set(place, [school]);
      }
    }
    for (const { code, name } of dashboard.communes) this.#names.set(code, name);
    for (const [code, name] of quarterNames(dashboard)) this.#names.set(code, name);
    for (const { code, name } of this.groups) this.#names.set(code, name);
    for (const { uai, name } of dashboard.schools) this.#names.set(uai, name);
  }

  /** Whether it is known which schools stand in a place: of a QPV, where its perimeter is. */
  knowsSchoolsIn(place: PlaceRef | null): boolean {
    return place === null || !this.#undrawn.has(place.code);
  }

  /** Whether it is known if a school stands in a QPV: in one, or in none of a commune whose QPV all have a perimeter. */
  isQpvKnown({ qpv, lon, commune }: School): boolean {
    const undrawn = () =>
      this.dashboard.qpvs.some(({ code, communes }) => this.#undrawn.has(code) && communes.includes(commune));
    return qpv !== null || (lon !== null && !undrawn());
  }

  /** Name of a commune, QPV or school; its code when unknown. */
  nameOf(code: string): string {
    return this.#names.get(code) ?? code;
  }

  has(code: string): boolean {
    return this.#names.has(code);
  }

  schoolsIn(place: PlaceRef | null): readonly School[] {
    return place === null ? this.dashboard.schools : (this.#byPlace.get(place.code) ?? []);
  }

  /** Where a group is named: among its schools, since it has no outline. */
  middleOf(ref: PlaceRef): { at?: [number, number] } {
    if (ref.kind !== 'group') return {};
    const placed = this.schoolsIn(ref).filter(({ lon, lat }) => lon !== null && lat !== null);
    if (placed.length === 0) return {};
    const middle = (of: 'lon' | 'lat') =>
      placed.reduce((sum, school) => sum + school[of]!, 0) / placed.length;
    return { at: [middle('lon'), middle('lat')] };
  }

  /** Schools of the place that were followed once and that the lists of schools have no more. */
  formerSchoolsIn(place: PlaceRef | null): readonly School[] {
    const { formerSchools = [] } = this.dashboard;
    return place === null
      ? formerSchools
      : formerSchools.filter(({ commune, qpv }) => commune === place.code || qpv === place.code);
  }

  /** Schools followed in a year that are followed no more, and that the lists of schools still have. */
  leftSince(year: SchoolYear): string[] {
    return this.dashboard.schools.flatMap((school) =>
      school.status !== 'followed' && statusIn(school, year) === 'followed' ? [school.uai] : []
    );
  }

  /** Children who live in a place and are followed in a year. */
  children({ year, level, theme, place }: Filter): Count {
    return countIn(
      this.dashboard.pathways,
      year,
      place?.code ?? this.dashboard.territory.siren,
      level,
      theme,
      this.dashboard.themes
    );
  }

  /** Schools of the place, with those that were followed in the year and left the lists since. */
  #schoolsOf({ place, year }: Filter): School[] {
    const former = this.formerSchoolsIn(place).filter((school) => statusIn(school, year) === 'followed');
    return [...this.schoolsIn(place), ...former];
  }

  /** Levels at which the rate counts children and pupils. */
  rateLevels(level: Level | 'ALL'): readonly Level[] {
    return rateLevels(this.dashboard.schools, level);
  }

  /** Children for 1,000 pupils: the one rate of every page. None of a QPV, whose children do not all attend its schools. */
  rate(filter: Filter): Rate | null {
    if (filter.place?.kind === 'qpv') return null;
    return rateOf(
      this.rateLevels(filter.level),
      (level) => this.children({ ...filter, level }),
      this.#schoolsOf(filter)
    );
  }

  /** One place, or the whole territory when `filter.place` is null. */
  zone(filter: Filter): ZoneFigures {
    const { territory } = this.dashboard;
    const ref = filter.place ?? { kind: 'epci' as const, code: territory.siren };
    const counts = countSchools(this.#schoolsOf(filter), filter.year, filter.level);
    const children = this.children(filter);
    return {
      ...counts,
      ref,
      name: filter.place ? this.nameOf(filter.place.code) : territory.name,
      known: this.knowsSchoolsIn(filter.place),
      children,
      undated: this.#undated(filter),
      rate: this.rate(filter)?.value ?? null,
      share:
        counts.schools === 0 || filter.level === 'college' || !this.followUpKnown
          ? null
          : counts.followed / counts.schools
    };
  }

  /** A school without a date counts in every year, which is known of the last one only. */
  #undated({ place, year, level }: Filter): ZoneFigures['undated'] {
    if (year === this.dashboard.years.at(-1)) return { followed: false, waiting: false };
    const schools = this.schoolsIn(place).filter(
      (school) => school.kind !== 'college' && isAtLevel(school, level)
    );
    return undatedIn(schools, year);
  }

  /** Every commune of intervention, every QPV or every group, under the filter (its place is not applied). */
  zones(filter: Filter, kind: ZonePlaceKind): ZoneFigures[] {
    const { communes, qpvs } = this.dashboard;
    const places = {
      commune: () => communes.filter((commune) => commune.intervention),
      qpv: () => qpvs,
      group: () => this.groups
    }[kind]();
    return places.map(({ code }) => this.zone({ ...filter, place: { kind, code } }));
  }

  /**
   * Schools of no place of a kind: a former school is in no group. Null where a perimeter that is not known leaves some in doubt, or where
   * there are none.
   */
  outside(filter: Filter, kind: ZonePlaceKind): SchoolCounts | null {
    if (kind === 'commune') return null;
    const schools = this.#schoolsOf({ ...filter, place: null });
    if (kind === 'qpv' && !schools.every((school) => this.isQpvKnown(school))) return null;
    const isInside = ({ uai, qpv }: School) =>
      kind === 'qpv' ? qpv !== null : this.groups.some(({ schools: own }) => own.has(uai));
    const outside = countSchools(
      schools.filter((school) => !isInside(school)),
      filter.year,
      filter.level
    );
    return outside.schools === 0 ? null : outside;
  }

  /**
   * Schools followed in the territory and in each place, against the year before; null where a date is not known.
   * @returns by code; empty where the year before is not known
   */
  yearChanges(filter: Filter, kind: ZonePlaceKind): ReadonlyMap<string, number | null> {
    const year = previousYear(filter.year);
    if (!year || !this.dashboard.years.includes(year)) return new Map();
    const all = { ...filter, place: null };
    return new Map(
      [this.zone(all), ...this.zones(filter, kind)].map((now) => {
        const place = now.ref.kind === 'epci' ? null : now.ref;
        const then = this.zone({ ...filter, year, place });
        const unknown = then.undated.followed || now.undated.followed;
        return [now.ref.code, unknown ? null : now.followed - then.followed];
      })
    );
  }

  /** Schools of the place and level, with their status in the year. */
  schools(filter: Filter): SchoolWithStatus[] {
    return this.schoolsIn(filter.place)
      .filter((school) => isAtLevel(school, filter.level))
      .map((school) => ({
        school,
        status: statusIn(school, filter.year),
        commune: this.nameOf(school.commune)
      }));
  }

  /** Those that are counted as followed or waiting: a collège never is. */
  firstDegree(filter: Filter): SchoolWithStatus[] {
    return this.schools(filter).filter(({ school }) => school.kind !== 'college');
  }

  /** The same query for each year, oldest first. */
  evolution(filter: Filter): (ZoneFigures & { year: SchoolYear })[] {
    return this.dashboard.years.map((year) => ({ ...this.zone({ ...filter, year }), year }));
  }
}
