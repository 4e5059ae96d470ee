// Problems of cards for tests: tiny ones of every rule, and the figures of any plan computed apart from the search.
import fc from 'fast-check';
import { burdenParameters } from '../../../../src/lib/engines/travel/tours/burden-parameters.ts';
import { burden } from '../../../../src/lib/engines/travel/tours/burden.ts';
import { localPace } from '../../../../src/lib/model/travel/home-radius.ts';
import type { Matrix } from '../../../../src/lib/model/travel/travel-times.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { roadDemand } from '../../../../src/lib/engines/assignment/index.ts';
import type { CardFigures, CardPlaces, CardsRequest } from '../../../../src/lib/engines/cards/index.ts';
import { syntheticCards } from '../../../fixtures/synthetic/cards-request.ts';
import { everyPlan, tinyProblem } from '../../../fixtures/territory/tiny.ts';

type Plan = Readonly<Record<string, string>>;

/** Tiny problems of every rule, with times between all places: schools, then bases. */
export const tinyRequest: fc.Arbitrary<CardsRequest & { places: CardPlaces }> = tinyProblem.chain((file) =>
  fc
    .record({
      balance: fc.constantFrom('workload' as const, 'hours' as const),
      homes: fc.array(fc.integer({ min: 0, max: 900 }), {
        minLength: file.units.length,
        maxLength: file.units.length
      }),
      neutralShare: fc.constantFrom(0, 0, 0.15),
      times: fc.array(fc.integer({ min: 60, max: 1800 }), {
        minLength: (file.units.length + file.referents.length) ** 2,
        maxLength: (file.units.length + file.referents.length) ** 2
      })
    })
    .map(({ balance, times, homes, neutralShare }) => {
      const size = file.units.length + file.referents.length;
      const problem = {
        ...file,
        coordinatorTolerance: null,
        stability: 0,
        // As `buildProblem` counts them.
        units: file.units.map((unit) => ({
          ...unit,
          schools: [unit.id],
          ...roadDemand({ tripScale: 0.8 })(unit)
        }))
      };
      return {
        problem,
        balance,
        places: {
          seconds: times.map((one, at) => (Math.floor(at / size) === at % size ? 0 : one)),
          size,
          bases: Object.fromEntries(file.referents.map(({ id }, j) => [id, file.units.length + j])),
          neutralShare,
          schools: file.units.map(({ id, visits }, row) => ({ uai: id, row, visits, homes: homes[row]! }))
        }
      };
    })
);

/** Of the places of each problem: times as tours are computed from them; a post with some stops is on the road of many plans. */
const knownRoads = new WeakMap<CardPlaces, { matrix: Matrix; minutes: Map<string, number> }>();
function roadsOf(places: CardPlaces) {
  const { seconds, size } = places;
  const roads = knownRoads.get(places) ?? {
    matrix: {
      origins: size,
      destinations: size,
      seconds: Int32Array.from(seconds),
      metres: null,
      meta: { engine: '', dataDate: '', calibration: '' }
    },
    minutes: new Map<string, number>()
  };
  knownRoads.set(places, roads);
  return roads;
}

/** A territory of eight schools in a ring and three posts: 6,561 plans, too many for a search that tries them all. */
export function ringRequest(seed: number, tolerance: number): CardsRequest & { places: CardPlaces } {
  const request = syntheticCards(seed, { units: 8, referents: 3, tolerance, contiguous: true });
  const { units } = request.problem;
  const neighbours = units.map(({ id }, i) => [id, units[(i + 1) % units.length]!.id] as const);
  return { ...request, problem: { ...request.problem, neighbours } };
}

/** Minutes on the road of each referent, as the travel page computes them. */
export function pageRoads(
  { problem, places }: CardsRequest & { places: CardPlaces },
  plan: Plan
): Record<string, number> {
  const { schools, bases, neutralShare = 0 } = places;
  const { matrix, minutes: known } = roadsOf(places);
  const unitOf = new Map(
    problem.units.flatMap(({ id, schools: own }) => (own ?? [id]).map((uai) => [uai, id]))
  );
  return Object.fromEntries(
    problem.referents.map(({ id }) => {
      const stops = schools
        .filter(({ uai }) => plan[unitOf.get(uai)!] === id)
        .map(({ row, visits, homes = 0 }) => ({
          ...{ place: row!, visits },
          radius: homes / localPace('car', 1)
        }));
      const key = [id, ...stops.map(({ place }) => place)].join();
      const driven = () =>
        burden({ base: bases[id]!, stops, neutralShare, meetings: 0 }, matrix, burdenParameters('car')).hours
          .driving;
      if (!known.has(key)) known.set(key, 60 * driven().mean);
      return [id, known.get(key)!];
    })
  );
}

/** The figures of a plan as pages show them, computed apart from the search. */
export function figuresShown(request: CardsRequest & { places: CardPlaces }, plan: Plan): CardFigures {
  const { problem, balance } = request;
  const roads = pageRoads(request, plan);
  const loads = problem.referents.map(({ id }) => {
    const work = problem.units.reduce((sum, unit) => sum + (plan[unit.id] === id ? unit.workload : 0), 0);
    return work + (balance === 'hours' ? roads[id]! : 0);
  });
  const [whole, posts] = [
    loads.reduce((a, b) => a + b, 0),
    problem.referents.reduce((sum, { fte }) => sum + fte, 0)
  ];
  const moved = problem.units.filter(({ id, current }) => current && plan[id] !== current);
  return {
    maxDeviation: Math.max(
      ...problem.referents.map(({ fte }, j) => Math.abs(loads[j]! / ((whole * fte) / posts) - 1))
    ),
    roadMinutes: Object.values(roads).reduce((a, b) => a + b, 0),
    schoolsMoved: moved.reduce((sum, { schools }) => sum + (schools?.length ?? 1), 0),
    pupilsMoved: moved.reduce((sum, { pupils }) => sum + pupils, 0)
  };
}

/** Whether a plan keeps every rule, both bands: by the separate checker, and as shown. */
export const isKept = (request: CardsRequest & { places: CardPlaces }, plan: Plan): boolean =>
  keptFigures(request, plan) !== null;

/** The figures of a plan that keeps every rule; null for another. */
function keptFigures(request: CardsRequest & { places: CardPlaces }, plan: Plan): CardFigures | null {
  const { problem, balance } = request;
  const figures = figuresShown(request, plan);
  const isWithin = figures.maxDeviation <= problem.tolerance + 1e-9;
  return isWithin && checkPlan(problem, plan, { balance }).breaches.length === 0 ? figures : null;
}

/** Figures of every plan that keeps the rules. */
export const everyKept = (request: CardsRequest & { places: CardPlaces }): CardFigures[] =>
  [...everyPlan(request.problem)].flatMap((plan) => keptFigures(request, plan) ?? []);
