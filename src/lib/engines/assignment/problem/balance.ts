// A plan's figures, per referent, per coordinator and as a whole: fast enough to be recomputed at every change by hand.
import type {
  Balance,
  CoordinatorShare,
  ReferentShare,
  Share,
  Spread
} from '../../../model/assignment/balance.ts';
import type { WorkloadParts } from '../../../model/plan.ts';
import type { Problem } from './compile-problem.ts';

/**
 * Figures of a plan.
 *
 * @param assignment referent of each unit, -1 for none
 * @param measure what deviations are computed on: minutes of workload, or of workload and travel
 * @param coordinators referent -> coordinator, where it is not the problem's
 * @param roads referent -> minutes on the road a week, in the place of the solver's estimate
 */
export function balance(
  problem: Problem,
  assignment: ArrayLike<number>,
  measure: 'workload' | 'hours' = 'workload',
  coordinators: Readonly<Record<string, string>> = {},
  roads: Readonly<Record<string, number>> | null = null
): Balance {
  const { m, file } = problem;
  const referents = file.referents.map(({ id, fte, coordinator }): ReferentShare => ({
    ...emptyShare(id),
    fte,
    coordinator: coordinators[id] ?? coordinator ?? null,
    worst: null,
    gained: 0,
    lost: 0,
    components: null
  }));
  const unassigned: string[] = [];
  let [objective, pupilsMoved, all, meetings, pupils] = [0, 0, 0, 0, 0];
  file.units.forEach((unit, i) => {
    const j = assignment[i]!;
    meetings += unit.meetings ?? 0;
    pupils += unit.pupils;
    all += unit.workload;
    const before = problem.current[i]!;
    if (before !== -1 && before !== j) {
      referents[before]!.lost += unit.pupils;
      if (j >= 0) referents[j]!.gained += unit.pupils;
      if (j >= 0) pupilsMoved += unit.pupils;
    }
    if (j < 0) return void unassigned.push(unit.id);
    const share = referents[j]!;
    share.units++;
    share.schools += unit.schools?.length ?? 1;
    share.pupils += unit.pupils;
    share.workload += unit.workload;
    share.meetings += unit.meetings ?? 0;
    if (unit.parts) share.parts = sumOf(share.parts, unit.parts);
    const travel = problem.travel[i * m + j]! / 10;
    if (Number.isFinite(travel)) {
      share.travel += travel;
      objective += problem.cost[i * m + j]!;
    }
    const minutes = problem.minutes[i * m + j]!;
    if (share.worst === null || minutes > share.worst.minutes) share.worst = { unit: unit.id, minutes };
  });
  for (const share of referents) share.travel = roads?.[share.id] ?? share.travel;
  if (measure === 'hours') all += referents.reduce((sum, { travel }) => sum + travel, 0);
  const posts = file.referents.reduce((sum, { fte }) => sum + fte, 0);
  const components = file.neighbours.length > 0 ? connectedComponents(problem, assignment) : null;
  referents.forEach((share, j) => {
    share.hours = share.workload + share.travel;
    share.target = (all * share.fte) / posts;
    share.deviation = deviation(share[measure], share.target);
    share.components = components?.[j] ?? null;
  });
  const teams = coordinatorShares(referents, measure, { pupils, meetings, posts });
  const far = referents.reduce<ReferentShare | null>(
    (best, one) => ((one.worst?.minutes ?? -1) > (best?.worst?.minutes ?? -1) ? one : best),
    null
  );
  return {
    referents,
    coordinators: teams,
    unassigned,
    objective,
    travel: referents.reduce((sum, { travel }) => sum + travel, 0),
    spread: spreadOf(referents, measure, ({ fte }) => fte),
    coordinatorSpread: teams.length === 0 ? null : spreadOf(teams, measure, ({ target }) => target),
    worst: far?.worst ? { ...far.worst, referent: far.id } : null,
    pupilsMoved,
    extraComponents: components?.reduce((sum, list) => sum + Math.max(0, list.length - 1), 0) ?? null
  };
}

const emptyShare = (id: string): Share => ({
  id,
  units: 0,
  schools: 0,
  pupils: 0,
  workload: 0,
  parts: null,
  travel: 0,
  hours: 0,
  meetings: 0,
  target: 0,
  deviation: null
});

const deviation = (load: number, target: number): number | null => (target > 0 ? load / target - 1 : null);

function sumOf(a: WorkloadParts | null, b: WorkloadParts): WorkloadParts {
  if (a === null) return b;
  return { visits: a.visits + b.visits, meetings: a.meetings + b.meetings, liaison: a.liaison + b.liaison };
}

function coordinatorShares(
  referents: readonly ReferentShare[],
  measure: 'workload' | 'hours',
  whole: { pupils: number; meetings: number; posts: number }
): CoordinatorShare[] {
  const names = [...new Set(referents.flatMap(({ coordinator }) => coordinator ?? []))].sort();
  return names.map((id) => {
    const team = referents.filter(({ coordinator }) => coordinator === id);
    const sum = (figure: (share: ReferentShare) => number) =>
      team.reduce((total, one) => total + figure(one), 0);
    const part = sum(({ fte }) => fte) / whole.posts;
    const target = sum((one) => one.target);
    const load = sum((one) => one[measure]);
    const [pupils, meetings] = [sum((one) => one.pupils), sum((one) => one.meetings)];
    return {
      id,
      target,
      pupils,
      meetings,
      referents: team.map((one) => one.id),
      units: sum(({ units }) => units),
      schools: sum(({ schools }) => schools),
      workload: sum(({ workload }) => workload),
      parts: team.reduce<WorkloadParts | null>((all, { parts }) => (parts ? sumOf(all, parts) : all), null),
      travel: sum(({ travel }) => travel),
      hours: sum(({ hours }) => hours),
      deviation: deviation(load, target),
      pupilDeviation: deviation(pupils, part * whole.pupils),
      meetingDeviation: deviation(meetings, part * whole.meetings)
    };
  });
}

/** Spread of the load per unit of weight (post, or target), over those that have a weight. */
function spreadOf<One extends Share>(
  shares: readonly One[],
  measure: 'workload' | 'hours',
  weightOf: (share: One) => number
): Spread {
  const loads = shares.flatMap((share) => (weightOf(share) > 0 ? [share[measure] / weightOf(share)] : []));
  const mean = loads.reduce((sum, one) => sum + one, 0) / Math.max(1, loads.length);
  const variance = loads.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, loads.length);
  const least = Math.min(...loads);
  const gaps = loads.reduce((sum, a) => sum + loads.reduce((all, b) => all + Math.abs(a - b), 0), 0);
  return {
    maxDeviation: Math.max(0, ...shares.map((share) => Math.abs(share.deviation ?? 0))),
    ratio: least > 0 ? Math.max(...loads) / least : null,
    cv: mean > 0 ? Math.sqrt(variance) / mean : 0,
    gini: mean > 0 ? gaps / (2 * loads.length ** 2 * mean) : 0
  };
}

/** Connected components of each referent's units by the neighbours given, the largest first. */
export function connectedComponents(
  { n, m, units, neighbours }: Problem,
  assignment: ArrayLike<number>
): readonly (readonly (readonly string[])[])[] {
  const seen = new Uint8Array(n);
  const components: string[][][] = Array.from({ length: m }, () => []);
  for (let first = 0; first < n; first++) {
    const j = assignment[first]!;
    if (j < 0 || seen[first] === 1) continue;
    const component = [first];
    seen[first] = 1;
    for (let at = 0; at < component.length; at++) {
      for (const v of neighbours[component[at]!]!) {
        if (seen[v] === 1 || assignment[v] !== j) continue;
        seen[v] = 1;
        component.push(v);
      }
    }
    components[j]!.push(component.sort((a, b) => a - b).map((i) => units[i]!));
  }
  for (const list of components) list.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  return components;
}
