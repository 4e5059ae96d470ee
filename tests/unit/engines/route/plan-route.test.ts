import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkRoute,
  planRoute,
  readRoute,
  type RouteFile,
  type RouteProgress,
  type RouteResult
} from '../../../../src/lib/engines/route/index.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { calendarOf } from '../../../../src/lib/engines/route/calendar.ts';
import { todayOf, yearProblem } from '../../../../src/lib/engines/route/route-file.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { smallRoute } from './routes.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const read = (document: unknown): RouteFile => readRoute(document).route;
const solved = (document: unknown, seconds = 20): { route: RouteFile; result: RouteResult } => {
  const route = read(document);
  return { route, result: planRoute(solver, route, { seconds }) };
};
const shape = { units: 8, referents: 2, waiting: 3, posts: [2, 2.5, 3.5] };

/** Every assignment of the units to the referents, as an odometer. */
function* assignments(
  units: readonly string[],
  referents: readonly string[]
): Generator<Record<string, string>> {
  const digits = units.map(() => 0);
  for (;;) {
    yield Object.fromEntries(units.map((id, i) => [id, referents[digits[i]!]!]));
    let at = 0;
    while (at < digits.length && ++digits[at]! === referents.length) digits[at++] = 0;
    if (at === digits.length) return;
  }
}

describe('a route', () => {
  it('passes the separate checker, every year proven', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { route, result } = solved(smallRoute(seed, { ...shape, stability: seed % 2, growth: seed }));
      expect(checkRoute(route, result)).toEqual([]);
      expect([result.status, result.yearsProven]).toEqual(['planned', true]);
      expect(result.coupled?.status).toBe('optimal');
    }
  });

  it('costs each year what the best of all assignments costs', () => {
    const { route, result } = solved(
      smallRoute(5, { units: 7, referents: 2, waiting: 2, posts: [2, 3], stability: 1 })
    );
    let current = todayOf(route);
    const followed = new Set(route.problem.units.map(({ id }) => id));
    for (const { id } of route.waiting) followed.delete(id);
    result.years.forEach((year, t) => {
      for (const id of year.opened) followed.add(id);
      const file = yearProblem(route, t, { followed, current, bases: year.bases })!;
      let best = Infinity;
      for (const plan of assignments(
        file.units.map(({ id }) => id),
        file.referents.map(({ id }) => id)
      )) {
        const checked = checkPlan(file, plan);
        if (checked.breaches.length === 0) best = Math.min(best, checked.objective);
      }
      expect(year.objective).toBe(best);
      current = { ...current, ...year.assignment };
    });
  });

  it('bounds all years together by what the best pair of years costs, openings and bases given', () => {
    const document = smallRoute(6, { units: 5, referents: 2, waiting: 1, posts: [2, 3], stability: 2 });
    const { route, result } = solved(document);
    const followed = new Set(['U0', 'U1', 'U2', 'U3', ...result.years[0]!.opened]);
    const first = yearProblem(route, 0, { followed: new Set(followed), current: todayOf(route), bases: {} })!;
    for (const id of result.years[1]!.opened) followed.add(id);
    let best = Infinity;
    for (const before of assignments(
      first.units.map(({ id }) => id),
      ['R0', 'R1']
    )) {
      const start = checkPlan(first, before);
      if (start.breaches.length > 0) continue;
      const second = yearProblem(route, 1, { followed, current: before, bases: result.years[1]!.bases })!;
      for (const plan of assignments(
        second.units.map(({ id }) => id),
        second.referents.map(({ id }) => id)
      )) {
        const end = checkPlan(second, plan);
        if (end.breaches.length === 0) best = Math.min(best, start.objective + end.objective);
      }
    }
    const { coupled } = result;
    expect(coupled!.bound).toBeCloseTo(best, 3);
    expect(Math.min(coupled!.objective, coupled!.best ?? Infinity)).toBeCloseTo(best, 3);
  });

  it('is the same whatever the order of rows', () => {
    const document = smallRoute(7, { ...shape, stability: 1 });
    const back = document.units.map((_, i) => document.units.length - 1 - i);
    const turned = {
      ...document,
      units: back.map((i) => document.units[i]!),
      referents: [...document.referents].reverse(),
      minutes: [...document.minutes].reverse().map((row) => back.map((i) => row[i]!)),
      waiting: [...document.waiting].reverse(),
      years: [...document.years].reverse(),
      candidates: [...document.candidates]
        .reverse()
        .map(({ id, minutes }) => ({ id, minutes: back.map((i) => minutes[i]!) }))
    };
    const same = ({ years, coupled }: RouteResult) => [
      years.map(({ opened, bases, assignment, objective, bound }) => ({
        opened,
        bases,
        assignment,
        objective,
        bound
      })),
      coupled?.bound
    ];
    expect(same(solved(turned).result)).toEqual(same(solved(document).result));
  });

  it('tells a first plan for every year, then each proven year, then their common bound', () => {
    const told: RouteProgress[] = [];
    const route = read(smallRoute(8, { ...shape, stability: 1 }));
    planRoute(solver, route, { seconds: 20, onProgress: (progress) => void told.push(progress) });
    for (const { stage, years, coupled, seconds } of told) {
      if (stage === 'together') continue;
      const result: RouteResult = {
        status: 'planned',
        yearsProven: false,
        years: [...years],
        coupled,
        seconds
      };
      expect(checkRoute(route, result)).toEqual([]);
    }
    expect(told[0]).toMatchObject({ stage: 'first', settled: 0 });
    expect(told[0]!.years.every(({ objective }) => objective !== null)).toBe(true);
    expect(told.filter(({ stage }) => stage === 'years').map(({ settled }) => settled)).toEqual([1, 2, 3]);
    expect(told.at(-1)!.stage).toBe('together');
  });

  it('keeps the best when it is stopped, without claiming a proof', () => {
    const route = read(smallRoute(9, shape));
    const result = planRoute(solver, route, { stop: () => true });
    expect(result.years.every(({ objective }) => objective !== null)).toBe(true);
    expect([result.yearsProven, result.coupled]).toEqual([false, null]);
    expect(checkRoute(route, result)).toEqual([]);
  });
});

describe('the calendar of openings', () => {
  const one = (id: string, workload: number, requested?: string) => ({ id, workload, pupils: 1, visits: 1, ...(requested && { requested }) }); // prettier-ignore
  const queue = (waiting: ReturnType<typeof one>[], posts: number[]) => ({
    units: [{ id: 'old', workload: 100, pupils: 1, visits: 1, current: 'R' }, ...waiting],
    referents: [{ id: 'R' }],
    minutes: [Array.from({ length: waiting.length + 1 }, () => 5)],
    tolerance: 1,
    waiting: waiting.map(({ id }) => id),
    years: posts.map((count, t) => ({ label: `${2026 + t}`, posts: count }))
  });
  const calendar = (document: unknown) => calendarOf(read(document));

  it('opens nothing without room, as today', () => {
    expect(calendar(queue([one('a', 10)], [1, 1]))).toEqual([[], []]);
  });

  it('opens the oldest requests first, unknown dates last and by name', () => {
    const waiting = [one('d', 50), one('c', 50), one('b', 50, '2025-03'), one('a', 50, '2025-09')];
    expect(calendar(queue(waiting, [1.5, 2, 2.5, 3]))).toEqual([['b'], ['a'], ['c'], ['d']]);
  });

  it('opens as many as fit, even where the oldest alone would fill the room', () => {
    const waiting = [one('big', 100, '2020-01'), one('x', 50, '2025-01'), one('y', 50, '2025-02')];
    expect(calendar(queue(waiting, [2, 3]))).toEqual([['x', 'y'], ['big']]);
  });

  it('leaves waiting what posts can never take, and what nobody can reach', () => {
    const document = queue([one('a', 50), one('b', 500), one('far', 1)], [2]);
    const route = read({ ...document, minutes: [[5, 5, 5, null]] });
    const result = planRoute(solver, route);
    expect(result.years[0]!.opened).toEqual(['a']);
    expect(result.years[0]!.waiting).toEqual(['b', 'far']);
    expect(checkRoute(route, result)).toEqual([]);
  });

  it('agrees with the count of every order, on small queues', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const document = smallRoute(seed, {
        units: 9,
        referents: 2,
        waiting: 5,
        posts: [2, 2.5, 3, 3.5],
        growth: seed % 5
      });
      const route = read(document);
      const weight = new Map(route.problem.units.map(({ id, workload }) => [id, workload]));
      const base = route.problem.units.slice(0, 4).reduce((sum, { workload }) => sum + workload, 0);
      const room = route.years.map(
        ({ posts, after }) => (route.capacity * posts) / (1 + route.growth / 100) ** after - base
      );
      const names = route.waiting.map(({ id }) => id);
      const subsets = Array.from({ length: 2 ** names.length }, (_, mask) =>
        names.filter((_, i) => mask & (1 << i))
      );
      const most = room.map((least) =>
        Math.max(
          ...subsets
            .filter((set) => set.reduce((sum, id) => sum + weight.get(id)!, 0) <= least + 1e-6)
            .map(({ length }) => length),
          0
        )
      );
      let count = 0;
      const counts = calendarOf(route).map((ids) => (count += ids.length));
      expect(counts).toEqual(most.map((_, t) => Math.max(...most.slice(0, t + 1))));
    }
  });
});

describe('years out of the usual', () => {
  it('keep what is open when posts fall, and share the time that is left', () => {
    const { route, result } = solved(smallRoute(11, { ...shape, posts: [3, 2, 1] }));
    expect(checkRoute(route, result)).toEqual([]);
    const [most, , least] = result.years;
    expect(most!.opened.length).toBeGreaterThan(0);
    expect(least!.waiting).toEqual(most!.waiting);
    expect([least!.fte, Object.keys(most!.bases), Object.keys(least!.bases)]).toEqual([
      { R0: 0.5, R1: 0.5 },
      ['Poste 3'],
      []
    ]);
  });

  it('have no plan when nobody works, and the next year begins from the last plan', () => {
    const { route, result } = solved(smallRoute(12, { ...shape, posts: [2, 0, 3] }));
    expect(result.status).toBe('partial');
    expect(result.years.map(({ status }) => status)).toEqual(['optimal', 'infeasible', 'optimal']);
    expect(result.coupled).toBeNull();
    expect(checkRoute(route, result)).toEqual([]);
  });

  it('open everything with a growth of -100 %, since no load is left', () => {
    const { route, result } = solved(smallRoute(13, { ...shape, growth: -100 }));
    expect(result.years[1]!.waiting).toEqual([]);
    expect(checkRoute(route, result)).toEqual([]);
  });

  it('name the rules in the way, and go on from the nearest plan', () => {
    const document = { ...smallRoute(14, shape), pins: [['U0', 'R0'], ['U0', 'R1']] }; // prettier-ignore
    const { route, result } = solved(document);
    expect(result.status).toBe('partial');
    expect(result.years[0]!.conflict).not.toHaveLength(0);
    expect(result.years[0]!.relaxed).toBeDefined();
    expect(checkRoute(route, result)).toEqual([]);
  });
});
