// Priority order of the waiting schools: a weighted mean of six criteria, with weights that the reader can change.
import { monthsBetween, type Month } from '../model/school-year.ts';
import type { School } from '../model/school.ts';
import type { CoverageCube } from './coverage.ts';
import { referenceMonth, type Dashboard } from './dashboard.ts';
import type { Filter } from './filter.ts';
import { metresBetween } from '../algorithms/distance.ts';

export const WAITING_CRITERIA = ['pupils', 'rep', 'ips', 'qpv', 'travel', 'months'] as const;
export type WaitingCriterion = (typeof WAITING_CRITERIA)[number];
export type Weights = Record<WaitingCriterion, number>;

/** Default weights, a hypothesis to be set by the service: need first, then length of the wait, then proximity of a base. */
export const DEFAULT_WEIGHTS: Weights = { pupils: 20, rep: 25, ips: 20, qpv: 10, travel: 10, months: 15 };

/** Criteria with data in the territory: travel only where bases and roads are known. */
export const criteriaOf = ({ access }: Pick<Dashboard, 'access'>): readonly WaitingCriterion[] =>
  access ? WAITING_CRITERIA : WAITING_CRITERIA.filter((criterion) => criterion !== 'travel');

interface Neighbour {
  school: School;
  /** Straight-line distance; both positions may be approximate. */
  metres: number;
}

export interface WaitingSchool {
  school: School;
  commune: string;
  qpv: string | null;
  /** Whole months since the first request; null when its date is unknown. */
  months: number | null;
  /** Commune of the nearest base and drive from it; null when unknown. */
  access: { base: string; seconds: number } | null;
  /** 0..100: weighted mean of the criteria. */
  score: number;
  /** Points of each criterion; they sum to the score. */
  points: Weights;
  /** Criteria with an unknown value, counted as 0.5. */
  unknown: WaitingCriterion[];
  /** Nearest followed schools. */
  neighbours: Neighbour[];
  /** Schools followed, and first-degree schools, in the commune. */
  coveredAround: { followed: number; schools: number };
}

const NEIGHBOURS = 3;
const REP_NEED = { 'REP+': 1, REP: 0.6 } as const;
const UNKNOWN = 0.5;

function spread(values: (number | null)[]): (value: number) => number {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  return (value) => (high === low ? 1 : (value - low) / (high - low));
}

function nearestFollowed(school: School, followed: readonly School[]): Neighbour[] {
  const { lon, lat } = school;
  if (lon === null || lat === null) return [];
  return followed
    .flatMap((other) =>
      other.lon === null || other.lat === null
        ? []
        : [{ school: other, metres: metresBetween([lon, lat], [other.lon, other.lat]) }]
    )
    .sort((a, b) => a.metres - b.metres || (a.school.uai < b.school.uai ? -1 : 1))
    .slice(0, NEIGHBOURS);
}

/** The highest score first, as it is shown: without decimals. At equal scores the oldest request, one without a date last; then by identifier. */
function byPriority(a: WaitingSchool, b: WaitingSchool): number {
  return (
    Math.round(b.score) - Math.round(a.score) ||
    (b.months ?? -1) - (a.months ?? -1) ||
    (a.school.uai < b.school.uai ? -1 : 1)
  );
}

/**
 * The waiting schools of a place, highest score first. Each criterion is scaled to 0..1 over the waiting schools
 * of the whole territory, so that a score does not change when the list is filtered. Lower IPS means more need; a shorter drive
 * from a base means more hours for children.
 *
 * @param today month to which the wait of the latest year is counted; by default, that of the data
 */
export function waitingSchools(
  cube: CoverageCube,
  filter: Filter,
  weights: Weights,
  today: Month | null = null
): WaitingSchool[] {
  const everywhere = cube.firstDegree({ ...filter, place: null, level: 'ALL' });
  const queue = everywhere.filter(({ status }) => status === 'waiting');
  const followed = everywhere.filter(({ status }) => status === 'followed').map(({ school }) => school);
  const counted = referenceMonth(cube.dashboard, filter.year);
  const isLatest = filter.year === cube.dashboard.years.at(-1);
  const asOf = isLatest && today !== null && today > counted ? today : counted;
  const months = (school: School) =>
    school.requested_since === null ? null : Math.max(0, monthsBetween(school.requested_since, asOf));
  const pupils = spread(queue.map(({ school }) => school.pupils));
  const ips = spread(queue.map(({ school }) => school.ips));
  const waited = spread(queue.map(({ school }) => months(school)));
  const { access } = cube.dashboard;
  const nearest = (school: School) => access?.nearest[school.uai] ?? null;
  const drive = spread(queue.map(({ school }) => nearest(school)?.seconds ?? null));
  const criteria = criteriaOf(cube.dashboard);
  const total = criteria.reduce((sum, criterion) => sum + weights[criterion], 0) || 1;
  const here = new Set(cube.schools(filter).map(({ school }) => school.uai));

  return queue
    .filter(({ school }) => here.has(school.uai))
    .map(({ school, commune }) => {
      const near = nearest(school);
      const spent = months(school);
      const needs: Record<WaitingCriterion, number | null> = {
        pupils: school.pupils === null ? null : pupils(school.pupils),
        rep: school.rep === null ? 0 : REP_NEED[school.rep],
        ips: school.ips === null ? null : 1 - ips(school.ips),
        qpv: school.qpv !== null ? 1 : cube.isQpvKnown(school) ? 0 : null,
        travel: near && 1 - drive(near.seconds),
        months: spent === null ? null : waited(spent)
      };
      const points = Object.fromEntries(
        WAITING_CRITERIA.map((criterion) => [
          criterion,
          criteria.includes(criterion)
            ? ((needs[criterion] ?? UNKNOWN) * weights[criterion] * 100) / total
            : 0
        ])
      ) as Weights;
      const around = cube.zone({
        ...filter,
        level: 'ALL',
        place: { kind: 'commune', code: school.commune }
      });
      return {
        school,
        commune,
        qpv: school.qpv === null ? null : cube.nameOf(school.qpv),
        months: spent,
        access: near && { base: cube.nameOf(near.base), seconds: near.seconds },
        score: WAITING_CRITERIA.reduce((sum, criterion) => sum + points[criterion], 0),
        points,
        unknown: criteria.filter((criterion) => needs[criterion] === null),
        neighbours: nearestFollowed(school, followed),
        coveredAround: { followed: around.followed, schools: around.schools }
      };
    })
    .sort(byPriority);
}
