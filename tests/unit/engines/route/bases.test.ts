// Where new posts are based: what no single change of the search's own kinds betters, by a sum computed apart.
import { expect, it } from 'vitest';
import { compileProblem, relaxation } from '../../../../src/lib/engines/assignment/index.ts';
import { chooseBases, type Bases } from '../../../../src/lib/engines/route/bases.ts';
import { calendarOf } from '../../../../src/lib/engines/route/calendar.ts';
import { readRoute } from '../../../../src/lib/engines/route/index.ts';
import { todayOf, yearProblem } from '../../../../src/lib/engines/route/route-file.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { smallRoute } from './routes.ts';

const solver = await bootHighs();
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const SHAPE = { units: 12, referents: 2, waiting: 4, posts: [3, 4, 4], tolerance: 0.3 };

it.each(SEEDS)(
  'no new post moved to another place, and no two that exchange theirs, cost less road and changes (seed %i)',
  (seed) => {
    const { route } = readRoute(smallRoute(seed, { ...SHAPE, stability: 3 * (seed % 2) }));
    const waits = new Set(route.waiting.map(({ id }) => id));
    let open = route.problem.units.flatMap(({ id }) => (waits.has(id) ? [] : [id]));
    const followed = calendarOf(route).map((ids) => new Set((open = [...open, ...ids])));
    // A change since today counts once in the years, a share in each.
    const stability = route.problem.stability / route.years.length;
    const costOf = (bases: Bases) =>
      followed.reduce((sum, units, t) => {
        const file = yearProblem(route, t, { followed: units, current: todayOf(route), bases })!;
        return sum + (relaxation(solver, compileProblem({ ...file, stability })).objective ?? Infinity);
      }, 0);
    const bases = chooseBases(solver, route, followed);
    const [one, other] = route.newPosts as [string, string];
    const others = [
      ...route.newPosts.flatMap((post) => route.candidates.map(({ id }) => ({ ...bases, [post]: id }))),
      { ...bases, [one]: bases[other]!, [other]: bases[one]! }
    ];
    expect(route.newPosts).toHaveLength(2);
    expect(costOf(bases)).toBeLessThanOrEqual(Math.min(...others.map(costOf)) + 1e-3);
  }
);
