// The bands that loads must lie in, reckoned for the checker alone: it shares no code with the solver on purpose.
import type { Measure, ProblemFile, Rule } from '../../../model/plan.ts';
import type { TeamsAsked } from '../problem/teams.ts';

/** What is asked beside the file. */
export interface Beside {
  /** What referents are balanced on; `workload` unless told. */
  balance?: 'workload' | 'hours';
  /** Coordinators to be balanced on children and meetings. */
  teams?: TeamsAsked | null;
  /** referent -> coordinator, as the plan has it; the file's, or those on screen, unless told. */
  leaders?: Readonly<Record<string, string>>;
}

export interface Missed {
  rule: Rule;
  /** Minutes, children or meetings outside the band. */
  by: number;
}

type Shared = Exclude<Measure, 'hours'>;

/** `at` is the referent's place of each unit, -1 for none. */
export function missedBands(file: ProblemFile, at: readonly number[], beside: Beside): Missed[] {
  return [...ofReferents(file, at, beside), ...ofCoordinators(file, at, beside)];
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** A band of whole figures ends on whole figures. */
function outside(load: number, target: number, tolerance: number, areWhole: boolean): number {
  const [least, most] = [(1 - tolerance) * target, (1 + tolerance) * target];
  const [low, high] = [Math.ceil(least - 1e-9), Math.floor(most + 1e-9)];
  return areWhole && low <= high
    ? Math.max(0, low - load, load - high)
    : Math.max(0, least - load, load - most);
}

function ofReferents(file: ProblemFile, at: readonly number[], { balance }: Beside): Missed[] {
  const posts = sum(file.referents.map(({ fte }) => fte));
  const road = ({ visits }: ProblemFile['units'][number], i: number) =>
    Math.round(20 * visits * (file.minutes[at[i]!]?.[i] ?? 0)) / 10;
  const byHours = balance === 'hours';
  const asks = file.units.map((unit, i) => unit.workload + (byHours ? road(unit, i) : 0));
  const areWhole = !byHours && file.units.every(({ workload }) => Number.isInteger(workload));
  // Hours follow the plan: their whole is that of the units it places.
  const total = sum(asks.filter((_, i) => !byHours || at[i] !== -1));
  return file.referents.map(({ id, fte }, j) => {
    const load = sum(asks.filter((_, i) => at[i] === j));
    const rule = { rule: 'tolerance', referent: id } as const;
    return { rule, by: outside(load, (total * fte) / posts, file.tolerance, areWhole) };
  });
}

function ofCoordinators(file: ProblemFile, at: readonly number[], { teams, leaders }: Beside): Missed[] {
  const tolerance = teams ? teams.tolerance : file.coordinatorTolerance;
  if (tolerance === null) return [];
  const said = leaders ?? teams?.current;
  const leaderOf = file.referents.map(({ id, coordinator }) => (said ? said[id] : coordinator) ?? null);
  const posts = sum(file.referents.map(({ fte }) => fte));
  const shareOf = (name: string) => {
    if (teams) return teams.shares?.[name] ?? 1 / teams.coordinators.length;
    return sum(file.referents.map(({ fte }, j) => (leaderOf[j] === name ? fte : 0))) / posts;
  };
  const measures: readonly Shared[] = teams ? ['pupils', 'meetings'] : ['workload'];
  return measures.flatMap((measure) => {
    const values = file.units.map((unit) => unit[measure] ?? 0);
    const held = Object.values(teams?.held ?? {}).map((one) => one[measure]);
    const total = sum(values) + sum(held);
    const areWhole = values.every(Number.isInteger);
    return [...new Set(leaderOf)].flatMap((coordinator): Missed[] => {
      if (coordinator === null) return [];
      const own = sum(values.filter((_, i) => at[i] !== -1 && leaderOf[at[i]!] === coordinator));
      const load = own + (teams?.held?.[coordinator]?.[measure] ?? 0);
      const rule = { rule: 'coordinatorTolerance', coordinator, measure } as const;
      return [{ rule, by: outside(load, shareOf(coordinator) * total, tolerance, areWhole) }];
    });
  });
}
