// A route of five years in Node: a first plan for every year, every year proven, and how much all years together could still gain.
import { checkRoute, planRoute, readRoute, type RouteFile } from '../../src/lib/engines/route/index.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { measured, type Bench } from '../measurement.ts';
import { syntheticProblem } from '../../tests/fixtures/synthetic/assignment-problem.ts';

const SEEDS = 3;
const SECONDS = 30;
const PLACES = 11;

/** 78 schools of which 11 wait, 6 posts that become 8 in five years, 11 places; a pupil who changes referent costs half a minute a week. */
function syntheticRoute(seed: number): RouteFile {
  const { referents, minutes, units, ...problem } = syntheticProblem(seed, {
    units: 78,
    referents: PLACES,
    tolerance: 0.1
  });
  const team = referents.slice(0, 6);
  const isTeam = (id: string | null | undefined) => team.some((one) => one.id === id);
  const waiting = units
    .slice(67)
    .map(({ id }, k) => ({ id, requested: `202${4 + (k % 3)}-0${1 + (k % 9)}` }));
  const waits = new Set(waiting.map(({ id }) => id));
  return readRoute({
    ...problem,
    units: units.map((unit) => ({
      ...unit,
      current: waits.has(unit.id)
        ? null
        : isTeam(unit.current)
          ? unit.current
          : team[unit.id.charCodeAt(3) % 6]!.id
    })),
    referents: team,
    minutes: minutes.slice(0, 6),
    stability: 5,
    waiting,
    years: [6, 6.5, 7, 7.5, 8].map((posts, t) => ({ label: `${2025 + t}-${2026 + t}`, posts })),
    candidates: referents.map(({ id, base }, j) => ({ id: `place ${id}`, base, minutes: minutes[j] }))
  }).route;
}

export const run: Bench = async ({ progress }) => {
  const solver = await bootHighs();
  const [first, proven, gaps, unproven]: number[][] = [[], [], [], []];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const route = syntheticRoute(seed);
    const times = { first: 0, years: 0 };
    const found = planRoute(solver, route, {
      seconds: SECONDS,
      onProgress: ({ stage, settled, seconds }) => {
        if (stage === 'first') times.first = seconds;
        if (stage === 'years' && settled === route.years.length) times.years = seconds;
      }
    });
    if (checkRoute(route, found).length > 0) throw new Error('the checker refuses a route');
    first!.push(times.first);
    proven!.push(times.years);
    unproven!.push(found.years.filter(({ status }) => status !== 'optimal').length);
    gaps!.push(100 * (found.coupled?.gap ?? NaN));
    progress(
      `  graine ${seed} : ${times.first.toFixed(1)} s, ${times.years.toFixed(1)} s, ${gaps!.at(-1)!.toFixed(2)} %`
    );
  }
  const label = '78 écoles, 6 à 8 postes, 5 ans';
  return [
    measured(`${label} : premier plan de chaque année`, 's', first!, { at: 'median', most: 3 }),
    measured(`${label} : toutes les années prouvées`, 's', proven!, { at: 'median', most: 10 }),
    measured(`${label} : années non prouvées`, 'années', unproven!, { at: 'median', most: 0 }),
    measured(`${label} : mieux possible au plus, toutes années ensemble, après ${SECONDS} s`, '%', gaps!)
  ];
};
