// `graph/split.json` and `map/sectors.geojson`: posts, schools, times and surroundings that the page of sectors starts from.
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { travelSum, teamBurden, teamPlaces, withTownHalls } from '../../travel/index.ts';
import type { PostBurden } from '../../../model/travel/team-travel.ts';
import { DEFAULT_SETTINGS } from '../../../model/travel/travel-settings.ts';
import { NO_ROUTE, tripMinutes, type Matrix } from '../../../model/travel/travel-times.ts';
import {
  ASSIGNMENT_FILE_VERSION,
  type AssignmentFile,
  type AssignmentSchool
} from '../../../model/assignment/assignment-file.ts';
import { balance, buildProblem, compileProblem, factsOf, unitSchools } from '../../assignment/index.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS, WORK_ALONE } from '../../../model/assignment/settings.ts';
import { surroundings, touching, type Site } from '../geometry/surroundings.ts';
import type { TerritoryRows } from '../rows.ts';
import { cheapestHalf, nearOptimalPlans, postsOfPlan } from './near-optimal-plans.ts';
import { demandOf, type DemandRows } from './school-demand.ts';

type Rows = DemandRows & Pick<TerritoryRows, 'territory' | 'communes' | 'staff' | 'assignment'>;

/** Plans looked for; the solver's travel is calibrated on the cheapest half. */
const CALIBRATION_PLANS = 48;

/** Schools followed or waiting, with their demand, known or assumed. */
function schoolsOf(rows: Rows): AssignmentSchool[] {
  const demand = demandOf(rows);
  return rows.schools
    .filter(({ status }) => status === 'followed' || status === 'waiting')
    .map(({ uai, status }) => ({ uai, ...demand(uai), waiting: status === 'waiting' }));
}

/**
 * Ratio of sampled tours between schools to the solver's own count, over plans near the optimum under the default settings: the numbers
 * that the solver reports are about such plans. 1 where there is no plan.
 */
function tripScaleOf(file: AssignmentFile, { communes, schools }: Rows, car: Matrix): number {
  const units = unitSchools(file, factsOf(schools), DEFAULT_ASSIGNMENT_SETTINGS);
  const nobody = { referents: {}, coordinators: {} };
  // Parking and the way among homes are the same under every plan: both sides are counted without them.
  const road = { ...DEFAULT_ASSIGNMENT_SETTINGS.road, parkingMinutes: 0, homeMetres: 0 };
  const problemFile = buildProblem(file, units, nobody, {
    ...DEFAULT_ASSIGNMENT_SETTINGS,
    ...WORK_ALONE,
    road
  });
  const problem = compileProblem(problemFile);
  const places = teamPlaces(communes, schools);
  let [driven, counted] = [0, 0];
  const plans = nearOptimalPlans(problemFile, CALIBRATION_PLANS, 1);
  for (const plan of cheapestHalf(plans, (one) => balance(problem, one).travel)) {
    const posts = postsOfPlan(file, units, problem, plan);
    driven += travelSum(teamBurden(posts, places, car, { ...DEFAULT_SETTINGS, ...road })).driving * 60;
    counted += balance(problem, plan).travel;
  }
  return driven > 0 && counted > 0 ? driven / counted : 1;
}

/**
 * What the page of sectors starts from, and the surroundings of each school on its map.
 *
 * @param car times over the team's places
 * @param burdens of the posts by car under the default settings
 */
export function assignmentFile(
  rows: Rows,
  car: Matrix,
  burdens: readonly PostBurden[],
  times: AssignmentFile['times']
): { file: AssignmentFile; sectors: FeatureCollection } {
  const referents = rows.staff.filter(({ role }) => role === 'referent');
  // Without a post there is nothing to share, and nothing to tell.
  const schools = referents.length > 0 ? schoolsOf(rows) : [];
  const known = new Map(withTownHalls(rows.schools, rows.communes).map((school) => [school.uai, school]));
  const sites = schools.flatMap(({ uai }): Site[] => {
    const { lon, lat } = known.get(uai)!;
    return lon === null || lat === null ? [] : [{ id: uai, lon, lat }];
  });
  const used = new Set(referents.map(({ base_commune }) => base_commune));
  const bases = rows.communes.filter(({ code, intervention }) => intervention || used.has(code));
  const place = new Map(teamPlaces(rows.communes, rows.schools).map(({ id }, at) => [id, at]));
  const file: AssignmentFile = {
    version: ASSIGNMENT_FILE_VERSION,
    territory: rows.territory.siren,
    times,
    posts: referents.map(({ id, fte, base_commune, coordinator }) => ({
      id,
      fte,
      base: base_commune,
      coordinator
    })),
    others: rows.staff.flatMap(({ role, fte }) => (role === 'referent' ? [] : [{ role, fte }])),
    schools,
    assignment: Object.fromEntries(
      rows.assignment
        .filter(({ uai }) => known.get(uai)?.status === 'followed')
        .map(({ uai, post }) => [uai, post])
    ),
    bases: bases.map(({ code }) => code),
    minutes: bases.map(({ code }) =>
      schools.map(({ uai }) => {
        const [from, to] = [place.get(code), place.get(uai)];
        const seconds =
          from === undefined || to === undefined ? NO_ROUTE : car.seconds[from * car.destinations + to]!;
        return seconds === NO_ROUTE ? null : tripMinutes(seconds);
      })
    ),
    roads: Object.fromEntries(burdens.map(({ id, hours }) => [id, hours.driving.mean * 60])),
    tripScale: 1,
    neighbours: touching(sites)
  };
  file.tripScale = tripScaleOf(file, rows, car);
  const features = bases.flatMap((commune): Feature<Geometry>[] =>
    surroundings(
      sites.filter(({ id }) => known.get(id)!.commune === commune.code),
      commune.outline
    ).map(({ ids, geometry }) => ({
      type: 'Feature',
      properties: { code: ids.join(' '), commune: commune.code },
      geometry
    }))
  );
  return { file, sectors: { type: 'FeatureCollection', features } };
}
