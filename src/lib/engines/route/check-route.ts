// Verifies a route against its file alone: openings, capacity, bases, and each year's split by the checker of plans. It shares no code with the planner.
import type { ProblemFile, Referent } from '../../model/plan.ts';
import { checkResult } from '../proof/index.ts';
import type { RouteFile, RouteResult, RouteYearPlan } from './route-file.ts';

const SLACK = 1e-6;

/** What each year must be, rebuilt from the file and from what the result says of the years before. */
interface Expected {
  file: ProblemFile | null;
  followed: ReadonlySet<string>;
  fte: ReadonlyMap<string, number>;
}

/** The same ids, in any order. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join('\n') === [...other].sort().join('\n');

/**
 * Tests what a route claims: years and posts as given, each unit opened once and within the posts' capacity, as many as capacity allows,
 * bases among the candidates and never moved, and of every year the plan, loads, objective, bound and pupils who change; then the sum.
 *
 * @returns a word for each false claim, preceded by the label of its year; empty when the route holds
 */
export function checkRoute(route: RouteFile, result: RouteResult): string[] {
  const { problem, years, waiting } = route;
  if (
    result.years.length !== years.length ||
    result.years.some(({ label }, t) => label !== years[t]!.label)
  ) {
    return ['years'];
  }
  const wrong: string[] = [];
  const waits = new Set(waiting.map(({ id }) => id));
  const followed = new Set(problem.units.map(({ id }) => id).filter((id) => !waits.has(id)));
  const placeOf = new Map<string, string>();
  let before = new Map(
    problem.units.flatMap(({ id, current }) => (current && followed.has(id) ? [[id, current] as const] : []))
  );
  const given = route.openings;
  const counts = given ? [] : mostOpen(route);
  result.years.forEach((year, t) => {
    const tell = (word: string) => void wrong.push(`${year.label} ${word}`);
    if (year.posts !== years[t]!.posts) tell('posts');
    for (const id of year.opened) {
      if (!waits.has(id) || followed.has(id)) tell('opened');
      followed.add(id);
    }
    const stillWaiting = [...waits].filter((id) => !followed.has(id)).sort();
    if (stillWaiting.join('\n') !== [...year.waiting].sort().join('\n')) tell('waiting');
    if (given ? !isSame(year.opened, given[t] ?? []) : waits.size - stillWaiting.length !== counts[t])
      tell('openings');
    if (
      !given &&
      year.opened.length > 0 &&
      loadOf(route, t, followed) > roomOf(route, t) + SLACK * Math.max(1, roomOf(route, t))
    ) {
      tell('capacity');
    }
    for (const [post, place] of Object.entries(year.bases)) {
      if (!route.candidates.some(({ id }) => id === place)) tell('base');
      if ((placeOf.get(post) ?? place) !== place) tell('base moved');
      placeOf.set(post, place);
    }
    const expected = rebuilt(route, t, followed, before, placeOf);
    const named = Object.entries(year.fte);
    if (
      named.length !== expected.fte.size ||
      named.some(([id, fte]) => Math.abs(fte - (expected.fte.get(id) ?? -1)) > SLACK)
    ) {
      tell('fte');
    }
    const working = [...expected.fte.keys()].filter((id) => route.newPosts.includes(id));
    if (
      working.some((id) => year.bases[id] === undefined) ||
      Object.keys(year.bases).length !== working.length
    )
      tell('bases');
    for (const word of wrongYear(expected.file, year, followed)) tell(word);
    const plan = new Map(
      Object.entries(year.objective === null ? (year.relaxed?.assignment ?? {}) : year.assignment)
    );
    let moved = 0;
    for (const { id, pupils } of problem.units) {
      if (before.has(id) && plan.has(id) && before.get(id) !== plan.get(id)) moved += pupils;
    }
    if (Math.abs(moved - year.pupilsMoved) > SLACK * Math.max(1, moved)) tell('pupilsMoved');
    before = new Map([...before, ...plan]);
  });
  return [...new Set([...wrong, ...wrongWhole(result)])];
}

/** Minutes a week of what is followed, and of what posts can take. */
const loadOf = (route: RouteFile, t: number, followed: ReadonlySet<string>) =>
  (1 + route.growth / 100) ** route.years[t]!.after *
  route.problem.units.reduce((sum, { id, workload }) => (followed.has(id) ? sum + workload : sum), 0);
const roomOf = ({ capacity, years }: RouteFile, t: number) => capacity * years[t]!.posts;

/** Waiting units open at the end of each year when as many as possible are: the smallest ones first. */
function mostOpen(route: RouteFile): number[] {
  const { problem, waiting, candidates, years } = route;
  const waits = new Set(waiting.map(({ id }) => id));
  const open = new Set(problem.units.map(({ id }) => id).filter((id) => !waits.has(id)));
  const reach = (i: number) =>
    problem.minutes.some((row) => row[i] !== null) || candidates.some(({ minutes }) => minutes[i] !== null);
  const queue = problem.units
    .filter(({ id }, i) => waits.has(id) && reach(i))
    .sort((a, b) => a.workload - b.workload);
  let count = 0;
  return years.map((_, t) => {
    while (count < queue.length) {
      open.add(queue[count]!.id);
      // Loads that have fallen to nothing fit wherever somebody works.
      const fits =
        loadOf(route, t, open) === 0 && route.growth <= -100 && years[t]!.after > 0
          ? years[t]!.posts > 0
          : loadOf(route, t, open) <= roomOf(route, t) + SLACK * (1 + route.growth / 100) ** years[t]!.after;
      if (fits) count++;
      else {
        open.delete(queue[count]!.id);
        break;
      }
    }
    return count;
  });
}

/** The split problem of the year, written from the file. */
function rebuilt(
  { problem, years, newPosts, candidates, growth }: RouteFile,
  t: number,
  followed: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
  placeOf: ReadonlyMap<string, string>
): Expected {
  const { posts, after } = years[t]!;
  const team = problem.referents.reduce((sum, { fte }) => sum + fte, 0);
  const rows: { referent: Referent; minutes: readonly (number | null)[] }[] = [];
  problem.referents.forEach((one, j) => {
    const fte = posts < team ? (one.fte * posts) / team : one.fte;
    rows.push({ referent: { ...one, fte }, minutes: problem.minutes[j]! });
  });
  let left = posts - team;
  for (const id of newPosts) {
    const place = candidates.find((one) => one.id === placeOf.get(id));
    if (left <= 1e-9) break;
    const referent = { id, fte: Math.min(1, left), base: place?.base ?? null, coordinator: null };
    rows.push({ referent, minutes: place?.minutes ?? problem.units.map(() => null) });
    left -= 1;
  }
  const fte = new Map(rows.map(({ referent }) => [referent.id, referent.fte] as const));
  if (followed.size === 0 || posts === 0) return { file: null, followed, fte };
  const present = problem.units.map((_, i) => i).filter((i) => followed.has(problem.units[i]!.id));
  const both = (pair: readonly [string, string]) => pair.every((id) => followed.has(id));
  const file: ProblemFile = {
    ...problem,
    units: present.map((i) => {
      const unit = problem.units[i]!;
      const referent = before.get(unit.id);
      return {
        ...unit,
        workload: unit.workload * (1 + growth / 100) ** after,
        current: referent !== undefined && fte.has(referent) ? referent : null
      };
    }),
    referents: rows.map(({ referent }) => referent),
    minutes: rows.map(({ minutes }) => present.map((i) => minutes[i] ?? null)),
    pins: problem.pins.filter(([unit]) => followed.has(unit)),
    apart: problem.apart.filter(both),
    together: problem.together.filter(both),
    neighbours: problem.neighbours.filter(both),
    coordinatorTolerance: rows.length > problem.referents.length ? null : problem.coordinatorTolerance
  };
  return { file, followed, fte };
}

function wrongYear(file: ProblemFile | null, year: RouteYearPlan, followed: ReadonlySet<string>): string[] {
  if (file === null) {
    const claimsPlan =
      Object.keys(year.assignment).length > 0 || (followed.size > 0 && year.objective !== null);
    return claimsPlan ? ['status'] : [];
  }
  return checkResult(file, year);
}

const near = (a: number, b: number) => Math.abs(a - b) <= SLACK * Math.max(Math.abs(a), Math.abs(b)) + 1e-3;

/** What is said of the years together. */
function wrongWhole({ status, years, yearsProven, coupled }: RouteResult): string[] {
  const wrong: string[] = [];
  const isPlanned = years.every(({ objective }) => objective !== null);
  if ((status === 'planned') !== isPlanned) wrong.push('status');
  if (yearsProven && years.some((year) => year.status !== 'optimal')) wrong.push('yearsProven');
  if (coupled === null) return wrong;
  const sum = years.reduce((all, { objective, penalty = 0 }) => all + (objective ?? NaN) + penalty, 0);
  const { objective, bound, gap, best } = coupled;
  if (!near(objective, sum)) wrong.push('sum');
  if (bound !== null && bound > Math.min(objective, best ?? Infinity) + 1e-3) wrong.push('coupled bound');
  if ((bound === null) !== (gap === null)) wrong.push('coupled gap');
  if (bound !== null && gap !== null && !near(gap, Math.max(0, objective - bound) / Math.max(1, objective))) {
    wrong.push('coupled gap');
  }
  if (coupled.status === 'optimal' && (bound === null || bound < Math.min(objective, best ?? Infinity) - 1)) {
    wrong.push('coupled status');
  }
  return wrong;
}
