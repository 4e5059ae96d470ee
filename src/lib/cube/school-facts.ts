// What is known of one school in a year, for its card: status, team, nearest base, what is near.
import { monthsBetween, type SchoolYear } from '../model/school-year.ts';
import { statusIn, type School, type SchoolStatus } from '../model/school.ts';
import type { CoverageCube } from './coverage.ts';
import { referenceMonth } from './dashboard.ts';
import { metresBetween } from '../algorithms/distance.ts';
import { hasPerimeter } from '../model/place.ts';

/** Distances are straight lines, metres; of a QPV, to the point that stands for it. */
export type NearPlace =
  | { kind: 'school' | 'college'; name: string; status: SchoolStatus; metres: number }
  | { kind: 'qpv'; name: string; metres: number };

export interface SchoolCardFacts {
  school: School;
  status: SchoolStatus;
  commune: string;
  /** Name of its QPV; null outside of any; undefined where no source places the school, or its commune has QPV without a perimeter. */
  qpv: string | null | undefined;
  /** Whole months since the request that waits; null when its date is unknown or it waits for nothing. */
  months: number | null;
  /** Name of the support team in charge; null when none is known. */
  team: string | null;
  /** Commune of the nearest referent's base and drive from it; null when unknown. */
  access: { base: string; seconds: number } | null;
  /** Years of the IPS as its source gives them, « 2022-2023 »; null when it does not. */
  ipsYears: string | null;
  near: NearPlace[];
}

const NEAR_SCHOOLS = 2;

/** @returns null for a school that the data do not have */
export function schoolFacts(cube: CoverageCube, uai: string, year: SchoolYear): SchoolCardFacts | null {
  const { dashboard } = cube;
  const school = dashboard.schools.find((one) => one.uai === uai);
  if (!school) return null;
  const status = statusIn(school, year);
  const near = dashboard.access?.nearest[uai];
  const asked = status === 'waiting' ? school.requested_since : null;
  return {
    school,
    status,
    commune: cube.nameOf(school.commune),
    qpv: school.qpv !== null ? cube.nameOf(school.qpv) : cube.isQpvKnown(school) ? null : undefined,
    months: asked === null ? null : Math.max(0, monthsBetween(asked, referenceMonth(dashboard, year))),
    team: dashboard.teams.find(({ id }) => id === school.team)?.name ?? null,
    access: near ? { base: cube.nameOf(near.base), seconds: near.seconds } : null,
    ipsYears: /IPS (\d{4}(?:-\d{4})?)/.exec(school.source)?.[1] ?? null,
    near: nearOf(cube, school, year)
  };
}

/** The nearest schools, the nearest collège, and the nearest QPV of a school that is in none. */
function nearOf({ dashboard }: CoverageCube, school: School, year: SchoolYear): NearPlace[] {
  const { lon, lat } = school;
  if (lon === null || lat === null) return [];
  const nearest = <Place extends { lon: number | null; lat: number | null }>(places: readonly Place[]) =>
    places
      .flatMap((place) =>
        place.lon === null || place.lat === null
          ? []
          : [{ place, metres: metresBetween([lon, lat], [place.lon, place.lat]) }]
      )
      .sort((a, b) => a.metres - b.metres);
  const others = nearest(dashboard.schools.filter(({ uai }) => uai !== school.uai));
  const told = (kind: 'school' | 'college', count: number): NearPlace[] =>
    others
      .filter(({ place }) => (place.kind === 'college') === (kind === 'college'))
      .slice(0, count)
      .map(({ place, metres }) => ({ kind, name: place.name, status: statusIn(place, year), metres }));
  const qpvs = school.qpv === null ? nearest(dashboard.qpvs.filter(hasPerimeter)).slice(0, 1) : [];
  return [
    ...told('school', NEAR_SCHOOLS),
    ...qpvs.map(({ place, metres }): NearPlace => ({ kind: 'qpv', name: place.name, metres })),
    ...told('college', 1)
  ];
}
