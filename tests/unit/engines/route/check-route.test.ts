import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkRoute,
  planRoute,
  readRoute,
  type RouteFile,
  type RouteResult
} from '../../../../src/lib/engines/route/index.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { smallRoute } from './routes.ts';

let route: RouteFile;
let result: RouteResult;
beforeAll(async () => {
  ({ route } = readRoute(
    smallRoute(3, { units: 9, referents: 2, waiting: 3, posts: [2.5, 3, 4], stability: 1 })
  ));
  result = planRoute(await bootHighs(), route);
});

/** The route with a year changed. */
const withYear = (t: number, change: (year: RouteResult['years'][number]) => object): RouteResult => ({
  ...result,
  years: result.years.map((year, at) => (at === t ? { ...year, ...change(year) } : year))
});
const words = (changed: RouteResult) =>
  checkRoute(route, changed).map((word) => word.replace(/^\d{4}-\d{4} /, ''));

describe('the checker of routes', () => {
  it('accepts what the planner writes', () => {
    expect(checkRoute(route, result)).toEqual([]);
    expect(result.years.flatMap(({ opened }) => opened)).toHaveLength(3);
  });

  it('refuses a school that opens twice, or that does not wait', () => {
    const [first] = result.years.flatMap(({ opened }) => opened);
    expect(words(withYear(2, ({ opened }) => ({ opened: [...opened, first!] })))).toContain('opened');
    expect(words(withYear(0, ({ opened }) => ({ opened: [...opened, 'U0'] })))).toContain('opened');
  });

  it('refuses an opening put off without a reason, and one that posts cannot hold', () => {
    const t = result.years.findIndex(({ opened }) => opened.length > 0);
    expect(words(withYear(t, () => ({ opened: [] })))).toContain('openings');
    const early = withYear(0, () => ({ opened: route.waiting.map(({ id }) => id) }));
    expect(words(early)).toContain('capacity');
  });

  it('holds a calendar decided elsewhere to that calendar, whatever the posts could hold', async () => {
    const [first, ...later] = route.waiting.map(({ id }) => id);
    const given = { ...route, openings: [[], [first!], later] };
    const planned = planRoute(await bootHighs(), given);
    expect(checkRoute(given, planned)).toEqual([]);
    expect(checkRoute({ ...given, openings: [[first!], [], later] }, planned).join()).toContain('openings');
  });

  it('refuses a base that moves, that is not offered, or that lacks', () => {
    const [post, place] = Object.entries(result.years[0]!.bases)[0]!;
    const other = route.candidates.find(({ id }) => id !== place)!.id;
    expect(words(withYear(2, ({ bases }) => ({ bases: { ...bases, [post]: other } })))).toContain(
      'base moved'
    );
    expect(words(withYear(0, () => ({ bases: { [post]: 'nowhere' } })))).toContain('base');
    expect(words(withYear(0, () => ({ bases: {} })))).toContain('bases');
  });

  it('refuses a figure that the plan does not give', () => {
    const { objective, bound, pupilsMoved } = result.years[1]!;
    expect(words(withYear(1, () => ({ objective: objective! - 1 })))).toContain('objective');
    expect(words(withYear(1, () => ({ bound: bound! + 50 })))).toContain('bound');
    expect(words(withYear(1, () => ({ pupilsMoved: pupilsMoved + 1 })))).toContain('pupilsMoved');
    expect(words(withYear(1, ({ loads }) => ({ loads: { ...loads, R0: loads.R0! + 1 } })))).toContain(
      'loads'
    );
    expect(words(withYear(1, ({ fte }) => ({ fte: { ...fte, R0: 2 } })))).toContain('fte');
    expect(words(withYear(1, () => ({ posts: 9 })))).toContain('posts');
    expect(words(withYear(1, () => ({ waiting: ['U1'] })))).toContain('waiting');
  });

  it('refuses an assignment that changed, and a school that nobody follows', () => {
    const swapped = withYear(1, ({ assignment }) => ({
      assignment: { ...assignment, U0: assignment.U0 === 'R0' ? 'R1' : 'R0' }
    }));
    expect(words(swapped).length).toBeGreaterThan(0);
    expect(words(withYear(1, ({ assignment: { U0: _, ...rest } }) => ({ assignment: rest })))).toContain(
      'assigned'
    );
  });

  it('refuses a plan of one school, or a cost, in a year when nobody works', () => {
    const idle = { ...route, years: route.years.map((year, t) => (t === 0 ? { ...year, posts: 0 } : year)) };
    const none = { posts: 0, fte: {}, bases: {}, assignment: {}, loads: {}, objective: null, bound: null };
    const told = (more: object) =>
      checkRoute(
        idle,
        withYear(0, () => ({ ...none, status: 'infeasible', ...more }))
      ).includes(`${route.years[0]!.label} status`);
    expect(told({})).toBe(false);
    expect(told({ assignment: { U0: 'R0' } })).toBe(true);
    expect(told({ objective: 0 })).toBe(true);
  });

  it('refuses a sum, a common bound or a proof that does not hold', () => {
    const coupled = result.coupled!;
    const changed = (more: object) => words({ ...result, coupled: { ...coupled, ...more } });
    expect(changed({ objective: coupled.objective + 5 })).toContain('sum');
    expect(changed({ bound: coupled.objective + 5 })).toContain('coupled bound');
    expect(changed({ gap: coupled.gap! + 0.1 })).toContain('coupled gap');
    expect(changed({ status: 'optimal', best: null, bound: coupled.bound! - 10 })).toContain(
      'coupled status'
    );
    expect(words({ ...withYear(0, () => ({ status: 'feasible' })), yearsProven: true })).toContain(
      'yearsProven'
    );
    expect(words({ ...result, status: 'partial' })).toContain('status');
    expect(words({ ...result, years: result.years.slice(1) })).toEqual(['years']);
  });
});
